"""The moves of a consequence, each written down and told, with its row held."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.algorithms.consequences import Standing, Step, next_move
from corridor.kernel import events
from corridor.programmes import letters_of_consequences as letters
from corridor.programmes.events import BreakEnded
from corridor.programmes.models import Appeal, Consequence, ConsequenceMove, Programme
from corridor.programmes.queries import consequences as queries
from corridor.programmes.states_of_consequences import (
    APPEAL,
    CLEAR,
    CLOCK,
    CONSEQUENCE,
    LOOK,
    RESTING,
    WAITING,
)

if TYPE_CHECKING:
    from corridor.people.models import Profile

TOLD_ANEW = frozenset({"notice", "warn", "rest", "look", "rest_again"})
"""Moves from whose day on the next step counts."""
SETTLES = frozenset({"let_be", "grant"})
UNDOES = frozenset({"ease", "forgive"})
"""All that goes on while an appeal waits."""


@dataclass(frozen=True, kw_only=True)
class Decided:
    """By whom, in the words of the state machines; by the clock, nobody's name stands beside it."""

    by: str
    at: datetime
    person: "Profile | None" = None
    reason: str = ""


def hold_consequence(programme: Programme, profile_id: int, *, now: datetime) -> Consequence:
    """Of whoever has none yet, a new one. Call in a transaction."""
    Consequence.objects.get_or_create(
        programme=programme, profile_id=profile_id, defaults={"since": now}
    )
    rows = Consequence.objects.select_for_update(of=("self",))
    found = rows.select_related("programme", "profile__account")
    return found.get(programme=programme, profile=profile_id)


def reconsider(held: Consequence, *, now: datetime) -> None:
    """Make what moves are due by the rules. Asked again, it makes none twice."""
    waits = appeal_waiting(held)
    while True:
        move = _due(held, now)
        if move is None or (waits is not None and move not in UNDOES):
            return
        make(held, move, Decided(by=CLOCK, at=now))
        if waits is not None and held.step == CLEAR:
            end_appeal(waits, "grant", Decided(by=CLOCK, at=now))
            waits = None


def make(held: Consequence, move: str, decided: Decided) -> None:
    """Raises MoveImpossible."""
    before, now = held.step, decided.at
    held.step = CONSEQUENCE.after(held.step, move, by=decided.by)
    held.by = decided.person
    if move in TOLD_ANEW:
        held.since = now
    rests = timedelta(days=held.programme.break_days)
    held.rests_until = now + rests if held.step == RESTING else None
    held.save(update_fields=["step", "by", "since", "rests_until"])
    if move in SETTLES:
        queries.still_counted(held).update(ended_at=now)
    made = ConsequenceMove(consequence=held, name=move, at=now, by=decided.person)
    made.reason = decided.reason
    made.save()
    if before == RESTING:
        events.publish(BreakEnded(profile_id=held.profile_id, began_at=held.since, at=now))
    letters.tell_move(held, move, before=before, reason=decided.reason)
    if held.step == LOOK:
        letters.ask_to_look(held, today=now.date())


def appeal_waiting(held: Consequence) -> Appeal | None:
    return held.appeals.filter(state=WAITING).order_by("pk").first()


def end_appeal(waiting: Appeal, move: str, decided: Decided) -> None:
    """With its consequence held. Raises MoveImpossible."""
    waiting.state = APPEAL.after(waiting.state, move, by=decided.by)
    waiting.decided_at, waiting.decided_by = decided.at, decided.person
    waiting.words = {**waiting.words, "answer": decided.reason}
    waiting.save(update_fields=["state", "decided_at", "decided_by", "sealed_words"])


def go_on(held: Consequence, waiting: Appeal, *, now: datetime) -> None:
    """The appeal did not end it: a break lasts as long as it would have, from now on."""
    if held.step == RESTING and held.rests_until is not None:
        held.rests_until += now - waiting.at
        held.save(update_fields=["rests_until"])


def _due(held: Consequence, now: datetime) -> str | None:
    standing = Standing(step=Step(held.step), since=held.since, rests_until=held.rests_until)
    facts = list(queries.still_counted(held).values_list("counts_from", flat=True))
    return next_move(standing, facts, queries.rules(held.programme), now=now)
