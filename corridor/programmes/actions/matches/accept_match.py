from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring import actions as mentoring
from corridor.mentoring.actions import Origin
from corridor.mentoring.choices import OriginKind
from corridor.people.choices import Kind
from corridor.programmes import letters_of_matches as letters
from corridor.programmes import queries
from corridor.programmes.actions.matches.hold_match import hold_match
from corridor.programmes.events import MatchAccepted
from corridor.programmes.models import Match
from corridor.programmes.states import CLOCK, MENTEE, MENTOR, OPEN_MATCH

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.people.models import Profile


class MenteeIsServed(Exception):
    """She has found as many as she asked for."""


@transaction.atomic
def accept_match(*, match_id: int, side: str, by: "Profile", now: datetime) -> Match:
    """A yes. The mentor's is enough, unless the round asks both; then the second one counts.

    Raises NotYourMatch, MatchIsOver, MenteeIsServed, or from mentoring NoRoom or KeptApart.
    """
    match = hold_match(match_id, by=by, side=side)
    if not queries.still_wished(match.mentee, match.role):
        raise MenteeIsServed
    if match.needs_both and not _both_agree(match, side, now):
        return match

    match.relationship = _relationship(match, now)
    match.accept(by=MENTOR, at=now)
    events.publish(MatchAccepted(match_id=match.pk, at=now))
    letters.tell_accepted(match)
    if not queries.still_wished(match.mentee, match.role):
        withdraw_others(match, now)
    return match


def _both_agree(match: Match, side: str, now: datetime) -> bool:
    if side == MENTEE:
        match.mentee_agreed_at = match.mentee_agreed_at or now
    else:
        match.mentor_agreed_at = match.mentor_agreed_at or now
    match.save(update_fields=["mentee_agreed_at", "mentor_agreed_at"])
    return bool(match.mentee_agreed_at and match.mentor_agreed_at)


def _relationship(match: Match, now: datetime) -> "Relationship":
    """A round that keeps matches of the one before asks people who work together: they go on."""
    mentor, mentee, role = match.mentor.profile, match.mentee.profile, Kind(match.role)
    origin = _origin(match)
    try:
        return mentoring.open_relationship(
            mentor=mentor, mentee=mentee, role=role, origin=origin, now=now
        )
    except mentoring.AlreadyTogether:
        return mentoring.keep_together(mentor=mentor, mentee=mentee, role=role, until=origin.until)


def _origin(match: Match) -> Origin:
    programme = match.round.programme
    return Origin(
        kind=OriginKind.PROGRAMME,
        programme_name=programme.name,
        programme_address=programme.slug,
        round_name=match.round.name,
        until=match.round.ends_on,
        months=programme.months,
        cadence=str(programme.get_cadence_display()),
        agreement_text=queries.agreement(programme).text,
        asks_reviews=programme.asks_how_it_went,
        places=queries.places_given(match.mentor),
    )


def withdraw_others(match: Match, now: datetime) -> None:
    """Whoever else was asked for her is told that she has found somebody."""
    others = Match.objects.select_for_update(of=("self",), no_key=True).filter(
        mentee=match.mentee, role=match.role, state__in=OPEN_MATCH
    )
    for other in others.select_related(*queries.WHOLE).order_by("pk"):
        other.end("withdraw", by=CLOCK, cause=Match.Cause.SERVED, at=now)
        letters.tell_served(other)
