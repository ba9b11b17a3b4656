"""Letters to adapt: the facts of a file in the order in which each reader needs them.

Plain text, because it ends in a mail program. What is unknown stands in square brackets, so that it
is seen before it is sent. Nothing here sends anything.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.incidents.choices import Recipient
from corridor.incidents.telling import Told

if TYPE_CHECKING:
    from corridor.incidents.queries.opened import OpenedPiece
    from corridor.people.models import Profile

SUBJECTS: Mapping[Recipient, Promise] = {
    Recipient.DIRECTOR: gettext_lazy("Subject: I am being attacked online, and want you to know"),
    Recipient.OFFICE: gettext_lazy("Subject: Online harassment of a trainee"),
    Recipient.EMPLOYER: gettext_lazy("Subject: Harassment of an employee from outside"),
    Recipient.BODY: gettext_lazy("Subject: Context for complaints that you may receive about me"),
    Recipient.POLICE: gettext_lazy("Subject: Report of threats and harassment"),
}
OPENINGS: Mapping[Recipient, Promise] = {
    Recipient.DIRECTOR: gettext_lazy(
        "I am writing so that you hear it from me first. I am the target of an attack online that"
        " is connected with my work."
    ),
    Recipient.OFFICE: gettext_lazy(
        "I am writing about harassment that I experience as a trainee of this institution. I ask"
        " you to record it, and to tell me which of your policies apply."
    ),
    Recipient.EMPLOYER: gettext_lazy(
        "I am writing to tell you of harassment from outside that is connected with my work here."
    ),
    Recipient.BODY: gettext_lazy(
        "I am writing because people may complain to you about me as part of an attack online. I"
        " want you to have the context, and the evidence, from me."
    ),
    Recipient.POLICE: gettext_lazy(
        "I want to report threats and harassment. Please give me a reference number, and tell me"
        " who deals with it."
    ),
}
REQUESTS: Mapping[Recipient, Sequence[Promise]] = {
    Recipient.DIRECTOR: (
        gettext_lazy("please do not answer the people who write to you; pass them on to me"),
        gettext_lazy("please tell the switchboard and the front desk not to give out my rota"),
        gettext_lazy("please keep what I sent you between us, unless we agree otherwise"),
    ),
    Recipient.OFFICE: (
        gettext_lazy("please confirm in writing that you have this"),
        gettext_lazy("please name one person who deals with it"),
        gettext_lazy("please make sure that complaints by strangers do not reach my evaluations"),
    ),
    Recipient.EMPLOYER: (
        gettext_lazy("please take my photo, shifts and direct number from public pages for now"),
        gettext_lazy("please tell security, and give me a number that I can call"),
        gettext_lazy("please tell me before you answer any complaint about me"),
    ),
    Recipient.BODY: (
        gettext_lazy("please keep this with anything that you receive about me from now on"),
        gettext_lazy("please tell me of complaints before you decide about them"),
    ),
    Recipient.POLICE: (
        gettext_lazy("please secure the accounts named below before they are deleted"),
        gettext_lazy("please tell me what I should do, and not do, meanwhile"),
    ),
}
FIRST_WORDS = 160


def letter_text(
    recipient: Recipient,
    told: Told,
    *,
    owner: "Profile",
    pieces: "Sequence[OpenedPiece]",
    today: date,
) -> str:
    """With the facts of the file; patient details are masked in it as they are there."""
    parts = [
        str(SUBJECTS[recipient]),
        date_format(today, "j F Y"),
        _("Dear [name],"),
        str(OPENINGS[recipient]),
        _part(_("Who I am"), _about(owner)),
        _part(_("What happened"), _happened(told)),
        _part(_("What is not true"), told.what_is_false),
        _part(_("What I have kept"), _evidence(pieces)),
        _part(_("Who knows already"), _who_knows(pieces)),
        _part(_("What I ask for"), _asked(recipient, told)),
        _about_patients(),
        _("Yours sincerely,") + f"\n{owner.display_name}\n" + _("[how to reach me]"),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def _part(title: str, words: str) -> str:
    return f"{title}\n{words.strip()}" if words.strip() else ""


def _about(owner: "Profile") -> str:
    facts = filter(None, (owner.display_name, owner.stage_name, owner.field, owner.institution))
    return ", ".join(map(str, facts))


def _happened(told: Told) -> str:
    since = date_format(date.fromisoformat(told.began_on), "j F Y") if told.began_on else ""
    lines = [
        _("Since %(day)s.") % {"day": since} if since else _("Since [date]."),
        _("Where: %(where)s.") % {"where": told.where} if told.where else "",
        told.what_happened,
        _("I have been threatened.") if told.is_threatened else "",
    ]
    return "\n".join(filter(None, lines))


def _evidence(pieces: "Sequence[OpenedPiece]") -> str:
    lines = [_line(one) for one in pieces if not one.is_about_telling]
    if not lines:
        return _("[Nothing is in the file yet.]")
    said = _(
        "Each was copied when I saw it, with a digest (SHA-256) by which it can be checked that it"
        " was not changed since. I can send you the files."
    )
    return "\n".join([*lines, said])


def _line(piece: "OpenedPiece") -> str:
    said = " ".join(piece.words_shown.split())
    quoted = f"“{said[:FIRST_WORDS]}{'…' if len(said) > FIRST_WORDS else ''}”" if said else ""
    facts = filter(None, (piece.when_shown, str(piece.kind.label), piece.who, piece.where, quoted))
    return f"{piece.number}. " + "; ".join(facts)


def _who_knows(pieces: "Sequence[OpenedPiece]") -> str:
    return "\n".join(
        f"- {one.who or _('[name]')}, {one.when_shown}" for one in pieces if one.is_about_telling
    )


def _asked(recipient: Recipient, told: Told) -> str:
    own = [told.what_i_want.strip()] if told.what_i_want.strip() else []
    return "\n".join(f"- {one}" for one in [*own, *map(str, REQUESTS[recipient])])


def _about_patients() -> str:
    return _(
        "What could identify a patient is left out of this letter and of the copies that I send."
    )
