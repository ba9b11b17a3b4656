"""What each role is, what the two may expect of it, and what is written down when it is lived."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.people.choices import Kind

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

LONGEST_ENTRY = 1000


@dataclass(frozen=True, kw_only=True)
class RoleWords:
    name: "StrPromise"
    means: "StrPromise"
    lasts: "StrPromise"
    of_senior: "StrPromise"
    of_junior: "StrPromise"
    log: Mapping[str, "StrPromise"]
    """Key of each field of its log -> what it asks."""


ROLES: Mapping[Kind, RoleWords] = {
    Kind.MENTORSHIP: RoleWords(
        name=_("Mentor"),
        means=_("Talks with you: guides, and shares a path of their own."),
        lasts=_("Months or years."),
        of_senior=_("Listens, tells of experience, asks how it went. Rank does not matter."),
        of_junior=_("Leads the agenda, is open, and does what was said."),
        log={
            "what": _("What did you talk about?"),
            "next": _("What comes next?"),
        },
    ),
    Kind.COACHING: RoleWords(
        name=_("Coach"),
        means=_("Asks and watches: helps you to get better at one thing."),
        lasts=_("One cycle: a skill, a plan, a look at what came of it."),
        of_senior=_("Asks, watches, gives feedback. Need not be of the same field."),
        of_junior=_("Sets the goal, looks honestly at where they stand, and practises."),
        log={
            "what": _("What was practised or watched?"),
            "seen": _("What was seen?"),
            "next": _("What is tried next?"),
        },
    ),
    Kind.SPONSORSHIP: RoleWords(
        name=_("Sponsor"),
        means=_("Talks about you when you are not there: opens a door with their own name."),
        lasts=_("From one opportunity to the next."),
        of_senior=_("Nominates, introduces, invites; asks first whether it is wanted."),
        of_junior=_("Says what is wanted, and delivers once the door is open."),
        log={
            "what": _("Which opportunity?"),
            "done": _("What was done for it?"),
            "came": _("What came of it?"),
        },
    ),
}
