"""A match came to nothing: the next best follows by itself, and the mentee knows how it stands."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.programmes import letters_of_matches as letters
from corridor.programmes import policies, queries
from corridor.programmes.actions.matches.propose_match import Chosen, propose_match
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.documents import to_document
from corridor.programmes.events import NextBestFound
from corridor.programmes.models import Application, Match, NextBest, Round
from corridor.programmes.policies import Right
from corridor.programmes.queries.consequences import resting

if TYPE_CHECKING:
    from corridor.people.models import Profile

TOLD = (Round.State.PUBLISHED, Round.State.RUNNING)


class AlreadyDecided(Exception):
    """Another director was first."""


class NoLongerFree(Exception):
    """The mentor has no place left meanwhile or is not to be asked for her any more, or the mentee
    has found somebody.
    """


@transaction.atomic
def follow_up(*, match_id: int, now: datetime) -> Match | None:
    """The match that is proposed in its place, if one is. Done twice, it does nothing more."""
    ended = Match.objects.filter(pk=match_id).select_related(*queries.WHOLE).first()
    if ended is None or not _is_left_alone(ended):
        return None
    found = queries.next_best(ended.mentee, ended.role, today=now.date())
    if found is None:
        letters.tell_nobody_left(ended)
        return None
    if ended.round.asks_before_next:
        put_before_director(ended.mentee, ended.role, found, after=ended, now=now)
        letters.tell_goes_on(ended)
        return None
    letters.tell_goes_on(ended)
    return propose_match(ended.round, _after(ended, found.mentor, to_document(found.why)), now=now)


@transaction.atomic
def decide_next_best(
    *, suggested: NextBest, is_wanted: bool, by: "Profile", now: datetime
) -> Match | None:
    """A director lets the next best be asked, or not.

    Raises NotDirector, AlreadyDecided or NoLongerFree.
    """
    held = _hold(suggested, by=by)
    if is_wanted and not (_lacks_somebody(held.mentee, held.role) and _may_be_asked(held, now)):
        raise NoLongerFree

    held.decided_at, held.decided_by = now, by
    held.save(update_fields=["decided_at", "decided_by"])
    ended = held.after
    if ended is not None:
        tell = letters.tell_goes_on if is_wanted else letters.tell_asked_nobody
        tell(Match.objects.select_related(*queries.WHOLE).get(pk=ended.pk))
    return propose_match(held.mentee.round, _chosen(held), now=now) if is_wanted else None


@transaction.atomic
def pass_over(*, suggested: NextBest, by: "Profile", now: datetime) -> NextBest | None:
    """A director wants somebody else for the mentee: who comes next is put before her in its place.

    None where nobody else is free; the mentee is told that then. Raises NotDirector, AlreadyDecided
    or NoLongerFree.
    """
    held = _hold(suggested, by=by)
    if not _lacks_somebody(held.mentee, held.role):
        raise NoLongerFree

    ended, held.after = held.after, None
    held.decided_at, held.decided_by = now, by
    found = queries.next_best(held.mentee, held.role, today=now.date())
    if found is not None:
        held.save(update_fields=["after", "decided_at", "decided_by"])
        return put_before_director(held.mentee, held.role, found, after=ended, now=now)
    held.save(update_fields=["decided_at", "decided_by"])
    if ended is not None:
        letters.tell_nobody_left(Match.objects.select_related(*queries.WHOLE).get(pk=ended.pk))
    return None


def _hold(suggested: NextBest, *, by: "Profile") -> NextBest:
    """With its round, until it is decided."""
    round = suggested.mentee.round
    if not policies.can(by, round.programme, Right.PUBLISH):
        raise NotDirector
    Round.objects.select_for_update(of=("self",)).get(pk=round.pk)
    held = NextBest.objects.select_for_update(of=("self",)).get(pk=suggested.pk)
    if held.decided_at is not None:
        raise AlreadyDecided
    return held


def _is_left_alone(ended: Match) -> bool:
    """With the round held: nothing followed yet, and something should."""
    round = Round.objects.select_for_update(of=("self",)).get(pk=ended.round_id)
    follows = Match.objects.filter(after=ended).exists()
    is_known = follows or NextBest.objects.filter(after=ended).exists()
    is_kept = ended.state == Match.State.ACCEPTED and ended.given_up_at is None
    is_lost = not ended.is_open and not is_kept
    is_waited_for = is_lost and not is_known and round.state in TOLD and not ended.needs_both
    if ended.mentee.profile_id in resting(ended.round.programme):
        return False  # looked at again when her break is over
    return is_waited_for and _lacks_somebody(ended.mentee, ended.role)


def _lacks_somebody(mentee: Application, role: str) -> bool:
    """She still wishes for more than are being asked for her."""
    asked = queries.matches_open(mentee.round).filter(mentee=mentee, role=role).count()
    return queries.still_wished(mentee, role) > asked


def _may_be_asked(suggested: NextBest, now: datetime) -> bool:
    """Nothing came between the two since; the mentor is in the round, and has a place."""
    mentor, role = suggested.mentor, suggested.role
    is_possible = queries.may_be_matched(suggested.mentee, mentor, role)
    return is_possible and queries.is_free(mentor, role, today=now.date())


def put_before_director(
    mentee: Application,
    role: str,
    found: queries.Candidate,
    *,
    now: datetime,
    after: Match | None = None,
) -> NextBest:
    """``after`` the match that came to nothing, where it follows on one."""
    suggested = NextBest(after=after, mentee=mentee, mentor=found.mentor, role=role, made_at=now)
    suggested.why = to_document(found.why)
    suggested.save()
    events.publish(NextBestFound(application_id=mentee.pk, at=now))
    return suggested


def _chosen(suggested: NextBest) -> Chosen:
    after = suggested.after
    return Chosen(
        mentee=suggested.mentee,
        mentor=suggested.mentor,
        role=suggested.role,
        why=suggested.why,
        run=after.run if after else None,
        after=after,
    )


def _after(ended: Match, mentor: Application, why: object) -> Chosen:
    return Chosen(
        mentee=ended.mentee, mentor=mentor, role=ended.role, why=why, run=ended.run, after=ended
    )
