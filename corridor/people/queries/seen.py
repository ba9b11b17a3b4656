"""Whom a viewer may know of, as queries that others narrow down and read in pieces."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from corridor.kernel.compiled import CompiledObjects, CompiledRows, CompiledSeveral
from corridor.people.choices import Visibility
from corridor.people.models import (
    Block,
    Endorsement,
    Follow,
    ListEntry,
    Mute,
    Offer,
    PersonList,
    Profile,
)
from corridor.people.queries.id_sets import (
    follows,
    gone,
    hidden_from,
    keeping_away_from,
    kept_away_by,
)
from corridor.people.queries.relations import here
from corridor.people.queries.restrictions import limited
from corridor.people.queries.shields import shielded

Ids = QuerySet[Any, Any]
AT_ONCE = 500


def people_seen(viewer_id: int | None, *, today: date) -> QuerySet[Profile]:
    """Nobody who left or is kept apart from her; for visitors, whose profile is for everybody."""
    if viewer_id is None:
        return Profile.objects.filter(visibility=Visibility.PUBLIC, **here())
    return Profile.objects.filter(_by_none_of("pk", hidden_from(viewer_id, today=today)))


def seen_by_handle(handles: Iterable[str], *, viewer_id: int, now: datetime) -> dict[str, int]:
    """Handle -> id of those of them whom she sees."""
    wanted = {handle.lower() for handle in handles}
    return dict(_by_handle().told(wanted, viewer=viewer_id, now=now))


@cache
def _by_handle() -> CompiledSeveral[Profile]:
    def build(handles: Sequence[str], viewer: int, now: datetime) -> Ids:
        seen = people_seen(viewer, today=now.date())
        return seen.filter(handle__in=handles).order_by().values_list("handle", "pk")

    return CompiledSeveral(CompiledRows, build, str, viewer=int, now=datetime)


def people_named(viewer_id: int, *, today: date) -> QuerySet[Profile]:
    """Whom she may name: as `people_seen`, and besides whom she keeps away herself."""
    her_own = Q()
    for ids in kept_away_by(viewer_id, today=today):
        her_own |= Q(pk__in=ids)
    by_others = _by_none_of("pk", keeping_away_from(viewer_id, today=today))
    return Profile.objects.filter(_by_none_of("pk", gone()), her_own | by_others)


def named_with_handles(handles: Sequence[str], *, viewer_id: int, today: date) -> Sequence[Profile]:
    """Those of them whom she may name, by handle."""
    found: list[Profile] = []
    for first in range(0, len(handles), AT_ONCE):
        some = people_named(viewer_id, today=today).filter(handle__in=handles[first:][:AT_ONCE])
        found.extend(some.order_by("handle", "pk"))
    return found


def people_named_among(ids: Iterable[int], *, viewer_id: int, today: date) -> QuerySet[Profile]:
    """Those of them whom she may name and has not blocked."""
    blocked = Block.objects.filter(blocker=viewer_id).order_by().values("blocked")
    named = people_named(viewer_id, today=today).filter(pk__in=set(ids)).exclude(pk__in=blocked)
    return named.order_by("handle", "pk")


def person_seen(profile_id: int, *, viewer_id: int | None, now: datetime) -> Profile | None:
    """As `people_seen` has it."""
    asked = _person_seen(is_visitor=viewer_id is None)
    return asked.first(profile=profile_id, viewer=viewer_id, now=now)


def person_named(profile_id: int, *, viewer_id: int, now: datetime) -> Profile | None:
    """As `people_named` has it."""
    return _person_named().first(profile=profile_id, viewer=viewer_id, now=now)


@cache
def _person_seen(*, is_visitor: bool) -> CompiledObjects[Profile]:
    def build(profile: int, now: datetime, viewer: int | None = None) -> QuerySet[Profile]:
        return people_seen(viewer, today=now.date()).filter(pk=profile).order_by()

    viewer: dict[str, type] = {} if is_visitor else {"viewer": int}
    return CompiledObjects(build, profile=int, now=datetime, **viewer)


@cache
def _person_named() -> CompiledObjects[Profile]:
    def build(profile: int, viewer: int, now: datetime) -> QuerySet[Profile]:
        return people_named(viewer, today=now.date()).filter(pk=profile).order_by()

    return CompiledObjects(build, profile=int, viewer=int, now=datetime)


def _by_none_of(column: str, sets: Iterable[Ids]) -> Q:
    hidden = Q()
    for ids in sets:
        hidden |= Q(**{f"{column}__in": ids})
    return ~hidden


def followers_shown(profile_id: int, *, viewer_id: int, today: date) -> QuerySet[Follow]:
    """Who follows somebody, as far as the viewer may know of them."""
    rows = Follow.objects.filter(followed=profile_id, accepted_at__isnull=False)
    return rows.filter(_by_none_of("follower", hidden_from(viewer_id, today=today)))


def following_shown(profile_id: int, *, viewer_id: int, today: date) -> QuerySet[Follow]:
    rows = Follow.objects.filter(follower=profile_id, accepted_at__isnull=False)
    return rows.filter(_by_none_of("followed", hidden_from(viewer_id, today=today)))


def requests_shown(viewer_id: int, *, today: date) -> QuerySet[Follow]:
    """Who asks to follow her."""
    rows = Follow.objects.filter(followed=viewer_id, accepted_at=None)
    return rows.filter(_by_none_of("follower", hidden_from(viewer_id, today=today)))


def blocks_shown(viewer_id: int) -> QuerySet[Block]:
    return Block.objects.filter(_by_none_of("blocked", gone()), blocker=viewer_id)


def mutes_shown(viewer_id: int, *, now: datetime) -> QuerySet[Mute]:
    """In force; without those who came to keep away from her, as if they had left."""
    rows = Mute.objects.filter(Q(until=None) | Q(until__gt=now), muter=viewer_id)
    apart = keeping_away_from(viewer_id, today=now.date())
    return rows.filter(_by_none_of("muted", [*gone(), *apart]))


def endorsements_shown(
    profile_id: int, *, viewer_id: int | None, today: date
) -> QuerySet[Endorsement]:
    """Whom somebody shows on her profile, as far as the viewer may know of them."""
    seen = people_seen(viewer_id, today=today)
    return Endorsement.objects.filter(by=profile_id, profile__in=seen.values("pk"))


def entries_shown(kept: PersonList, *, today: date) -> QuerySet[ListEntry]:
    """Who is on a list of somebody, as far as she may know of them."""
    rows = ListEntry.objects.filter(list=kept)
    return rows.filter(_by_none_of("profile", hidden_from(kept.owner_id, today=today)))


def familiar_followers(
    profile_ids: Sequence[int], *, viewer_id: int, today: date
) -> dict[int, list[int]]:
    """Of each of them, who follows her and is followed by the viewer."""
    rows = Follow.objects.filter(
        follows(viewer_id, OuterRef("follower")),
        _by_none_of("follower", hidden_from(viewer_id, today=today)),
        followed__in=profile_ids,
        accepted_at__isnull=False,
    )
    found: dict[int, list[int]] = {pk: [] for pk in profile_ids}
    for followed, follower in rows.order_by("-pk").values_list("followed", "follower"):
        found[followed].append(follower)
    return found


def listed_in_directory(viewer_id: int | None, *, today: date) -> QuerySet[Profile]:
    """Those who offer something and want to be listed, without shield and limit of moderators."""
    offers = Offer.objects.filter(profile=OuterRef("pk")).order_by()
    seen = people_seen(viewer_id, today=today)
    seen = seen.exclude(pk__in=limited()).exclude(pk__in=shielded())
    return seen.filter(Exists(offers), is_listed=True)
