"""Somebody begins a file about what is done to her, and changes what she told in it."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.incidents import telling
from corridor.incidents.actions.hold import hold
from corridor.incidents.check_in_times import due_times
from corridor.incidents.choices import CheckIns, Step
from corridor.incidents.models import CheckIn, Incident
from corridor.incidents.telling import Told, told_of
from corridor.people import actions as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_OF_ONE = 100


class TooManyIncidents(Exception):
    """So many files that none of them helps."""


class ClosedAlready(Exception):
    """It is closed; she can open it again."""


class NotClosed(Exception):
    """There is nothing to open again."""


@transaction.atomic
def open_incident(told: Told, *, check_ins: CheckIns, by: "Profile", now: datetime) -> Incident:
    """Raises SayWhatHappened, WordsTooLong or TooManyIncidents."""
    telling.check(told)
    people.hold_profile(by)
    if Incident.objects.filter(owner=by).count() >= MOST_OF_ONE:
        raise TooManyIncidents
    incident = Incident(owner=by, opened_at=now, check_ins=check_ins)
    incident.told = told.as_document()
    incident.save()
    _plan_check_ins(incident, now)
    return incident


@transaction.atomic
def change_incident(
    told: Told, *, incident: Incident, check_ins: CheckIns, by: "Profile", now: datetime
) -> None:
    """What she told before of steps and of the end stays.

    Raises NotYourIncident, SayWhatHappened or WordsTooLong.
    """
    telling.check(told)
    held = hold(incident, by=by)
    before = told_of(held.told)
    held.told = replace(told, steps=before.steps, closing=before.closing).as_document()
    was_off = held.check_ins == CheckIns.NONE
    held.check_ins = check_ins
    held.save(update_fields=["sealed_told", "check_ins"])
    if was_off and held.closed_at is None:
        _plan_check_ins(held, now)


@transaction.atomic
def set_check_ins(*, incident: Incident, check_ins: CheckIns, by: "Profile", now: datetime) -> None:
    """Raises NotYourIncident."""
    held = hold(incident, by=by)
    was_off = held.check_ins == CheckIns.NONE
    held.check_ins = check_ins
    held.save(update_fields=["check_ins"])
    if was_off and held.closed_at is None:
        _plan_check_ins(held, now)


@transaction.atomic
def take_step(
    step: Step, *, incident: Incident, is_done: bool, by: "Profile", now: datetime
) -> None:
    """Raises NotYourIncident."""
    held = hold(incident, by=by)
    at = now.isoformat(timespec="seconds") if is_done else None
    held.told = told_of(held.told).stepped(step, at=at).as_document()
    held.save(update_fields=["sealed_told"])


@transaction.atomic
def close_incident(words: str, *, incident: Incident, by: "Profile", now: datetime) -> None:
    """She is not asked any more. Raises NotYourIncident, ClosedAlready or WordsTooLong."""
    held = hold(incident, by=by)
    if held.closed_at is not None:
        raise ClosedAlready
    told = replace(told_of(held.told), closing=words.strip())
    telling.check(told)
    held.told, held.closed_at = told.as_document(), now
    held.save(update_fields=["sealed_told", "closed_at"])
    held.check_in_rows.filter(asked_at=None).delete()


@transaction.atomic
def reopen_incident(*, incident: Incident, by: "Profile", now: datetime) -> None:
    """She is asked again after 1, 7 and 30 days. Raises NotYourIncident or NotClosed."""
    held = hold(incident, by=by)
    if held.closed_at is None:
        raise NotClosed
    held.closed_at = None
    held.save(update_fields=["closed_at"])
    _plan_check_ins(held, now)


@transaction.atomic
def delete_incident(*, incident: Incident, by: "Profile") -> None:
    """With all that is in it, for good. Raises NotYourIncident."""
    hold(incident, by=by).delete()


def _plan_check_ins(incident: Incident, now: datetime) -> None:
    if incident.check_ins == CheckIns.NONE:
        return
    incident.check_in_rows.filter(asked_at=None).delete()
    CheckIn.objects.bulk_create(
        CheckIn(incident=incident, day=day, due_at=due_at)
        for day, due_at in due_times(now, zone=incident.owner.time_zone)
        if due_at > now + timedelta(hours=1)
    )
