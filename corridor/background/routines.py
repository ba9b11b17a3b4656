"""What is done again and again, by whichever machine is first.

A row says when each is due. Moving it on is one statement, so of two machines one does the work.
It is moved on by little at first: what dies at work is done again soon.
"""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from time import monotonic

from corridor.background.models import Routine

logger = logging.getLogger(__name__)

AGAIN_AFTER = timedelta(minutes=10)
"""When something that failed or never ended is tried again, if it is not due before."""
LONG = 30
"""Seconds after which a routine is named in the log."""


@dataclass(frozen=True, kw_only=True)
class Regular:
    name: str
    every: timedelta
    run: Callable[[datetime], object]


_connected: list[Regular] = []


def connect(regular: Sequence[Regular]) -> None:
    """Said once, by config/schedule.py."""
    _connected[:] = regular


def connected() -> Sequence[Regular]:
    return _connected


def run_due(regular: Sequence[Regular], *, now: datetime) -> list[str]:
    """Names of those that this call did."""
    due = dict(Routine.objects.order_by("name").values_list("name", "due_at"))
    if missing := [one.name for one in regular if one.name not in due]:
        Routine.objects.bulk_create(
            [Routine(name=name, due_at=now) for name in missing], ignore_conflicts=True
        )
    return [one.name for one in regular if due.get(one.name, now) <= now and _run(one, now)]


def _run(one: Regular, now: datetime) -> bool:
    soon = now + min(one.every, AGAIN_AFTER)
    if not Routine.objects.filter(name=one.name, due_at__lte=now).update(due_at=soon):
        return False
    began = monotonic()
    try:
        one.run(now)
    except Exception:
        logger.exception("Failed: %s", one.name)
        return True
    if monotonic() - began > LONG:
        logger.warning("%s took %d seconds.", one.name, monotonic() - began)
    Routine.objects.filter(name=one.name).update(due_at=now + one.every)
    return True
