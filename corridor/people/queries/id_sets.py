"""Sets of profiles as queries that others put into their own: nothing is read here.

Each yields ids of profiles. What contexts above hide or show is decided by these, so that a
block or an evaluation means the same everywhere.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from corridor.people.choices import RepliesShown, Visibility
from corridor.people.models import (
    Account,
    Badge,
    Block,
    Departure,
    Evaluation,
    Follow,
    ListEntry,
    Mute,
    PersonList,
    Profile,
)

Ids = QuerySet[Any, Any]


def hidden_from(viewer_id: int, *, today: date) -> Sequence[Ids]:
    """Kept apart from the viewer by a block or an evaluation, whoever declared it; and the gone."""
    return [
        *gone(),
        *kept_away_by(viewer_id, today=today),
        *keeping_away_from(viewer_id, today=today),
    ]


def kept_away_by(viewer_id: int, *, today: date) -> Sequence[Ids]:
    """Whom she blocked or named as judging her work, or judged by her."""
    return [
        Block.objects.order_by().filter(blocker=viewer_id).values("blocked"),
        _in_force(today).filter(declared_by=viewer_id).values("other"),
    ]


def keeping_away_from(viewer_id: int, *, today: date) -> Sequence[Ids]:
    """Who said so of her. She must not learn of it."""
    return [
        Block.objects.order_by().filter(blocked=viewer_id).values("blocker"),
        _in_force(today).filter(other=viewer_id).values("declared_by"),
    ]


def _in_force(today: date) -> QuerySet[Evaluation]:
    return Evaluation.objects.filter(Q(ends_on=None) | Q(ends_on__gt=today)).order_by()


def muted(viewer_id: int, *, now: datetime) -> Ids:
    mutes = Mute.objects.filter(Q(until=None) | Q(until__gt=now), muter=viewer_id)
    return mutes.order_by().values("muted")


def muters_of(profile_id: int, *, now: datetime) -> Ids:
    mutes = Mute.objects.filter(Q(until=None) | Q(until__gt=now), muted=profile_id)
    return mutes.order_by().values("muter")


def who_hear(
    ids: "Ids | Collection[int]", *, of: int, now: datetime, but: Sequence[Ids] = ()
) -> QuerySet[Profile]:
    """Of these profiles those who want to hear of somebody and are not kept apart from her."""
    hearing = Profile.objects.filter(pk__in=ids, is_automated=False)
    for left_out in (*hidden_from(of, today=now.date()), muters_of(of, now=now), *but):
        hearing = hearing.exclude(pk__in=left_out)
    return hearing.order_by()


def gone() -> Sequence[Ids]:
    """Those who asked to leave, and those who may not sign in: nothing of theirs is shown.

    Both begin at the few accounts concerned; a join would have the database look at all.
    """
    leaving: Ids = Departure.objects.order_by().values("account")
    closed: Ids = Account.objects.filter(is_active=False).order_by().values("pk")
    return [
        Profile.objects.filter(account__in=accounts).order_by().values("pk")
        for accounts in (leaving, closed)
    ]


def shown_to_visitors(profile: str) -> Q:
    """As a condition on a column that holds a profile."""
    return Q(
        **{
            f"{profile}__visibility": Visibility.PUBLIC,
            f"{profile}__account__is_active": True,
            f"{profile}__account__departure": None,
        }
    )


def on_list(list_id: int, *, owner_id: int) -> Ids:
    entries = ListEntry.objects.filter(list=list_id, list__owner=owner_id)
    return entries.order_by().values("profile")


def found_by_search() -> Ids:
    """Those who let their posts for everybody be found."""
    return Profile.objects.filter(is_searchable=True).order_by().values("pk")


def with_handles(handles: Sequence[str]) -> Ids:
    return Profile.objects.filter(handle__in=handles).order_by().values("pk")


def keeps_off_home(owner: Any, profile: Any) -> Exists:
    """Whether somebody reads another on a list that is left out of Home; either an `OuterRef`."""
    entries = ListEntry.objects.filter(list__owner=owner, list__is_exclusive=True, profile=profile)
    return Exists(entries.order_by())


def is_kept_off_home(profile_id: int, *, owner_id: int) -> bool:
    entries = ListEntry.objects.filter(list__owner=owner_id, list__is_exclusive=True)
    return entries.filter(profile=profile_id).exists()


def shows_replies(list_id: int, which: RepliesShown) -> Exists:
    """Whether a list is set to show these replies."""
    return Exists(PersonList.objects.filter(pk=list_id, replies=which).order_by())


def has_list(owner: Profile, list_id: int) -> bool:
    return PersonList.objects.filter(pk=list_id, owner=owner).exists()


def followers_of(profile_id: int) -> Ids:
    follows = Follow.objects.filter(followed=profile_id, accepted_at__isnull=False)
    return follows.order_by().values("follower")


def followers_with_boosts(profile_id: int) -> Ids:
    """Those of them who want to see what she passes on."""
    return followers_of(profile_id).filter(shows_boosts=True)


def followers_with_bell(profile_id: int) -> Ids:
    """Those of them who want to be told of each new post of hers."""
    return followers_of(profile_id).filter(notifies=True)


def follow_after(profile_id: int, *, after: int, place: int) -> int | None:
    """Of the follows of her that came later, the number of the one in this place, if there is."""
    later = Follow.objects.filter(followed=profile_id, pk__gt=after).order_by("pk")
    return later.values_list("pk", flat=True)[place - 1 : place].first()


def has_bell(profile: Any) -> Exists:
    """Whether anybody wants to be told of each new post of hers; may be an `OuterRef`."""
    follows = Follow.objects.filter(followed=profile, accepted_at__isnull=False, notifies=True)
    return Exists(follows.order_by())


def asks_to_follow(follower: Any, followed: Any) -> Exists:
    """Whether somebody waits for an answer; either may be an `OuterRef`."""
    asked = Follow.objects.filter(follower=follower, followed=followed, accepted_at=None)
    return Exists(asked.order_by())


def asked_to_follow(viewer_id: int) -> Ids:
    """Whom she follows, or would if they answered."""
    return Follow.objects.filter(follower=viewer_id).order_by().values("followed")


def follows_too(profile_id: int | None) -> Exists:
    """Of rows of `followers_of`: whether the same person follows somebody else as well."""
    return follows(OuterRef("follower"), profile_id)


def one(profile_id: int) -> Ids:
    return Profile.objects.filter(pk=profile_id).order_by().values("pk")


def follows(viewer_id: Any, followed: Any) -> Exists:
    """Whether the viewer follows somebody; either may be an `OuterRef`."""
    return Exists(
        Follow.objects.filter(
            follower=viewer_id, followed=followed, accepted_at__isnull=False
        ).order_by()
    )


def holds_badge(profile: Any, *, now: datetime) -> Exists:
    """Whether somebody is verified."""
    held = Badge.objects.filter(profile=profile, withdrawn_at=None, expires_at__gt=now)
    return Exists(held.order_by())
