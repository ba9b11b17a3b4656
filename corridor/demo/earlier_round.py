"""The round before: most of its pairs met for half a year, some go on, some never began."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.demo.cast import AMARA
from corridor.mentoring import actions as mentoring
from corridor.mentoring.actions import meetings
from corridor.mentoring.actions.meetings import NewLog, NewMeeting
from corridor.mentoring.choices import Ending
from corridor.mentoring.meeting_choices import Way
from corridor.people.choices import Kind
from corridor.programmes import actions, queries
from corridor.programmes.actions import matches, publishing
from corridor.programmes.actions.matches import NotNow

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.people.models import Profile
    from corridor.programmes.models import Match, MatchingRun, Round

NOT_NOW, NEVER_ANSWERED, REFUSED = "nusrat_sengupta", "kateryna_lysenko", "ishita_mishra"
"""Mentees whose matches came to nothing."""
GOING_ON = 3
"""Pairs that meet still, besides Amara's."""
FEWEST_MEETINGS, KINDS_OF_PAIRS = 3, 4
AFTER_AN_ANSWER = timedelta(days=4)


def live_through(round: "Round", run: "MatchingRun", *, by: "Profile") -> "Round":
    """From approved matches to its end."""
    published_at = run.at
    publishing.schedule_publication(run=run, by=by, now=published_at)
    publishing.release_due(now=published_at + publishing.HOLD)
    told = list(queries.matches_of_round(round))
    accepted = [one for one in told if _is_accepted(one, published_at + AFTER_AN_ANSWER)]
    matches.tend_matches(now=published_at + timedelta(days=8))
    if queries.matches_open(round).exists():
        # Whoever was asked in place of those.
        words = "The round has begun; we ask you again in spring."
        publishing.recall_matches(
            round=round, words=words, by=by, now=published_at + timedelta(days=9)
        )
    begun = actions.begin_round(round=round, by=by)
    others = [one for one in accepted if one.mentee.profile.handle != AMARA.handle]
    met_until = [
        _meet(match, FEWEST_MEETINGS + number % KINDS_OF_PAIRS)
        for number, match in enumerate(others)
    ]
    finished = actions.finish_round(round=begun, by=by)
    # Places that come free after the end are offered to nobody in this round.
    for match, at in list(zip(others, met_until, strict=True))[GOING_ON:]:
        _finish(match, at + timedelta(days=3))
    return finished


def _is_accepted(match: "Match", at: datetime) -> bool:
    mentor, mentee = match.mentor.profile, match.mentee.profile
    if mentee.handle == NOT_NOW:
        matches.decline_match(match_id=match.pk, said=NotNow(), by=mentor, now=at)
    elif mentee.handle == REFUSED:
        matches.refuse_match(match_id=match.pk, by=mentee, now=at)
    elif mentee.handle != NEVER_ANSWERED:
        matches.accept_match(match_id=match.pk, side="mentor", by=mentor, now=at)
        return True
    return False


def _meet(match: "Match", times: int) -> datetime:
    """Once a month; when they met last."""
    match.refresh_from_db()
    one = _of(match)
    at = match.proposed_at + timedelta(days=14)
    for _number in range(times):
        new = NewMeeting(times=(at,), role=Kind(match.role), way=Way.VIDEO)
        made = meetings.propose_meeting(
            new, relationship_id=one.pk, by=one.mentee, now=at - timedelta(days=6)
        )
        meetings.pick_time(
            made.pk, at, by=one.mentor, sequence=made.sequence, now=at - timedelta(days=5)
        )
        log = NewLog(was_held=True)
        meetings.log_meeting(made.pk, log, by=one.mentee, now=at + timedelta(hours=1))
        at += timedelta(days=25)
    return at


def _finish(match: "Match", at: datetime) -> None:
    one = _of(match)
    mentoring.end_relationship(one.pk, by=one.mentee, ending=Ending.FINISHED, now=at)


def _of(match: "Match") -> "Relationship":
    if match.relationship is None:
        raise LookupError(match.pk)
    return match.relationship
