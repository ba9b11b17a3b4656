"""Not now, from either side: nobody has to say why."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.people import actions as people
from corridor.programmes import letters_of_matches as letters
from corridor.programmes import queries
from corridor.programmes.actions.matches.ask_mentee import AnswerTooLong
from corridor.programmes.actions.matches.hold_match import hold_match
from corridor.programmes.documents import to_document
from corridor.programmes.events import MatchDeclined
from corridor.programmes.models import Application, Match
from corridor.programmes.states import CLOCK, MENTEE, MENTOR
from corridor.programmes.talk import LONGEST_WORDS

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class NotNow:
    """What a mentor says besides, all of it if she likes."""

    reason: str = ""
    """For herself alone."""
    away_from: date | None = None
    back_on: date | None = None
    takes_no_more: bool = False


@transaction.atomic
def decline_match(*, match_id: int, said: NotNow, by: "Profile", now: datetime) -> Match:
    """The mentor's no. Raises NotYourMatch, MatchIsOver, AnswerTooLong, or ValidationError for
    days away that end before they start.
    """
    match = hold_match(match_id, by=by, side=MENTOR)
    reason = said.reason.replace("\r\n", "\n").replace("\0", "").strip()
    if len(reason) > LONGEST_WORDS:
        raise AnswerTooLong

    if said.away_from is not None:
        people.set_away(profile=by, starts_on=said.away_from, ends_on=said.back_on, by=by)
    if said.takes_no_more:
        Application.objects.filter(pk=match.mentor_id).update(takes_no_more_at=now)
    match.talk = to_document(replace(queries.talk(match), reason=reason))
    match.end("decline", by=MENTOR, cause=Match.Cause.MENTOR, at=now)
    events.publish(MatchDeclined(match_id=match.pk, at=now))
    return match


@transaction.atomic
def refuse_match(*, match_id: int, by: "Profile", now: datetime) -> Match:
    """The mentee's no, without a reason. Raises NotYourMatch or MatchIsOver."""
    match = hold_match(match_id, by=by, side=MENTEE)
    match.end("withdraw", by=MENTEE, cause=Match.Cause.MENTEE, at=now)
    letters.tell_refused(match)
    events.publish(MatchDeclined(match_id=match.pk, at=now))
    return match


@transaction.atomic
def pass_on_match(*, match_id: int, is_full: bool, by: "Profile", now: datetime) -> Match:
    """She said yes, and there was no place left or the two are kept apart: it goes to the next.

    Raises NotYourMatch or MatchIsOver.
    """
    match = hold_match(match_id, by=by, side=MENTOR)
    cause = Match.Cause.FULL if is_full else Match.Cause.APART
    match.end("withdraw", by=CLOCK, cause=cause, at=now)
    events.publish(MatchDeclined(match_id=match.pk, at=now))
    return match
