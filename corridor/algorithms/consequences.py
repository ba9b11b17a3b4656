"""What follows for somebody who, more than once, did not come, called off late or did not answer.

Guarantees, whatever happens in whatever order, and however late it is looked at:

- a step follows only on something that happened after the step before was told;
- several things on one day count once;
- nothing counts that is older than the window, and time alone leads back to the beginning;
- what is taken back undoes the steps that stood on it.

There is no number for a person: what is compared are days on which something happened.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class Step(StrEnum):
    CLEAR = "clear"
    NOTICED = "noticed"
    WARNED = "warned"
    RESTING = "resting"
    RETURNED = "returned"
    LOOK = "look"


LEVEL: Mapping[Step, int] = {
    Step.CLEAR: 0,
    Step.NOTICED: 1,
    Step.WARNED: 2,
    Step.RESTING: 3,
    Step.RETURNED: 3,
    Step.LOOK: 4,
}
"""How many days beyond the first ones it takes; after a break one more leads to a look."""
UP: Mapping[Step, str] = {
    Step.CLEAR: "notice",
    Step.NOTICED: "warn",
    Step.WARNED: "rest",
    Step.RETURNED: "look",
}
LOOK_WAITS = timedelta(days=30)
"""So long for the team to look; then nothing follows."""


@dataclass(frozen=True, kw_only=True)
class Rules:
    first_days: int
    """On so many days something has to happen before a notice."""
    window: timedelta


@dataclass(frozen=True, kw_only=True)
class Standing:
    step: Step
    since: datetime
    """When the step was told."""
    rests_until: datetime | None = None


def next_move(
    standing: Standing, facts: Sequence[datetime], rules: Rules, *, now: datetime
) -> str | None:
    """The one move of `programmes.states_of_consequences` that is due; after it, ask again."""
    counted = [at for at in facts if now - rules.window < at <= now]
    days = _days(counted)
    if standing.step == Step.CLEAR:
        return UP[Step.CLEAR] if days >= rules.first_days else None
    if days < rules.first_days:
        return "forgive"
    if _borne(standing, facts, rules, now) < LEVEL[standing.step]:
        return "ease"
    return _by_time(standing, now) or _up(standing, counted, rules)


def _by_time(standing: Standing, now: datetime) -> str | None:
    if standing.step == Step.RESTING and (standing.rests_until or now) <= now:
        return "resume"
    if standing.step == Step.LOOK and standing.since + LOOK_WAITS <= now:
        return "let_be"
    return None


def _up(standing: Standing, counted: Sequence[datetime], rules: Rules) -> str | None:
    is_new = any(at > standing.since for at in counted)
    bears = _days(counted) - rules.first_days
    return UP.get(standing.step) if is_new and bears >= LEVEL[standing.step] else None


def _borne(standing: Standing, facts: Iterable[datetime], rules: Rules, now: datetime) -> int:
    """The level that is left to stand on: of what bore the step when it was told, and since."""
    oldest = standing.since - rules.window
    return _days(at for at in facts if oldest < at <= now) - rules.first_days + 1


def _days(facts: Iterable[datetime]) -> int:
    return len({at.date() for at in facts})
