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

if TYPE_CHECKING:
    from corridor.people.models import Profile

TOLD = (Round.State.PUBLISHED, Round.State.RUNNING)


class AlreadyDecided(Exception):
    """Another director was first."""


class NoLongerFree(Exception):
    """The mentor has no place left meanwhile, or the mentee has found somebody."""


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
        put_before_director(ended, found, now)
        letters.tell_goes_on(ended)
        return None
    letters.tell_goes_on(ended)
    return propose_match(ended.round, _after(ended, found.mentor, to_document(found.why)), now=now)


@transaction.atomic
def decide_next_best(
    *, suggested: NextBest, is_wanted: bool, by: "Profile", now: datetime
) -> Match | None:
    """A director lets the next best be asked, or not; then the one after that is looked for.

    Raises NotDirector, AlreadyDecided or NoLongerFree.
    """
    ended = Match.objects.select_related(*queries.WHOLE).get(pk=suggested.after_id)
    if not policies.can(by, ended.round.programme, Right.PUBLISH):
        raise NotDirector
    Round.objects.select_for_update(of=("self",)).get(pk=ended.round_id)
    held = NextBest.objects.select_for_update(of=("self",)).get(pk=suggested.pk)
    if held.decided_at is not None:
        raise AlreadyDecided
    is_free = queries.is_free(held.mentor, ended.role, today=now.date())
    if is_wanted and not (_lacks_somebody(ended) and is_free):
        raise NoLongerFree

    held.decided_at, held.decided_by = now, by
    held.save(update_fields=["decided_at", "decided_by"])
    if is_wanted:
        letters.tell_goes_on(ended)
        return propose_match(ended.round, _after(ended, held.mentor, held.why), now=now)
    letters.tell_nobody_left(ended)
    return None


def _is_left_alone(ended: Match) -> bool:
    """With the round held: nothing followed yet, and something should."""
    round = Round.objects.select_for_update(of=("self",)).get(pk=ended.round_id)
    follows = Match.objects.filter(after=ended).exists()
    is_known = follows or NextBest.objects.filter(after=ended).exists()
    is_lost = not ended.is_open and ended.state != Match.State.ACCEPTED
    return is_lost and not is_known and round.state in TOLD and _lacks_somebody(ended)


def _lacks_somebody(ended: Match) -> bool:
    """She still wishes for more than are being asked for her."""
    asked = queries.matches_open(ended.round).filter(mentee=ended.mentee, role=ended.role).count()
    return queries.still_wished(ended.mentee, ended.role) > asked and not ended.needs_both


def put_before_director(ended: Match, found: queries.Candidate, now: datetime) -> None:
    suggested = NextBest(after=ended, mentor=found.mentor, made_at=now)
    suggested.why = to_document(found.why)
    suggested.save()
    events.publish(NextBestFound(match_id=ended.pk, at=now))


def _after(ended: Match, mentor: Application, why: object) -> Chosen:
    return Chosen(
        mentee=ended.mentee, mentor=mentor, role=ended.role, why=why, run=ended.run, after=ended
    )
