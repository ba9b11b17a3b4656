"""The mails of a publication as they will be read."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple

from corridor.algorithms.matching.outcome import Compatibility
from corridor.people.letters import Letter
from corridor.programmes import letters_of_matches as letters
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
        mails = (
            Preview(mentee, letters.to_mentee(it, "")),
            Preview(mentor, letters.to_mentor(it, "")),
        )
        found.append(PairPreview(proposal, mails))
    return found
