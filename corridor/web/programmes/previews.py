"""The mails of a publication as they will be read."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from corridor.algorithms.matching.outcome import Compatibility
from corridor.mentoring import circle_letters
from corridor.people.letters import Letter
from corridor.programmes import letters_of_matches as letters
from corridor.programmes.circles_to_form import name_of, purpose_of
from corridor.programmes.documents import from_document

if TYPE_CHECKING:
    from collections.abc import Iterable

    from corridor.people.models import Profile
    from corridor.programmes.models import MatchingRun, Proposal


class Preview(NamedTuple):
    to: "Profile"
    letter: Letter


class PairPreview(NamedTuple):
    proposal: "Proposal"
    mails: tuple[Preview, Preview]


def previews_of(
    run: "MatchingRun", proposals: "Iterable[Proposal]", *, now: datetime
) -> list[PairPreview]:
    """With the days for an answer counted from now."""
    programme = run.round.programme
    why = {
        (one["mentee"], one["mentor"], one["role"]): one["compatibility"]
        for one in run.record.outcome["matches"]
    }
    found = []
    for proposal in proposals:
        mentee, mentor = proposal.mentee.profile, proposal.mentor.profile
        it = letters.Told(
            programme=programme,
            round_name=run.round.name,
            mentee=mentee,
            mentor=mentor,
            role=proposal.role,
            why=from_document(Compatibility, why[mentee.handle, mentor.handle, proposal.role]),
            answer_by=now + timedelta(days=programme.answer_days),
        )
        found.append(PairPreview(proposal, _of_circle(proposal, it) or _of_two(it)))
    return found


def _of_two(it: letters.Told) -> tuple[Preview, Preview]:
    return (
        Preview(it.mentee, letters.to_mentee(it, "")),
        Preview(it.mentor, letters.to_mentor(it, "")),
    )


def _of_circle(proposal: "Proposal", it: letters.Told) -> tuple[Preview, Preview] | None:
    """A mentor of several is shown with each of them, and gets one mail."""
    if proposal.circle is None:
        return None

    def mail(reader: "Profile", *, leads: bool) -> Preview:
        letter = circle_letters.invitation(
            name_of(it.programme, proposal.circle or 0),
            purpose_of(it.programme),
            reader=reader,
            leads=leads,
            answer_by=it.answer_by,
        )
        return Preview(reader, letter)

    return mail(it.mentee, leads=False), mail(it.mentor, leads=True)
