"""A circle pauses, goes on, closes; by one who leads it, or by itself."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db import transaction

from corridor.mentoring import circle_letters as letters
from corridor.mentoring.actions.circles.fill_seats import fill_seats
from corridor.mentoring.actions.circles.hold_circle import CircleIsClosed, hold_circle, hold_led
from corridor.mentoring.actions.circles.meet import call_off_held, meetings_to_come
from corridor.mentoring.actions.circles.tell_circle import tell_everybody_in
from corridor.mentoring.actions.pause_relationship import PauseInThePast, latest_day
from corridor.mentoring.actions.tell_load import tell_load
from corridor.mentoring.circle_choices import CircleState, SeatState
from corridor.mentoring.circle_states import CIRCLE, CLOCK, LEADER, MEMBER, SEAT
from corridor.mentoring.models import Circle, Seat

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def pause_circle(
    circle_id: int, *, by: "Profile", until: date | None = None, now: datetime
) -> Circle:
    """Meetings to come are called off. Raises NotYourCircle, CircleIsClosed, PauseInThePast or
    MoveImpossible.
    """
    held = hold_led(circle_id, by=by)
    if until is not None and until <= now.astimezone(ZoneInfo(by.time_zone)).date():
        raise PauseInThePast
    held.state = CIRCLE.after(held.state, "pause", by=LEADER)
    held.paused_at, held.resumes_on = now, until
    held.save(update_fields=["state", "paused_at", "resumes_on"])
    _call_off_all(held, now)
    letters.tell_paused(held, _others(held, by))
    return held


@transaction.atomic
def resume_circle(circle_id: int, *, by: "Profile", now: datetime) -> Circle:
    """Raises NotYourCircle, CircleIsClosed or MoveImpossible."""
    held = hold_led(circle_id, by=by)
    _resume(held, by=LEADER, now=now)
    tell_everybody_in(held, by=by, now=now)
    return held


@transaction.atomic
def close_circle(circle_id: int, *, by: "Profile", now: datetime) -> Circle:
    """The place of each who leads it is free. Raises NotYourCircle or CircleIsClosed."""
    held = hold_led(circle_id, by=by)
    close_held(held, by=LEADER, now=now)
    return held


def close_held(held: Circle, *, by: str = CLOCK, now: datetime) -> None:
    """Whoever was in it reads it still; whoever waited or was invited is free."""
    held.state = CIRCLE.after(held.state, "close", by=by)
    held.paused_at, held.resumes_on, held.closed_at = None, None, now
    held.save(update_fields=["state", "paused_at", "resumes_on", "closed_at"])
    _call_off_all(held, now)
    letters.tell_closed(
        held, [seat for seat in _seats(held) if seat.state in (SeatState.IN, SeatState.WAITING)]
    )
    for seat in _seats(held):
        if seat.leads and seat.is_in:
            tell_load(seat.profile)
        if seat.state == SeatState.WAITING:
            seat.state = SEAT.after(seat.state, "leave", by=MEMBER)
        elif seat.state == SeatState.INVITED:
            seat.state = SEAT.after(seat.state, "lapse", by=CLOCK)
        else:
            continue
        seat.ended_at = now
        seat.save(update_fields=["state", "ended_at"])


def tend_circles(*, now: datetime) -> int:
    """Pauses that are over end, invitations lapse; how many circles were looked at."""
    paused = Circle.objects.filter(state=CircleState.PAUSED, resumes_on__lte=latest_day(now))
    late = Circle.objects.filter(seats__state=SeatState.INVITED, seats__answer_by__lte=now)
    due = sorted({*paused.values_list("pk", flat=True), *late.values_list("pk", flat=True)})
    return sum(_tend(pk, now) for pk in due)


@transaction.atomic
def _tend(circle_id: int, now: datetime) -> bool:
    try:
        held = hold_circle(circle_id)
    except CircleIsClosed:
        return False
    if held.is_paused and held.resumes_on is not None and held.resumes_on <= _day_of(held, now):
        _resume(held, by=CLOCK, now=now)
    for seat in held.seats.filter(state=SeatState.INVITED, answer_by__lte=now).order_by("pk"):
        seat.state = SEAT.after(seat.state, "lapse", by=CLOCK)
        seat.ended_at = now
        seat.save(update_fields=["state", "ended_at"])
    led = held.seats.filter(leads=True, state__in=(SeatState.IN, SeatState.INVITED))
    if led.exists():
        fill_seats(held, now=now)
    else:
        close_held(held, now=now)
    return True


def _day_of(held: Circle, now: datetime) -> date:
    """By the clock of whoever has led it longest."""
    leads = held.seats.filter(leads=True, state=SeatState.IN).select_related("profile")
    first = leads.order_by("joined_at", "pk").first()
    return now.astimezone(ZoneInfo(first.profile.time_zone)).date() if first else now.date()


def _resume(held: Circle, *, by: str, now: datetime) -> None:
    held.state = CIRCLE.after(held.state, "resume", by=by)
    held.paused_at, held.resumes_on = None, None
    held.save(update_fields=["state", "paused_at", "resumes_on"])
    fill_seats(held, now=now)


def _call_off_all(held: Circle, now: datetime) -> None:
    """Calendars take each out by a mail of its own: none holds several."""
    seats = [seat for seat in _seats(held) if seat.is_in]
    for meeting in meetings_to_come(held, now=now):
        call_off_held(meeting, seats, now=now)


def _seats(held: Circle) -> list[Seat]:
    return list(held.seats.select_related("profile__account").order_by("pk"))


def _others(held: Circle, by: "Profile") -> list[Seat]:
    return [seat for seat in _seats(held) if seat.is_in and not seat.is_of(by)]
