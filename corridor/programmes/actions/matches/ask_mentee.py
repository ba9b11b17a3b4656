from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.programmes import letters_of_matches as letters
from corridor.programmes import queries
from corridor.programmes.actions.matches.hold_match import hold_match
from corridor.programmes.documents import to_document
from corridor.programmes.events import MatchTalked
from corridor.programmes.models import Match
from corridor.programmes.states import MENTEE, MENTOR
from corridor.programmes.talk import LONGEST_WORDS, QUESTIONS

if TYPE_CHECKING:
    from corridor.people.models import Profile

AT_LEAST = timedelta(days=3)
"""Whoever's turn it is has so long, however late she was asked."""


class NoSuchQuestion(Exception):
    """One of those offered."""


class AskedAlready(Exception):
    """One question: more belongs into the first meeting."""


class NothingAsked(Exception):
    """There is no question to answer, or it was answered."""


class AnswerMissing(Exception):
    """An answer says something."""


class AnswerTooLong(Exception):
    """At most 600 letters."""


@transaction.atomic
def ask_mentee(*, match_id: int, question: str, by: "Profile", now: datetime) -> Match:
    """Tell me more. Raises NotYourMatch, MatchIsOver, NoSuchQuestion or AskedAlready."""
    match = hold_match(match_id, by=by, side=MENTOR)
    if question not in QUESTIONS:
        raise NoSuchQuestion
    said = queries.talk(match)
    if said.question:
        raise AskedAlready

    match.talk = to_document(replace(said, question=question))
    _pass_on(match, "ask", by=MENTOR, now=now)
    letters.tell_question(match)
    events.publish(
        MatchTalked(match_id=match.pk, at=now, to_id=match.mentee.profile_id, by_id=by.pk)
    )
    return match


@transaction.atomic
def answer_mentor(*, match_id: int, words: str, by: "Profile", now: datetime) -> Match:
    """Raises NotYourMatch, MatchIsOver, NothingAsked, AnswerMissing or AnswerTooLong."""
    match = hold_match(match_id, by=by, side=MENTEE)
    if match.state != Match.State.ASKED:
        raise NothingAsked
    answer = words.replace("\r\n", "\n").replace("\0", "").strip()
    if not answer:
        raise AnswerMissing
    if len(answer) > LONGEST_WORDS:
        raise AnswerTooLong

    match.talk = to_document(replace(queries.talk(match), answer=answer))
    _pass_on(match, "answer", by=MENTEE, now=now)
    letters.tell_answer(match)
    events.publish(
        MatchTalked(match_id=match.pk, at=now, to_id=match.mentor.profile_id, by_id=by.pk)
    )
    return match


def _pass_on(match: Match, move: str, *, by: str, now: datetime) -> None:
    match.move(move, by=by)
    match.answer_by = max(match.answer_by, now + AT_LEAST)
    match.reminded_at = None
    match.save(update_fields=["state", "answer_by", "reminded_at", "sealed_talk"])
