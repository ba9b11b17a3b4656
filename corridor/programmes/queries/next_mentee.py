"""Who of those with nobody would be asked about when a place of a mentor comes free."""

from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Q

from corridor.algorithms.matching.compatibility import compare
from corridor.algorithms.matching.outcome import Compatibility
from corridor.algorithms.matching.people import Role
from corridor.mentoring import queries as mentoring
from corridor.programmes.models import Application, Match, NextBest, Round
from corridor.programmes.queries.matches import still_wished, unserved
from corridor.programmes.queries.reviewing import given

TOLD = (Round.State.PUBLISHED, Round.State.RUNNING)


@dataclass(frozen=True, kw_only=True)
class Waiting:
    mentee: Application
    why: Compatibility


def by_turn(mentor: Application, role: str) -> list[Waiting]:
    """Who waited most rounds, then the better fit, then who applied first; nobody twice."""
    lacking = _lacking(mentor, role)
    everybody = given(mentor.round, only=[mentor.pk, *(one.pk for one in lacking.values())])
    hers = next(iter(everybody.mentors), None)
    if hers is None or Role(role) not in hers.offers:
        return []
    compared = [
        Waiting(mentee=lacking[one.id], why=compare(one, hers, everybody.options))
        for one in everybody.mentees
        if one.id != hers.id
    ]
    possible = [one for one in compared if one.why.barrier is None]
    return sorted(possible, key=_turn)


def told_as_mentor(profile_ids: Collection[int]) -> list[int]:
    """Applications of these people as mentors, in rounds whose matches are out."""
    applied = Application.objects.filter(
        profile__in=profile_ids,
        side=Application.Side.MENTOR,
        state=Application.State.IN,
        round__state__in=TOLD,
    )
    return list(applied.order_by("pk").values_list("pk", flat=True))


def mentor_of_match(match_id: int) -> int:
    """Her application."""
    return Match.objects.get(pk=match_id).mentor_id


def asked_in_vain(match_id: int) -> list[int]:
    """Applications of mentors who need not answer, because another said yes."""
    accepted = Match.objects.get(pk=match_id)
    others = Match.objects.filter(
        mentee=accepted.mentee_id, role=accepted.role, cause=Match.Cause.SERVED
    )
    return list(others.order_by("pk").values_list("mentor", flat=True))


def _lacking(mentor: Application, role: str) -> dict[str, Application]:
    """By handle: who has nobody, wishes for this role, and was not asked about with her, nor
    put before a director.
    """
    asked = set(Match.objects.filter(mentor=mentor).values_list("mentee_id", flat=True))
    looked_at = NextBest.objects.filter(Q(decided_at=None) | Q(mentor=mentor))
    asked |= set(looked_at.filter(mentee__round=mentor.round).values_list("mentee", flat=True))
    lacking = unserved(mentor.round)
    together = mentoring.together([mentor.profile_id], [one.profile_id for one in lacking])
    hers = {one.mentee_id for one in together if one.role == role}
    return {
        one.profile.handle: one
        for one in lacking
        if one.pk not in asked and one.profile_id not in hers and still_wished(one, role)
    }


def _turn(one: Waiting) -> tuple[object, ...]:
    return (-one.mentee.waited, -one.why.fit, one.mentee.applied_at, one.mentee.pk)
