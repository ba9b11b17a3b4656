"""A director puts a circle together herself, of people who are in the round."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max

from corridor.mentoring.actions import circles
from corridor.mentoring.actions.circles import AskedIn, NewCircle
from corridor.programmes import policies
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.models import Application, CircleOfRound, Round
from corridor.programmes.policies import Right
from corridor.programmes.queries.consequences import resting

if TYPE_CHECKING:
    from corridor.mentoring.models import Circle
    from corridor.people.models import Profile


class NotInThisRound(Exception):
    """Only who is in the round, on that side of it, is asked into a circle of it."""


class SomebodyRests(Exception):
    """Nobody new is matched with somebody of them for now: she has a break."""


class RoundTellsNobody(Exception):
    """Its matches are not published, or it has ended: nobody is written to."""


@dataclass(frozen=True, kw_only=True)
class ByHand:
    name: str
    purpose: str
    leaders: Sequence[Application]
    members: Sequence[Application]
    places: int


@transaction.atomic
def form_by_hand(new: ByHand, *, round: Round, by: "Profile", now: datetime) -> "Circle":
    """Everybody is asked, as in circles of a run, and nothing begins before enough said yes.

    Raises NotDirector, RoundTellsNobody, NotInThisRound, SomebodyRests, KeptApart, or
    CircleNeedsName, CircleTooLong or WrongNumber of circles.
    """
    if not policies.can(by, round.programme, Right.PUBLISH):
        raise NotDirector
    held = Round.objects.select_for_update(of=("self",)).get(pk=round.pk)
    if held.state not in (Round.State.PUBLISHED, Round.State.RUNNING):
        raise RoundTellsNobody
    sides = ((new.leaders, Application.Side.MENTOR), (new.members, Application.Side.MENTEE))
    for several, side in sides:
        if not several or not all(_is_in(one, held, side) for one in several):
            raise NotInThisRound

    programme = round.programme
    if not resting(programme).isdisjoint(one.profile_id for one in (*new.leaders, *new.members)):
        raise SomebodyRests
    circle = circles.form_circle(
        NewCircle(
            name=new.name,
            purpose=new.purpose,
            places=new.places,
            members=[one.profile for one in new.members],
            programme_name=programme.name,
            programme_address=programme.slug,
            round_name=round.name,
            answer_days=programme.answer_days,
        ),
        leaders=[AskedIn(profile=one.profile, leads=True) for one in new.leaders],
        now=now,
    )
    last = held.circles.aggregate(last=Max("number"))["last"] or 0
    CircleOfRound.objects.create(round=held, number=last + 1, circle=circle)
    return circle


def _is_in(one: Application, round: Round, side: str) -> bool:
    is_here = one.round_id == round.pk and one.side == side
    return is_here and one.state == Application.State.IN
