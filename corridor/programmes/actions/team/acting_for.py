"""Somebody of the team does for a member what she asked for, by mail for example."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.kernel.events import publish
from corridor.people.letters import Letter, tell, to_member
from corridor.programmes.actions.set_up_rights import hold_programme
from corridor.programmes.actions.words_for_record import words_for_record
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.events import ActedFor
from corridor.programmes.models import Application, Programme, TeamDeed
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile


class ReasonNeeded(Exception):
    """She reads it, and so does whoever asks later."""


class NotOfProgramme(Exception):
    """A team acts for whoever applied to its programme, and for nobody else."""


@dataclass(frozen=True, kw_only=True)
class Acting:
    programme: Programme
    member: "Profile"
    what: str
    """A sentence, such as "Your application to Spring 2026 was withdrawn." """
    reason: str


@contextmanager
def acting_for(acting: Acting, *, by: "Profile", now: datetime) -> Iterator[None]:
    """Around the action itself: it is done, written down and told to her, or none of that.

    Raises NotInTeam, NotOfProgramme, ReasonNeeded or TooLongForRecord, and what the action raises.
    """
    reason = words_for_record(acting.reason)
    with transaction.atomic():
        held = hold_programme(acting.programme, by=by, right=Right.ACT_FOR)
        if not reason:
            raise ReasonNeeded
        applied = Application.objects.filter(round__programme=held, profile=acting.member)
        if not applied.exists():
            raise NotOfProgramme

        yield

        deed = TeamDeed(
            programme=held, kind=TeamDeedKind.ACTED_FOR, by=by, at=now, about=acting.member
        )
        deed.words = f"{acting.what} {reason}"
        deed.save()
        publish(ActedFor(profile_id=acting.member.pk, by_id=by.pk, at=now))
        tell(_letter(acting, reason=reason, by=by), to=acting.member.account.email)


def _letter(acting: Acting, *, reason: str, by: "Profile") -> Letter:
    names = {"name": by.display_name, "programme": acting.programme.name}
    return Letter(
        subject=_("The team of %(programme)s did something for you") % names,
        paragraphs=(
            acting.what,
            _("%(name)s of the team did it and wrote why:") % names,
            reason,
            _(
                "If you did not ask for it, answer to the programme: it stands in a list that"
                " nobody can change."
            ),
        ),
        why=to_member(acting.member.handle),
    )
