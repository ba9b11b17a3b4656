"""Somebody says of what she wants to be reminded, and from when on."""

from collections.abc import Collection
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.reminders.table import OF
from corridor.reminders.actions.send_due import hold_wishes
from corridor.reminders.models import SwitchedOff

if TYPE_CHECKING:
    from corridor.people.models import Profile


class UnknownKind(Exception):
    """There is no such reminder."""


@transaction.atomic
def choose_reminders(wanted: Collection[str], *, by: "Profile", now: datetime) -> None:
    """Whichever kind is not among them does not come. Raises UnknownKind."""
    if not set(wanted) <= set(OF):
        raise UnknownKind
    held = hold_wishes(by.pk)
    held.wants_none = False
    held.save(update_fields=["wants_none"])
    SwitchedOff.objects.filter(profile=by, about=None, kind__in=list(wanted)).delete()
    for kind in sorted(set(OF) - set(wanted)):
        switch_off(by, kind, about=None, now=now)


@transaction.atomic
def be_quiet_until(day: date | None, *, by: "Profile") -> None:
    """None: they come again at once."""
    held = hold_wishes(by.pk)
    held.quiet_until = day
    held.save(update_fields=["quiet_until"])


@transaction.atomic
def hear_of_all_again(kind: str, *, by: "Profile") -> int:
    """Of things of this kind that she did not want to hear of. Raises UnknownKind."""
    if kind not in OF:
        raise UnknownKind
    things = SwitchedOff.objects.filter(profile=by, kind=kind, about__isnull=False)
    return things.delete()[0]


def switch_off(profile: "Profile", kind: str, *, about: int | None, now: datetime) -> None:
    SwitchedOff.objects.get_or_create(profile=profile, kind=kind, about=about, defaults={"at": now})
