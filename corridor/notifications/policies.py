"""What happens with news for somebody, by her own wishes."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime, timedelta

from corridor.notifications.choices import NEVER_HELD_BACK, Kind, Treatment
from corridor.notifications.models import Permission, Policy
from corridor.people import queries as people
from corridor.posts import queries as posts
from corridor.posts.choices import Audience
from corridor.safety import queries as safety

NEW_ACCOUNT = timedelta(days=30)
NEW_FOLLOWER = timedelta(days=3)
"""Who began to follow so lately is still somebody she does not know, as in Mastodon."""


@dataclass(frozen=True, kw_only=True)
class News:
    kind: Kind
    by: int
    at: datetime
    post: int | None = None
    thread: int | None = None
    """The conversation that the post is in; whoever mutes it hears nothing of it."""


def treatments(news: News, recipients: AbstractSet[int]) -> Mapping[int, Treatment]:
    """For those of the recipients who are not told as usual."""
    if not recipients or news.kind in NEVER_HELD_BACK:
        return {}
    wishes = Policy.objects.filter(profile__in=recipients - {news.by}).order_by("pk")
    told = {wish.profile_id: _treatment(news, wish) for wish in wishes}
    for pk in recipients - {news.by}:
        if told.get(pk) != Treatment.DROP and _is_kept_apart(news, pk):
            told[pk] = Treatment.FILTER
    return {pk: treatment for pk, treatment in told.items() if treatment != Treatment.ACCEPT}


def _is_kept_apart(news: News, recipient_id: int) -> bool:
    """It lies in a folder of hers, or a stranger did it while her shield is up."""
    if news.post is not None and safety.is_held_for(recipient_id, news.post):
        return True
    shield = people.shield_of(recipient_id)
    return shield is not None and bool(posts.kept_out_by(shield, [news.by], now=news.at))


def _treatment(news: News, wish: Policy) -> Treatment:
    reasons = [
        (wish.for_not_following, _is_not_followed),
        (wish.for_not_followers, _is_no_follower),
        (wish.for_new_accounts, _is_new_here),
        (wish.for_private_mentions, _is_private_and_unasked),
        (wish.for_limited_accounts, _is_limited),
    ]
    met = {
        Treatment(treatment)
        for treatment, holds in reasons
        if treatment != Treatment.ACCEPT and holds(news, wish.profile_id)
    }
    if not met or Permission.objects.filter(recipient=wish.profile_id, by=news.by).exists():
        return Treatment.ACCEPT
    return Treatment.DROP if Treatment.DROP in met else Treatment.FILTER


def _is_not_followed(news: News, recipient_id: int) -> bool:
    made = people.follow_between(recipient_id, news.by)
    return made is None or made.accepted_at is None


def _is_no_follower(news: News, recipient_id: int) -> bool:
    made = people.follow_between(news.by, recipient_id)
    return made is None or made.accepted_at is None or made.accepted_at > news.at - NEW_FOLLOWER


def _is_new_here(news: News, recipient_id: int) -> bool:
    return people.joined_at(news.by) > news.at - NEW_ACCOUNT and _is_not_followed(
        news, recipient_id
    )


def _is_limited(news: News, recipient_id: int) -> bool:
    return people.is_held_back(news.by) and _is_not_followed(news, recipient_id)


def _is_private_and_unasked(news: News, recipient_id: int) -> bool:
    if news.kind != Kind.MENTION or news.post is None or not _is_not_followed(news, recipient_id):
        return False
    facts = posts.facts_of(news.post)
    return facts.audience == Audience.NAMED and not posts.took_part(recipient_id, facts.thread)
