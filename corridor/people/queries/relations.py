"""Who is to do with whom. Blocks and evaluations hold in both directions, and are private."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from django.db.models import Count, Q, QuerySet

from corridor.kernel.compiled import CompiledObjects
from corridor.people.models import Block, Evaluation, Follow, Mute, PersonList, Profile


@dataclass(frozen=True, kw_only=True)
class Relation:
    """What a viewer has to do with somebody else, as the viewer may know it."""

    follows: bool = False
    has_asked: bool = False
    """Asked to follow, and not answered."""
    is_followed: bool = False
    is_asked: bool = False
    """The other asked to follow the viewer."""
    mutes: bool = False


def relation_to(profile: Profile, *, viewer: Profile, now: datetime) -> Relation:
    both = Follow.objects.filter(
        follower__in=[viewer, profile], followed__in=[viewer, profile]
    ).values_list("follower", "accepted_at")
    accepted = dict(both)
    return Relation(
        follows=accepted.get(viewer.pk) is not None,
        has_asked=viewer.pk in accepted and accepted[viewer.pk] is None,
        is_followed=accepted.get(profile.pk) is not None,
        is_asked=profile.pk in accepted and accepted[profile.pk] is None,
        mutes=_mutes_in_force(viewer, now).filter(muted=profile).exists(),
    )


def kept_from(viewer: Profile | None, *, today: date) -> set[int]:
    """Profiles that a viewer neither sees nor is seen by: blocked either way, or evaluating."""
    if viewer is None:
        return set()
    apart = _pairs_of(viewer, today)
    return {profile for pair in apart for profile in pair} - {viewer.pk}


def kept_from_by_others(viewer: Profile, *, today: date) -> set[int]:
    """Of `kept_from` those of whom a viewer may not know: she did not say so herself."""
    apart = _pairs_of(viewer, today)
    her_own = {other for by, other in apart if by == viewer.pk}
    return {by for by, other in apart if other == viewer.pk} - her_own


def who_keep_from(viewer: Profile, *, today: date) -> set[int]:
    """Of `kept_from` those who said so themselves. Nothing that the viewer does changes it, so it
    never tells her who somebody is whose name she does not see.
    """
    return {by for by, other in _pairs_of(viewer, today) if other == viewer.pk}


def whom_she_keeps_from(viewer: Profile, *, today: date) -> set[int]:
    """Of `kept_from` those of whom she said so herself."""
    return {other for by, other in _pairs_of(viewer, today) if by == viewer.pk}


def kept_and_keeping(viewer: Profile, *, today: date) -> tuple[set[int], set[int]]:
    """`kept_from` and `who_keep_from`, in one query."""
    apart = _pairs_of(viewer, today)
    everybody = {profile for pair in apart for profile in pair} - {viewer.pk}
    return everybody, {by for by, other in apart if other == viewer.pk}


def _pairs_of(viewer: Profile, today: date) -> set[tuple[int, int]]:
    """As `pairs_kept_apart`, in one query: a page asks for it more than once."""
    blocked, evaluating = _declared([viewer.pk], today)
    return set(blocked.union(evaluating))


def pairs_kept_apart(
    profiles: "Collection[int] | QuerySet[Any, int]", *, today: date
) -> set[tuple[int, int]]:
    """Pairs of which at least one is among these, each led by who declared it."""
    blocked, evaluating = _declared(profiles, today)
    return {*blocked, *evaluating}


def _declared(
    ids: "Collection[int] | QuerySet[Any, int]", today: date
) -> tuple["QuerySet[Block, tuple[int, int]]", "QuerySet[Evaluation, tuple[int, int]]"]:
    blocked = Block.objects.filter(Q(blocker__in=ids) | Q(blocked__in=ids))
    evaluating = _in_force(today).filter(Q(declared_by__in=ids) | Q(other__in=ids))
    return (
        blocked.order_by().values_list("blocker", "blocked"),
        evaluating.order_by().values_list("declared_by", "other"),
    )


def _in_force(today: date) -> QuerySet[Evaluation]:
    return Evaluation.objects.filter(Q(ends_on=None) | Q(ends_on__gt=today))


def muted_by(viewer: Profile, *, now: datetime) -> set[int]:
    return set(_mutes_in_force(viewer, now).values_list("muted", flat=True))


def _mutes_in_force(viewer: Profile, now: datetime) -> QuerySet[Mute]:
    return Mute.objects.filter(Q(until=None) | Q(until__gt=now), muter=viewer)


def here(person: str = "") -> dict[str, object]:
    """A filter: her account is open and she does not leave; ``person`` is the way to her."""
    account = f"{person}__account" if person else "account"
    return {f"{account}__is_active": True, f"{account}__departure": None}


def is_following(viewer: Profile, followed_id: int) -> bool:
    follows = Follow.objects.filter(follower=viewer, followed=followed_id)
    return follows.filter(accepted_at__isnull=False).exists()


def followed_among(viewer_id: int, profiles: Iterable[int]) -> set[int]:
    """Those of them whom she follows."""
    rows = Follow.objects.filter(
        follower=viewer_id, followed__in=set(profiles), accepted_at__isnull=False
    )
    return set(rows.order_by().values_list("followed", flat=True))


def followers_among(profile_id: int, ids: Iterable[int]) -> set[int]:
    """Those of them who follow her."""
    rows = Follow.objects.filter(
        followed=profile_id, follower__in=set(ids), accepted_at__isnull=False
    )
    return set(rows.order_by().values_list("follower", flat=True))


def follow_between(follower_id: int, followed_id: int) -> Follow | None:
    return _follow_between().first(follower=follower_id, followed=followed_id)


@cache
def _follow_between() -> CompiledObjects[Follow]:
    def build(follower: int, followed: int) -> QuerySet[Follow]:
        return Follow.objects.filter(follower=follower, followed=followed).order_by()

    return CompiledObjects(build, follower=int, followed=int)


def joined_at(profile_id: int) -> datetime:
    return Profile.objects.values_list("account__joined_at", flat=True).get(pk=profile_id)


def joined_since(ids: Iterable[int], moment: datetime) -> set[int]:
    """Those of them who are new here."""
    new = Profile.objects.filter(pk__in=set(ids), account__joined_at__gt=moment)
    return set(new.order_by().values_list("pk", flat=True))


def follow_figures(profile_id: int) -> tuple[int, int]:
    """How many follow her, and how many she follows."""
    accepted = Follow.objects.filter(accepted_at__isnull=False)
    return (
        accepted.filter(followed=profile_id).count(),
        accepted.filter(follower=profile_id).count(),
    )


def followers(profile: Profile) -> QuerySet[Follow]:
    """Newest first, accepted ones only."""
    return (
        Follow.objects.filter(followed=profile, accepted_at__isnull=False, **here("follower"))
        .select_related("follower")
        .order_by("-accepted_at", "-pk")
    )


def following(profile: Profile) -> QuerySet[Follow]:
    """Newest first, with those who have not answered."""
    return (
        Follow.objects.filter(follower=profile, **here("followed"))
        .select_related("followed")
        .order_by("-asked_at", "-pk")
    )


def follow_requests(profile: Profile) -> QuerySet[Follow]:
    """Oldest first: who has waited longest is seen first."""
    return (
        Follow.objects.filter(followed=profile, accepted_at=None, **here("follower"))
        .select_related("follower")
        .order_by("asked_at", "pk")
    )


def lists(owner: Profile) -> QuerySet[PersonList]:
    return (
        PersonList.objects.filter(owner=owner)
        .annotate(people=Count("entries"))
        .order_by("title", "pk")
    )


def list_kept(list_id: int, *, viewer: Profile) -> PersonList | None:
    return PersonList.objects.filter(pk=list_id, owner=viewer).first()


def people_on_list(kept: PersonList, *, today: date) -> QuerySet[Profile]:
    apart = kept_from(kept.owner, today=today)
    return (
        Profile.objects.filter(pk__in=kept.entries.values("profile"), **here())
        .exclude(pk__in=apart)
        .order_by("display_name", "pk")
    )


def blocks(viewer: Profile) -> QuerySet[Block]:
    return Block.objects.filter(blocker=viewer).select_related("blocked").order_by("-at", "-pk")


def mutes(viewer: Profile, *, now: datetime) -> QuerySet[Mute]:
    """Without those who came to keep away from her, as if they had left."""
    unknown = kept_from_by_others(viewer, today=now.date())
    there = _mutes_in_force(viewer, now).exclude(muted__in=unknown)
    return there.select_related("muted").order_by("-at", "-pk")


def evaluations(viewer: Profile) -> QuerySet[Evaluation]:
    """What the viewer declared herself; what others declared about her is theirs."""
    return (
        Evaluation.objects.filter(declared_by=viewer).select_related("other").order_by("-at", "-pk")
    )
