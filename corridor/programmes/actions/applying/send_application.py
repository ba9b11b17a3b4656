"""An application is sent, for the first time or once more after a change."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from corridor.kernel import events
from corridor.people import letters
from corridor.programmes import queries
from corridor.programmes.actions.applying.begin_application import DoorShut
from corridor.programmes.actions.applying.own import NotYourApplication, hold_own
from corridor.programmes.actions.forms import hold_form
from corridor.programmes.answers import Answers
from corridor.programmes.choices import Side
from corridor.programmes.documents import to_document
from corridor.programmes.events import ApplicationSent
from corridor.programmes.letters_to_applicants import receipt
from corridor.programmes.models import Application, FormVersion
from corridor.programmes.states_of_applications import APPLICANT

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Filled:
    """A form that has been answered in full."""

    number: int | None
    """Of the form; None where it was none of the programme's."""
    values: Mapping[str, Any]
    """Question -> what was answered, as it is kept."""
    answers: Answers
    """What of it the matching reads."""
    told: tuple[tuple[str, str], ...] = ()
    """Question and answer in words, for the receipt; nothing of what lies apart."""


class FormChanged(Exception):
    """A director changed the questions since she answered them: she looks at them once more."""


@transaction.atomic
def send_application(
    *, application: Application, filled: Filled, by: "Profile", now: datetime
) -> Application:
    """She is in, or waits for the team or for a place.

    Raises NotYourApplication, DoorShut or FormChanged.
    """
    version = _version(application, filled, now=now)
    held = hold_own(application, by=by)
    if held.state not in {held.State.DRAFT, held.State.SENT, held.State.IN}:
        raise NotYourApplication
    door = queries.door(held.round, side=held.side, profile=by, now=now)
    if door.shut is not None:
        raise DoorShut(door.shut)

    is_new = held.state == held.State.DRAFT
    _write(held, filled, version=version, now=now)
    if is_new:
        held.move("send" if door.waits else "join", who=APPLICANT, by=by, at=now)
        _use_invitation(held, now=now)
    letters.tell(receipt(held, filled.told, is_new=is_new), to=held.profile.account.email)
    events.publish(ApplicationSent(application_id=held.pk))
    return held


def _version(application: Application, filled: Filled, *, now: datetime) -> FormVersion | None:
    """Holds the programme, before anything else is held. Raises FormChanged."""
    if filled.number is None:
        return None
    version = hold_form(round=application.round, side=Side(application.side), now=now)
    if version.number != filled.number:
        raise FormChanged
    return version


def _write(
    held: Application, filled: Filled, *, version: FormVersion | None, now: datetime
) -> None:
    waited = queries.waited_before(held.profile, held.round) if held.side == "mentee" else 0
    held.waited = waited
    held.answers = to_document(replace(filled.answers, waited=waited))
    held.form = {"answers": dict(filled.values)}
    if version is not None:
        held.form_version = version
    if held.state == held.State.DRAFT:
        held.applied_at = now
    held.save(
        update_fields=["waited", "sealed_answers", "sealed_form", "form_version", "applied_at"]
    )


def _use_invitation(held: Application, *, now: datetime) -> None:
    invitation = queries.invitation_of(held.profile, held.round, side=held.side, now=now)
    if invitation is not None and invitation.used_at is None:
        invitation.used_at, invitation.used_by = now, held.profile
        invitation.save(update_fields=["used_at", "used_by"])
