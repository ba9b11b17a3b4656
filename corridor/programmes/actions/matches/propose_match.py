"""A match comes into being: both sides are told, and the mentor has some days to answer."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from corridor.kernel import events
from corridor.programmes import letters_of_matches as letters
from corridor.programmes.actions.matches.make_link import make_link
from corridor.programmes.documents import to_document
from corridor.programmes.events import MatchProposed
from corridor.programmes.models import Application, Match, MatchingRun, Round
from corridor.programmes.talk import Talk


@dataclass(frozen=True, kw_only=True)
class Chosen:
    mentee: Application
    mentor: Application
    role: str
    why: Any
    """`matching.Compatibility` as a document."""
    run: MatchingRun | None = None
    after: Match | None = None


def propose_match(round: Round, chosen: Chosen, *, now: datetime) -> Match:
    """Call with the round held."""
    match = Match(
        round=round,
        run=chosen.run,
        mentee=chosen.mentee,
        mentor=chosen.mentor,
        role=chosen.role,
        proposed_at=now,
        answer_by=now + timedelta(days=round.programme.answer_days),
        needs_both=round.mode == Round.Mode.SUGGESTIONS,
        after=chosen.after,
    )
    match.why = chosen.why
    match.talk = to_document(Talk())
    match.save()
    letters.tell_mentor(match, make_link(match, match.mentor.profile))
    if chosen.after is None:
        letters.tell_mentee(match)
    events.publish(MatchProposed(match_id=match.pk, at=now))
    return match
