"""A place of a mentor is free in a round whose matches are out: whoever waits is asked about."""

from datetime import datetime, timedelta

from django.db import transaction

from corridor.algorithms.matching.people import Role
from corridor.people import queries as people
from corridor.programmes import queries
from corridor.programmes.actions.matches.follow_up import TOLD, put_before_director
from corridor.programmes.actions.matches.propose_match import Chosen, propose_match
from corridor.programmes.documents import to_document
from corridor.programmes.models import Application, Match, Round

LOOKED_BACK = timedelta(days=7)
"""A worker that stood still for so long misses nobody who came back."""


def offer_places_of_returned(*, now: datetime) -> int:
    """Of mentors whose days away are over: how many mentees are asked about now."""
    back = people.back_since((now - LOOKED_BACK).date(), today=now.date())
    return sum(
        offer_place(application_id=application_id, now=now)
        for application_id in queries.told_as_mentor(back)
    )


@transaction.atomic
def offer_place(*, application_id: int, now: datetime) -> int:
    """How many are asked about now. Done twice, it asks about nobody twice."""
    applied = Application.objects.select_related("round__programme", "profile__account")
    mentor = applied.get(pk=application_id)
    round = Round.objects.select_for_update(of=("self",)).get(pk=mentor.round_id)
    if not mentor.is_in or mentor.takes_no_more_at is not None or round.state not in TOLD:
        return 0
    return sum(_offer(mentor, role.value, now) for role in Role)


def _offer(mentor: Application, role: str, now: datetime) -> int:
    places = queries.free_places(mentor, role, today=now.date())
    if mentor.round.asks_before_next:
        places -= queries.looked_at(mentor, role)
    if places <= 0:
        return 0
    asked = queries.by_turn(mentor, role)[:places]
    for waiting in asked:
        if mentor.round.asks_before_next:
            _put_before_director(mentor, waiting, role, now)
        else:
            chosen = Chosen(
                mentee=waiting.mentee, mentor=mentor, role=role, why=to_document(waiting.why)
            )
            propose_match(mentor.round, chosen, now=now)
    return len(asked)


def _put_before_director(
    mentor: Application, waiting: queries.Waiting, role: str, now: datetime
) -> None:
    """As what follows on her last match, if she had one."""
    ended = (
        Match.objects.filter(mentee=waiting.mentee, role=role, next_best=None, suggested=None)
        .select_related(*queries.WHOLE)
        .order_by("-ended_at", "-pk")
        .first()
    )
    found = queries.Candidate(mentor=mentor, why=waiting.why)
    put_before_director(waiting.mentee, role, found, after=ended, now=now)
