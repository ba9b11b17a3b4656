"""A place of a mentor is free in a round whose matches are out: whoever waits is asked about."""

from datetime import datetime

from django.db import transaction

from corridor.algorithms.matching.people import Role
from corridor.programmes import queries
from corridor.programmes.actions.matches.follow_up import TOLD, put_before_director
from corridor.programmes.actions.matches.propose_match import Chosen, propose_match
from corridor.programmes.documents import to_document
from corridor.programmes.models import Application, Match, Round


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
    if not queries.is_free(mentor, role, today=now.date()):
        return 0
    asked = 0
    for waiting in queries.by_turn(mentor, role):
        if mentor.round.asks_before_next:
            if _is_before_director(mentor, waiting, role, now):
                return 1
        else:
            chosen = Chosen(
                mentee=waiting.mentee, mentor=mentor, role=role, why=to_document(waiting.why)
            )
            propose_match(mentor.round, chosen, now=now)
            asked += 1
            if not queries.is_free(mentor, role, today=now.date()):
                break
    return asked


def _is_before_director(
    mentor: Application, waiting: queries.Waiting, role: str, now: datetime
) -> bool:
    """As what follows on her last match; who had none yet stands on the page of the round."""
    ended = (
        Match.objects.filter(mentee=waiting.mentee, role=role, next_best=None, suggested=None)
        .select_related(*queries.WHOLE)
        .order_by("-ended_at", "-pk")
        .first()
    )
    if ended is None:
        return False
    put_before_director(ended, queries.Candidate(mentor=mentor, why=waiting.why), now)
    return True
