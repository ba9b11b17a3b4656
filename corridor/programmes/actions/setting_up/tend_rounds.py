"""The calendar opens, closes, begins and ends rounds on their days, where the programme is."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Q

from corridor.programmes import letters_of_matches as letters
from corridor.programmes.models import REVIEWED, Programme, Round
from corridor.programmes.states import CLOCK

State = Round.State
A_DAY = timedelta(days=1)
"""Somewhere it is tomorrow already."""


def tend_rounds(*, now: datetime) -> int:
    """How many moved. One that cannot close waits until its programme reviews no other."""
    soon = (now + A_DAY).date()
    due = (
        Q(state=State.PLANNED, opens_on__lte=soon)
        | Q(state=State.OPEN, closes_on__lt=soon)
        | Q(state=State.PUBLISHED, starts_on__lte=soon)
        | Q(state=State.RUNNING, ends_on__lt=soon)
    )
    rounds = Round.objects.filter(due, programme__state=Programme.State.ACTIVE)
    return sum(_tend(round, now) for round in rounds.order_by("pk"))


@transaction.atomic
def _tend(round: Round, now: datetime) -> bool:
    programme = Programme.objects.select_for_update().get(pk=round.programme_id)
    held = Round.objects.select_for_update().get(pk=round.pk)
    today = now.astimezone(ZoneInfo(programme.time_zone)).date()
    move = _due(held, today) if programme.is_active else None
    if move is None:
        return False
    held.move(move, by=CLOCK)
    if move == "finish":
        letters.tell_closing(held)
    return True


def _due(round: Round, today: date) -> str | None:
    if round.state == State.PLANNED and round.opens_on <= today <= round.closes_on:
        return "open"
    if round.state == State.OPEN and round.closes_on < today:
        reviews_another = round.programme.rounds.filter(state__in=REVIEWED).exists()
        return None if reviews_another else "close"
    if round.state == State.PUBLISHED and round.starts_on <= today:
        return "begin"
    if round.state == State.RUNNING and round.ends_on < today:
        return "finish"
    return None
