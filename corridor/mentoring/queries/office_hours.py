"""Office hours as mentors, and whoever may come, see them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Count, Prefetch, Q, QuerySet

from corridor.mentoring import policies, programmes_known
from corridor.mentoring.models import (
    HAS_TURN,
    OPEN_SITTING,
    WAITS_FOR_TURN,
    AnswerToAll,
    OfficeHours,
    Seat,
    Sitting,
    Turn,
)
from corridor.mentoring.office_choices import SittingState, TurnState
from corridor.mentoring.office_rules import hours_for
from corridor.mentoring.queries.circles import MOST_IN_FEED
from corridor.mentoring.queries.meetings import FEED_PAST, next_first

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class SeenSitting:
    """A sitting as one person sees it."""

    sitting: Sitting
    is_own: bool
    """Its mentor looks."""
    hers: Turn | None
    before_her: int
    """In the queue, or on the list, and with her turn now."""
    called: int
    queued: int
    waiting: int
    free: int
    may_sign_up: bool
    turns: Sequence[Turn]
    """For its mentor: everybody in order, withdrawn ones left out. For others: nobody."""
    answers: Sequence[AnswerToAll]
    """For whoever signed up; for whoever withdrew, what was said to her own question."""

    @property
    def is_called(self) -> bool:
        return self.hers is not None and self.hers.state == TurnState.CALLED

    @property
    def waits(self) -> bool:
        return self.hers is not None and self.hers.state in WAITS_FOR_TURN

    @property
    def has_left(self) -> bool:
        return self.hers is not None and self.hers.state == TurnState.LEFT


def sittings_to_come(viewer: "Profile", *, now: datetime) -> QuerySet[Sitting]:
    """Of others, for her to sign up for; the nearest first, with `taken` and `listed`."""
    rows = Sitting.objects.filter(
        hours__in=hours_for(viewer, now=now), state=SittingState.OPEN, starts_at__gt=now
    ).exclude(turns__in=Turn.objects.filter(profile=viewer, state__in=WAITS_FOR_TURN))
    return _counted(rows).order_by("starts_at", "pk")


def own_turns(viewer: "Profile") -> Sequence[Turn]:
    """Those that wait, the nearest first."""
    rows = Turn.objects.filter(
        profile=viewer, state__in=WAITS_FOR_TURN, sitting__state__in=OPEN_SITTING
    )
    several = rows.select_related("sitting__hours__mentor")
    return list(several.order_by("sitting__starts_at", "pk"))


def turns_that_were(viewer: "Profile") -> QuerySet[Turn]:
    """Newest first: what she asked stays to read, and what was answered to all."""
    rows = Turn.objects.filter(profile=viewer).exclude(
        state__in=WAITS_FOR_TURN, sitting__state__in=OPEN_SITTING
    )
    return rows.select_related("sitting__hours__mentor").order_by("-sitting__starts_at", "-pk")


def own_hours(mentor: "Profile") -> Sequence[OfficeHours]:
    """What she offers, each with its sittings to come as `ahead`."""
    ahead = _counted(Sitting.objects.filter(state__in=OPEN_SITTING)).order_by("starts_at", "pk")
    rows = policies.offered(mentor).select_related("circle", "mentor")
    return list(
        rows.prefetch_related(Prefetch("sittings", queryset=ahead, to_attr="ahead")).order_by("pk")
    )


def sittings_that_were(mentor: "Profile") -> QuerySet[Sitting]:
    """Of hers; newest first."""
    rows = Sitting.objects.filter(hours__mentor=mentor).exclude(state__in=OPEN_SITTING)
    return _counted(rows).order_by("-starts_at", "-pk")


def hours_of_hers(hours_id: int, *, viewer: "Profile") -> OfficeHours | None:
    return policies.offered(viewer).filter(pk=hours_id).first()


def sitting(sitting_id: int, *, viewer: "Profile", now: datetime) -> SeenSitting | None:
    """For its mentor, whoever may come, and whoever signed up while nothing keeps them apart."""
    rows = Sitting.objects.filter(pk=sitting_id)
    one = rows.select_related("hours__mentor", "hours__circle").first()
    if one is None:
        return None
    turns = list(one.turns.select_related("profile__account").order_by("asked_at", "pk"))
    hers = next((turn for turn in turns if turn.is_of(viewer)), None)
    is_own = one.hours.is_of(viewer)
    is_shown = is_own or (hers is not None and _may_meet(viewer, one, now))
    # The page looks again three times a minute: of whoever is in the queue this is not asked.
    signs_up = not is_own and (hers is None or hers.may_come_back)
    is_meant = (signs_up or not is_shown) and _is_meant(viewer, one, now)
    if not (is_shown or is_meant):
        return None
    may_come = is_meant and signs_up and one.ends_at > now
    return _seen(one, turns, hers, is_own=is_own, may_come=may_come)


def calendar_sittings(viewer: "Profile", *, now: datetime) -> Sequence[Sitting]:
    """Of the mentor herself, for her calendar."""
    rows = Sitting.objects.filter(hours__mentor=viewer, starts_at__gt=now - FEED_PAST)
    shown = rows.exclude(state=SittingState.CANCELLED).select_related("hours__mentor")
    return list(next_first(shown, now=now)[:MOST_IN_FEED])


def calendar_turns(viewer: "Profile", *, now: datetime) -> Sequence[Turn]:
    rows = Turn.objects.filter(
        profile=viewer, state__in=HAS_TURN, sitting__starts_at__gt=now - FEED_PAST
    ).exclude(sitting__state=SittingState.CANCELLED)
    shown = rows.select_related("sitting__hours__mentor", "profile__account")
    return list(next_first(shown, at="sitting__starts_at", now=now)[:MOST_IN_FEED])


def circles_led(mentor: "Profile") -> Sequence[Seat]:
    """For whom she can offer office hours."""
    return list(policies.led(mentor).select_related("circle").order_by("circle"))


def programmes_of(profile: "Profile") -> Mapping[str, str]:
    """Address -> name of those in whose present round she is in."""
    return programmes_known.programmes_of(profile.pk)


def turn_to_answer(turn_id: int, *, sitting: Sitting) -> Turn | None:
    """One that may be answered to all; for its mentor."""
    found = sitting.turns.filter(pk=turn_id, may_be_answered_to_all=True)
    return found.exclude(state=TurnState.LEFT).select_related("answer_to_all").first()


def _is_meant(viewer: "Profile", one: Sitting, now: datetime) -> bool:
    return hours_for(viewer, now=now).filter(pk=one.hours_id).exists()


def _may_meet(viewer: "Profile", one: Sitting, now: datetime) -> bool:
    return policies.may_work_together(one.hours.mentor, viewer, today=now.date())


def _seen(
    one: Sitting, turns: list[Turn], hers: Turn | None, *, is_own: bool, may_come: bool
) -> SeenSitting:
    by_state = {
        state: [turn for turn in turns if turn.state == state]
        for state in (TurnState.CALLED, TurnState.QUEUED, TurnState.WAITING)
    }
    taken = sum(turn.state in HAS_TURN for turn in turns)
    line = by_state.get(TurnState(hers.state), []) if hers else []
    called = len(by_state[TurnState.CALLED])
    is_queued = hers is not None and hers.state == TurnState.QUEUED
    answers = AnswerToAll.objects.filter(turn__sitting=one).select_related("turn")
    if hers is not None and hers.state == TurnState.LEFT:
        answers = answers.filter(turn=hers)
    return SeenSitting(
        sitting=one,
        is_own=is_own,
        hers=hers,
        before_her=(line.index(hers) if hers in line else 0) + (called if is_queued else 0),
        called=called,
        queued=len(by_state[TurnState.QUEUED]),
        waiting=len(by_state[TurnState.WAITING]),
        free=max(0, one.hours.places - taken),
        may_sign_up=may_come and one.state == SittingState.OPEN,
        turns=[turn for turn in turns if turn.state != TurnState.LEFT] if is_own else [],
        answers=list(answers.order_by("at", "pk")) if is_own or hers else [],
    )


def _counted(rows: QuerySet[Sitting]) -> QuerySet[Sitting]:
    return rows.select_related("hours__mentor").annotate(
        taken=Count("turns", filter=Q(turns__state__in=HAS_TURN), distinct=True),
        listed=Count("turns", filter=Q(turns__state=TurnState.WAITING), distinct=True),
    )
