"""The account that speaks for a programme: it comes and goes with the programme being active."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.people import actions as people
from corridor.people.letters import address_of_page
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Programme

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NoAccountYet(Exception):
    """It gets one when it is published."""


def open_account(programme: Programme, *, now: datetime) -> "Profile":
    """The one it has, or a new one with a handle from its hashtag. The programme is held."""
    if programme.account is not None:
        people.let_automated_speak(profile=programme.account, is_open=True)
        name_account(programme)
        return programme.account
    programme.account = people.open_automated(
        name=_name(programme),
        handle=programme.hashtag if programme.hashtag.isascii() else programme.slug,
        bio=_about(programme),
        now=now,
    )
    programme.save(update_fields=["account"])
    return programme.account


def name_account(programme: Programme) -> None:
    """It goes by the name of the programme."""
    if programme.account is not None:
        people.rename_automated(
            profile=programme.account, name=_name(programme), bio=_about(programme)
        )


def close_account(programme: Programme) -> None:
    """Nothing of it is shown, and its handle stays with it."""
    if programme.account is not None:
        people.let_automated_speak(profile=programme.account, is_open=False)


def open_missing_accounts(*, now: datetime) -> int:
    """Of active programmes from before there were any; how many."""
    lacking = Programme.objects.filter(state=Programme.State.ACTIVE, account=None)
    return sum(_opened(pk, now) for pk in lacking.order_by("pk").values_list("pk", flat=True))


@transaction.atomic
def _opened(programme_id: int, now: datetime) -> bool:
    held = Programme.objects.select_for_update().get(pk=programme_id)
    if held.account is not None:
        return False
    open_account(held, now=now)
    return True


@transaction.atomic
def choose_handle(programme: Programme, handle: str, *, by: "Profile", now: datetime) -> None:
    """The one before rests. Raises NotInTeam, ProgrammeArchived, NoAccountYet, HandleTaken or
    ValidationError.
    """
    held = hold_to_set_up(programme, by=by)
    if held.account is None:
        raise NoAccountYet
    before = held.account.handle
    people.change_handle(profile=held.account, handle=handle, by=held.account, now=now)
    if held.account.handle != before:
        words = f"@{before}, @{held.account.handle}"
        record_deed(held, TeamDeedKind.SET_UP, by=by, now=now, words=words)


def _name(programme: Programme) -> str:
    has_letters = any(letter.isalnum() for letter in programme.name)
    return programme.name if has_letters else programme.slug


def _about(programme: Programme) -> str:
    return _(
        "The automated account of a mentoring programme: it answers somebody once, and nobody"
        " reads what is written to it. #%(hashtag)s, %(address)s"
    ) % {
        "hashtag": programme.hashtag,
        "address": address_of_page("programme", programme.slug),
    }
