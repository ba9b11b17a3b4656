"""What a team does about pairs that are silent: reminds all of them, or offers one a way out."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from corridor.mentoring import actions as mentoring
from corridor.mentoring.actions import OfferedLately
from corridor.people import letters
from corridor.people import queries as people
from corridor.people.letters import Button, Letter
from corridor.programmes import queries
from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_active
from corridor.programmes.choices import TeamDeedKind
from corridor.programmes.models import Programme, Round
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.people.models import Profile

__all__ = ["NoSuchPair", "NobodyToRemind", "OfferedLately", "offer_change", "remind_silent"]


class NobodyToRemind(Exception):
    """No pair is silent, or each was reminded within two weeks."""


class NoSuchPair(Exception):
    """Its relationship comes from no match of this round, or is nothing of hers to see."""


@transaction.atomic
def remind_silent(round: Round, *, by: "Profile", now: datetime) -> int:
    """How many pairs. Raises NotInTeam, ProgrammeArchived or NobodyToRemind."""
    held = hold_active(round.programme, by=by, right=Right.MESSAGE)
    silent = queries.health(round, viewer=by, now=now).silent
    count = mentoring.ask_reminders([one.relationship.pk for one in silent], now=now)
    if not count:
        raise NobodyToRemind
    said = ngettext("%d silent pair reminded", "%d silent pairs reminded", count) % count
    record_deed(held, TeamDeedKind.MESSAGED, by=by, now=now, words=said)
    return count


@transaction.atomic
def offer_change(relationship_id: int, *, round: Round, by: "Profile", now: datetime) -> None:
    """Both read how to look for somebody else or end it; nothing is changed for them.

    Raises NotInTeam, ProgrammeArchived, NoSuchPair or OfferedLately.
    """
    held = hold_active(round.programme, by=by, right=Right.MESSAGE)
    seen = {one.relationship.pk for one in queries.health(round, viewer=by, now=now).going}
    if relationship_id not in seen:
        raise NoSuchPair
    offered = mentoring.note_offer(relationship_id, now=now)
    for reader in (offered.mentee, offered.mentor):
        here = people.profile_here(reader.pk)
        if here is not None:
            letters.tell(_letter(held, offered, here), to=here.account.email)
    said = _("A change or an end offered to %(mentee)s and %(mentor)s") % {
        "mentee": offered.mentee.display_name,
        "mentor": offered.mentor.display_name,
    }
    record_deed(held, TeamDeedKind.MESSAGED, by=by, now=now, words=said)


def _letter(programme: Programme, offered: "Relationship", reader: "Profile") -> Letter:
    names = {
        "programme": programme.name,
        "other": offered.other_than(reader).display_name,
    }
    return Letter(
        subject=_("%(programme)s: how is it with %(other)s?") % names,
        paragraphs=(
            _("The team sees that it is quiet, and nothing of what you say to each other."),
            _(
                "If all is well, do nothing. If not, you can look for somebody else, pause or end"
                " it, without a reason and without anybody's fault. %(other)s got the same mail."
            )
            % names,
        ),
        button=Button(label=_("Open it"), url=letters.address_of_page("relationship", offered.pk)),
        links=(
            Button(
                label=_("Somebody else"), url=letters.address_of_page("somebody-else", offered.pk)
            ),
            Button(label=_("End it"), url=letters.address_of_page("relationship-end", offered.pk)),
        ),
        why=letters.to_member(reader.handle),
    )
