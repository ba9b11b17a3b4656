"""Somebody asks the team to look at a step again: one line, and it does not hold meanwhile."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import letters_of_consequences as letters
from corridor.programmes.actions.consequences.follow import (
    Decided,
    appeal_waiting,
    end_appeal,
    go_on,
    hold_consequence,
    reconsider,
)
from corridor.programmes.checking_answers import cleaned
from corridor.programmes.models import Appeal, Programme
from corridor.programmes.queries import consequences as queries
from corridor.programmes.states_of_consequences import MEMBER

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_APPEAL = 1000


class NothingToAppeal(Exception):
    """Nothing follows for her now, or she has appealed against this step already."""


class AppealIsEmpty(Exception):
    """One line at least."""


class AppealTooLong(Exception):
    """At most 1000 letters."""


class NoAppealWaits(Exception):
    """It was decided meanwhile."""


@transaction.atomic
def appeal(programme: Programme, words: str, *, by: "Profile", now: datetime) -> Appeal:
    """Raises NothingToAppeal, AppealIsEmpty or AppealTooLong."""
    held = hold_consequence(programme, by.pk, now=now)
    seen = queries.own_consequence(programme, viewer=by, today=now.date())
    if seen is None or not seen.may_appeal:
        raise NothingToAppeal
    said = cleaned(words).strip()
    if not said:
        raise AppealIsEmpty
    if len(said) > LONGEST_APPEAL:
        raise AppealTooLong

    made = Appeal(consequence=held, step=held.step, at=now)
    made.words = {"appeal": said, "answer": ""}
    made.save()
    letters.ask_to_decide(held, today=now.date())
    return made


@transaction.atomic
def take_back_appeal(programme: Programme, *, by: "Profile", now: datetime) -> None:
    """Raises NoAppealWaits."""
    held = hold_consequence(programme, by.pk, now=now)
    waiting = appeal_waiting(held)
    if waiting is None:
        raise NoAppealWaits
    end_appeal(waiting, "take_back", Decided(by=MEMBER, at=now))
    go_on(held, waiting, now=now)
    reconsider(held, now=now)
