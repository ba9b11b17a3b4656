"""What the other of two people is told by mail, in the words that are shown beforehand."""

from datetime import date, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.utils import formats
from django.utils.translation import gettext as _

from corridor.mentoring.choices import Ending
from corridor.people import queries as people
from corridor.people.letters import Button, Letter, address_of_page, tell, to_member

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.people.models import Profile


def words_of_pause(by: "Profile", until: date | None) -> str:
    if until is None:
        return _("%(name)s pauses your work together, and takes it up again when it suits.") % {
            "name": by.display_name
        }
    return _("%(name)s pauses your work together until %(day)s.") % {
        "name": by.display_name,
        "day": formats.date_format(until, "j F Y"),
    }


def words_of_end(by: "Profile", ending: str) -> str:
    name = {"name": by.display_name}
    if ending == Ending.FINISHED:
        return _("%(name)s ends your work together: you did what you set out to do.") % name
    return _("%(name)s ends your work together. Nobody is asked for a reason.") % name


def tell_of_pause(held: "Relationship", *, by: "Profile", line: str) -> None:
    words = words_of_pause(by, held.resumes_on)
    _tell(held, _("A pause"), words, by=by, line=line)


def tell_of_end(held: "Relationship", *, by: "Profile", line: str) -> None:
    _tell(held, _("Your work together ends"), words_of_end(by, held.ending), by=by, line=line)


def tell_of_leaving(held: "Relationship", *, by: "Profile", leaves_at: datetime) -> None:
    reader = people.profile_here(held.other_than(by).pk)
    if reader is None:
        return
    day = formats.date_format(leaves_at.astimezone(ZoneInfo(reader.time_zone)), "j F Y")
    words = {"name": by.display_name, "day": day}
    is_mentee = reader.pk == held.mentee_id
    letter = Letter(
        subject=_("%(name)s is leaving this server") % words,
        paragraphs=(
            _("Your work together ends on %(day)s, unless %(name)s comes back before.") % words,
            _("Meetings to come are called off. What you wrote stays for you to read."),
        ),
        button=Button(
            label=_("Look for somebody else") if is_mentee else _("Open it"),
            url=address_of_page("somebody-else" if is_mentee else "relationship", held.pk),
        ),
        why=to_member(reader.handle),
    )
    tell(letter, to=reader.account.email)


def _tell(held: "Relationship", subject: str, words: str, *, by: "Profile", line: str) -> None:
    other = held.other_than(by)
    said = [_("%(name)s writes: “%(line)s”") % {"name": by.display_name, "line": line}]
    letter = Letter(
        subject=subject,
        paragraphs=(words, *(said if line else [])),
        button=Button(label=_("Open it"), url=address_of_page("relationship", held.pk)),
        why=to_member(other.handle),
    )
    tell(letter, to=other.account.email)
