"""Prepared texts are made when something changes, and where one is missing when it is read."""

from collections.abc import Iterable, Mapping, Sequence

from django.conf import settings

from corridor.context_notes import queries as context_notes
from corridor.context_notes.queries import ShownNote
from corridor.kernel.compiled import Insert
from corridor.library import queries as library
from corridor.mastodon_api.entities.account import account_part
from corridor.mastodon_api.entities.beneath import BeneathPost
from corridor.mastodon_api.entities.post import render_post
from corridor.mastodon_api.models import RenderedAccount, RenderedPost
from corridor.people import queries as people
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.posts.queries import WholePost

_rendered = Insert(RenderedPost, replacing=["post"])


def render_posts(ids: Iterable[int], *, has_notes: bool = True) -> None:
    """`has_notes`: there may be notes under them; nothing is asked for where there cannot be."""
    several = posts.whole_posts(ids)
    numbers = [whole.post.pk for whole in several]
    notes = context_notes.notes_under(numbers) if has_notes else {}
    _rendered.write(
        [
            RenderedPost(
                post_id=whole.post.pk,
                base=settings.PUBLIC_URL,
                **vars(render_post(whole, _beneath(whole, notes))),
            )
            for whole in several
        ]
    )


def _beneath(whole: WholePost, notes: Mapping[int, Sequence[ShownNote]]) -> BeneathPost:
    """Works are looked up only where the text names any, which takes no question."""
    return BeneathPost(
        notes=notes.get(whole.post.pk, ()),
        questioned=library.questioned_in(whole.post.text),
    )


def render_accounts(ids: Iterable[int]) -> None:
    rows = [
        RenderedAccount(profile_id=profile.pk, base=settings.PUBLIC_URL, part=account_part(profile))
        for profile in people.whole_profiles(ids)
    ]
    RenderedAccount.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["profile"], update_fields=["part", "base"]
    )
    for row in rows:
        posting.count_figures(row.profile_id)
