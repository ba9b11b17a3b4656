"""A post of somebody whom many follow comes into their home timelines piece by piece."""

from django.db import transaction

from corridor.kernel import events
from corridor.people import queries as people
from corridor.posts import fan_out
from corridor.posts.events import HomesReached, HomesWait
from corridor.posts.models import Boost, Post


@transaction.atomic
def reach_homes(entry: int, *, after: int) -> None:
    """Of the post or boost with this id the next piece; of what was deleted, none.

    Where it goes on is said in the same transaction: whoever stops in between goes on from there.
    """
    published = _published(entry)
    if published is None:
        return
    is_boost = isinstance(published, Boost)
    by = published.booster_id if isinstance(published, Boost) else published.author_id
    last = people.follow_after(by, after=after, place=fan_out.MOST_A_PIECE)
    upto = fan_out.EVERYBODY.upto if last is None else last
    fan_out.write_piece(published, fan_out.Piece(after=after, upto=upto))
    if last is None:
        events.publish(HomesReached(entry=entry, is_boost=is_boost))
    else:
        events.publish(HomesWait(entry=entry, after=last))


def _published(entry: int) -> Post | Boost | None:
    """Held until the transaction ends: what is deleted meanwhile goes with all that was written."""
    post = Post.objects.select_for_update().filter(pk=entry).order_by().first()
    if post is not None:
        return post
    boosts = Boost.objects.select_for_update().select_related("post")
    return boosts.filter(pk=entry).order_by().first()
