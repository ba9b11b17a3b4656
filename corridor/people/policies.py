"""Who may do what to whom among people."""

from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet

from corridor.kernel.compiled import Compiled
from corridor.people.choices import Visibility
from corridor.people.models import Block, Evaluation, Profile, Reviewer, RosterEntry
from corridor.people.registration import Registration, is_at_a_known_domain, registration


def owns(viewer: Profile | None, profile: Profile) -> bool:
    return viewer is not None and viewer.pk == profile.pk


def can_see(viewer: Profile | None, profile: Profile) -> bool:
    """As far as she decides for everybody; blocks and evaluations are `are_apart`."""
    return viewer is not None or profile.visibility == Visibility.PUBLIC


def can_follow(follower: Profile, followed: Profile, *, today: date) -> bool:
    return follower.pk != followed.pk and not are_apart(follower, followed, today=today)


def are_apart(one: Profile, other: Profile, *, today: date) -> bool:
    """A block or an evaluation stands between them, whoever declared it."""
    now = datetime.combine(today, time(), UTC)
    return bool(_between().rows({"one": one.pk, "other": other.pk, "now": now}))


@cache
def _between() -> Compiled:
    def build(one: int, other: int, now: datetime) -> QuerySet[Any, Any]:
        pair, today = [one, other], now.date()
        blocks = Block.objects.filter(blocker__in=pair, blocked__in=pair)
        evaluations = Evaluation.objects.filter(
            Q(ends_on=None) | Q(ends_on__gt=today), declared_by__in=pair, other__in=pair
        )
        return blocks.order_by().values_list("pk").union(evaluations.order_by().values_list("pk"))

    return Compiled(build, one=int, other=int, now=datetime)


def can_review(viewer: Profile | None) -> bool:
    return viewer is not None and Reviewer.objects.filter(profile=viewer).exists()


def operates(viewer: Profile | None) -> bool:
    """Runs this server."""
    return viewer is not None and viewer.account.is_active and viewer.account.is_operator


def can_join(email: str, *, is_invited: bool) -> bool:
    """An invitation opens every door."""
    way = registration()
    if is_invited or way in {Registration.OPEN, Registration.APPROVAL}:
        return True
    if way == Registration.DOMAINS:
        return is_at_a_known_domain(email)
    if way == Registration.ROSTER:
        return RosterEntry.objects.filter(email=email.lower()).exists()
    return False


def needs_admission(*, is_invited: bool) -> bool:
    return registration() == Registration.APPROVAL and not is_invited
