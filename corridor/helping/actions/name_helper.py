"""Somebody asks somebody to be a helper of hers, and either ends it."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.helping import letters
from corridor.helping.actions.act import NoHelper, write_down
from corridor.helping.choices import Deed, Scope
from corridor.helping.events import HelperAgreed, HelperAsked, HelperWithdrawn
from corridor.helping.models import Helper
from corridor.helping.policies import MOST_HELPERS
from corridor.kernel import events
from corridor.kernel.rate_limits import is_within_limit_of
from corridor.people import actions as people
from corridor.people import policies as relations

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.people.models import Profile

ASKED_A_DAY, A_DAY = 10, 24 * 60 * 60


class CannotHelpYourself(Exception):
    """A helper is somebody else."""


class HelpersEnough(Exception):
    """Five are named already."""


class HelperAlready(Exception):
    """She was asked already, or helps already."""


class AskedTooOften(Exception):
    """More people within a day than anybody has for this."""


class NothingAsked(Exception):
    """There is no question to answer: it was taken back, or answered."""


@transaction.atomic
def ask_helper(
    scopes: frozenset[Scope],
    *,
    helper: "Profile",
    is_called: bool,
    by: "Profile",
    now: datetime,
) -> Helper:
    """She is told, here and by mail; she helps once she agrees.

    Raises CannotHelpYourself, NoHelper, HelperAlready, HelpersEnough or AskedTooOften.
    """
    if helper.pk == by.pk:
        raise CannotHelpYourself
    if relations.are_apart(by, helper, today=now.date()):
        raise NoHelper
    people.hold_profile(by)
    named = Helper.objects.filter(owner=by, ended_at=None)
    if named.filter(helper=helper).exists():
        raise HelperAlready
    if named.count() >= MOST_HELPERS:
        raise HelpersEnough
    if not is_within_limit_of(str(by.pk), "helper", most=ASKED_A_DAY, seconds=A_DAY):
        raise AskedTooOften
    asked = Helper(owner=by, helper=helper, is_called=is_called, asked_at=now)
    asked.give(scopes)
    asked.save()
    events.publish(HelperAsked(owner_id=by.pk, helper_id=helper.pk, at=now))
    letters.ask(asked)
    return asked


@transaction.atomic
def agree_to_help(helper_id: int, *, by: "Profile", now: datetime) -> Helper:
    """Raises NothingAsked."""
    asked = _held(Helper.objects.filter(pk=helper_id, helper=by, ended_at=None, agreed_at=None))
    if asked is None or relations.are_apart(asked.owner, by, today=now.date()):
        raise NothingAsked
    asked.agreed_at = now
    asked.save(update_fields=["agreed_at"])
    write_down(Deed.ACCEPTED, held=asked, now=now)
    events.publish(HelperAgreed(owner_id=asked.owner_id, helper_id=by.pk, at=now))
    return asked


@transaction.atomic
def change_scopes(
    scopes: frozenset[Scope], *, helper_id: int, is_called: bool, by: "Profile"
) -> None:
    """At once, also for what the helper is at. Raises NoHelper."""
    held = _held(Helper.objects.filter(pk=helper_id, owner=by, ended_at=None))
    if held is None:
        raise NoHelper
    held.give(scopes)
    held.is_called = is_called
    held.save(update_fields=[*(f"may_{scope}" for scope in Scope), "is_called"])


@transaction.atomic
def end_helper(helper_id: int, *, by: "Profile", now: datetime) -> None:
    """By whoever named her; the helper is not written to. Raises NoHelper."""
    held = _held(Helper.objects.filter(pk=helper_id, owner=by, ended_at=None))
    if held is None:
        raise NoHelper
    _end(held, now)


@transaction.atomic
def stop_helping(helper_id: int, *, by: "Profile", now: datetime) -> None:
    """By the helper, or no to the question. Raises NoHelper."""
    held = _held(Helper.objects.filter(pk=helper_id, helper=by, ended_at=None))
    if held is None:
        raise NoHelper
    if held.agreed_at is not None:
        write_down(Deed.ENDED, held=held, now=now)
    _end(held, now)


def _end(held: Helper, now: datetime) -> None:
    held.ended_at = now
    held.save(update_fields=["ended_at"])
    events.publish(HelperWithdrawn(owner_id=held.owner_id, helper_id=held.helper_id))


def _held(rows: "QuerySet[Helper]") -> Helper | None:
    """Locked: whoever acts as a helper holds the same row."""
    return rows.select_for_update(of=("self",)).select_related("owner__account", "helper").first()
