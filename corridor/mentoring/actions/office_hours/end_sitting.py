"""A sitting is over or called off, by its mentor or the clock; office hours end with the last."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring import office_letters as letters
from corridor.mentoring.actions.office_hours.hold_sitting import (
    NoSuchSitting,
    hold_own,
    hold_sitting,
)
from corridor.mentoring.actions.office_hours.lay_out import lay_out
from corridor.mentoring.actions.office_hours.move_sitting import call_off_held, finish_held
from corridor.mentoring.actions.office_hours.offer_hours import end_held
from corridor.mentoring.actions.office_hours.sign_up import give_up_turns_of_others
from corridor.mentoring.actions.tell_load import tell_load
from corridor.mentoring.models import OPEN_SITTING, OfficeHours, Sitting
from corridor.mentoring.office_choices import HoursState
from corridor.mentoring.office_rules import goes_on_with
from corridor.mentoring.office_states import CLOCK, MENTOR, OFFICE_HOURS

if TYPE_CHECKING:
    from corridor.people.models import Profile

GRACE = timedelta(hours=1)
"""So long after its end a mentor can still go on; then the clock ends it."""


class NotBegunYet(Exception):
    """Before it begins it is called off, not finished."""


@transaction.atomic
def cancel_sitting(sitting_id: int, *, by: "Profile", now: datetime) -> None:
    """Raises NoSuchSitting or SittingIsOver."""
    hours = _hold_hours_of(sitting_id)
    call_off_held(hold_own(sitting_id, by=by), by=MENTOR, now=now)
    _go_on_or_end(hours, now)


@transaction.atomic
def finish_sitting(sitting_id: int, *, by: "Profile", now: datetime) -> None:
    """Raises NoSuchSitting, SittingIsOver or NotBegunYet."""
    hours = _hold_hours_of(sitting_id)
    held = hold_own(sitting_id, by=by)
    if now < held.starts_at:
        raise NotBegunYet
    finish_held(held, by=MENTOR, now=now)
    _go_on_or_end(hours, now)


def tend_hours(*, now: datetime) -> int:
    """Sittings end by themselves, the next are laid out; how many office hours were looked at."""
    past = Sitting.objects.filter(state__in=OPEN_SITTING, starts_at__lte=now - GRACE)
    ids = [one.pk for one in past.select_related("hours").order_by("pk") if _is_past(one, now)]
    for pk in ids:
        _finish(pk, now)
    offered = OfficeHours.objects.filter(state=HoursState.OFFERED).order_by("pk")
    several = list(offered.values_list("pk", flat=True))
    for pk in several:
        _tend(pk, now)
    return len(several)


@transaction.atomic
def _finish(sitting_id: int, now: datetime) -> None:
    """Nothing where she left meanwhile, and all of hers with her."""
    try:
        hours, held = _hold_hours_of(sitting_id), hold_sitting(sitting_id)
    except NoSuchSitting:
        return
    if held.is_waiting:
        finish_held(held, by=CLOCK, now=now)
        _go_on_or_end(hours, now)


@transaction.atomic
def _tend(hours_id: int, now: datetime) -> None:
    rows = OfficeHours.objects.select_for_update(of=("self",)).select_related("mentor")
    hours = rows.filter(pk=hours_id).first()
    if hours is None:
        return
    if hours.is_offered and not goes_on_with(hours):
        end_held(hours, by=CLOCK, now=now)
        letters.tell_ended(hours)
        return
    give_up_turns_of_others(hours, now=now)
    _go_on_or_end(hours, now)


def _go_on_or_end(hours: OfficeHours, now: datetime) -> None:
    if not hours.is_offered:
        return
    has_times = lay_out(hours, now=now)
    goes_on = hours.sittings.filter(state__in=OPEN_SITTING).exists()
    if not goes_on and (hours.repeat_weeks == 0 or not has_times):
        hours.state = OFFICE_HOURS.after(hours.state, "end", by=CLOCK)
        hours.ended_at = now
        hours.save(update_fields=["state", "ended_at"])
        tell_load(hours.mentor)


def _hold_hours_of(sitting_id: int) -> OfficeHours:
    """Before the sitting itself, as whoever ends all of them does. Raises NoSuchSitting."""
    rows = OfficeHours.objects.select_for_update(of=("self",)).select_related("mentor")
    held = rows.filter(sittings=sitting_id).first()
    if held is None:
        raise NoSuchSitting
    return held


def _is_past(sitting: Sitting, now: datetime) -> bool:
    return sitting.ends_at + GRACE <= now
