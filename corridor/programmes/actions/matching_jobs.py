"""A large round is matched by a worker, which tells how far it is and can be stopped."""

from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.matching.conflicts import ImpossibleSettings
from corridor.algorithms.matching.progress import Progress
from corridor.kernel import events
from corridor.programmes import queries
from corridor.programmes.actions.record_run import (
    NobodyToMatch,
    RoundChanged,
    Solved,
    record_run,
    solve,
)
from corridor.programmes.actions.review_rights import (
    NotDirector,
    PublicationWaits,
    RoundNotUnderReview,
    check_review,
    hold_for_review,
)
from corridor.programmes.actions.run_matching import run_matching
from corridor.programmes.events import MatchingAsked
from corridor.programmes.models import Application, MatchingJob, MatchingRun, Round
from corridor.programmes.states import DIRECTOR, MATCHING

if TYPE_CHECKING:
    from corridor.people.models import Profile

AT_ONCE = 40_000
"""Pairs up to which nobody waits noticeably."""
TOLD_EVERY = 1.0
"""Seconds between two words of how far it is."""
STARTS = {
    "candidates": (0, 10),
    "solving": (10, 12),
    "pricing": (12, 16),
    "explaining": (16, 18),
    "comparing": (18, 20),
    "exploring": (20, 55),
    "swapping": (55, 85),
}
"""Per cent of the whole at which a step begins and ends, about."""
PASSES = 20
"""After which a worker gives up a round that changes, each time, before its matches are stored."""
BEFORE_IT_BEGINS = {"state": MatchingJob.State.WAITING, "step": "", "progress": 0}
REFUSALS = (
    ImpossibleSettings,
    NobodyToMatch,
    NotDirector,
    PublicationWaits,
    RoundNotUnderReview,
)


class AlreadyMatching(Exception):
    """A worker is at it."""


class NothingRuns(Exception):
    """It is done, or was stopped already."""


class JobWasStopped(Exception):
    """A director wants no result of it any more, or one with what was decided meanwhile."""


def ask_for_run(*, round: Round, by: "Profile", now: datetime) -> MatchingRun | MatchingJob:
    """A small round is matched at once, a large one by a worker.

    Raises NotDirector, RoundNotUnderReview, PublicationWaits, AlreadyMatching, NobodyToMatch,
    ImpossibleSettings or RoundChanged.
    """
    check_review(round, by=by)
    if queries.open_job(round) is not None:
        raise AlreadyMatching
    if not is_large(round):
        return run_matching(round=round, by=by, now=now)
    with transaction.atomic():
        held = hold_for_review(round, by=by)
        if queries.open_job(held) is not None:
            raise AlreadyMatching
        return ask_worker(held, by=by, now=now)


def ask_worker(held: Round, *, by: "Profile", now: datetime) -> MatchingJob:
    """Call with the round held. A worker that is at it begins anew."""
    job = queries.open_job(held)
    if job is not None:
        held.jobs.filter(pk=job.pk).update(**BEFORE_IT_BEGINS)
        return job
    if held.state == Round.State.CLOSED:
        held.move("match", by=DIRECTOR)
    job = MatchingJob.objects.create(round=held, by=by, made_at=now)
    events.publish(MatchingAsked(job_id=job.pk))
    return job


def is_large(round: Round) -> bool:
    applied = round.applications.filter(state=Application.State.IN)
    mentees = applied.filter(side=Application.Side.MENTEE).count()
    return mentees * applied.filter(side=Application.Side.MENTOR).count() > AT_ONCE


@transaction.atomic
def stop_job(*, round: Round, by: "Profile", now: datetime) -> None:
    """The worker notices within a second or two; nothing is stored. Raises NotDirector,
    RoundNotUnderReview, PublicationWaits or NothingRuns.
    """
    held = hold_for_review(round, by=by)
    if not _end(held, MatchingJob.State.STOPPED, now=now):
        raise NothingRuns


def do_job(job_id: int, *, now: datetime) -> None:
    """By a worker. Done twice it stores one run; stopped meanwhile, none; asked anew meanwhile,
    because something was decided, it begins anew, from the round as it is by then.
    """
    open_now = MatchingJob.objects.filter(pk=job_id, state__in=MatchingJob.OPEN)
    passes = 0
    while open_now.update(state=MatchingJob.State.RUNNING):
        job = MatchingJob.objects.select_related("round__programme", "by").get(pk=job_id)
        try:
            solved = solve(queries.given(job.round), progress=_telling(job))
            _store(job, solved, now)
        except JobWasStopped:
            continue
        except RoundChanged as changed:
            passes += 1
            if passes == PASSES:
                _fail(job, type(changed).__name__, now)
        except REFUSALS as refusal:
            _fail(job, type(refusal).__name__, now)


def _telling(job: MatchingJob) -> Progress:
    """Raises JobWasStopped from within the engine."""
    told_at = monotonic() - TOLD_EVERY

    def tell(step: str, done: float) -> None:
        nonlocal told_at
        if monotonic() - told_at < TOLD_EVERY:
            return
        told_at = monotonic()
        first, last = STARTS[step]
        running = MatchingJob.objects.filter(pk=job.pk, state=MatchingJob.State.RUNNING)
        if not running.update(step=step, progress=int(first + (last - first) * min(1.0, done))):
            raise JobWasStopped

    return tell


@transaction.atomic
def _store(job: MatchingJob, solved: Solved, now: datetime) -> None:
    held = hold_for_review(job.round, by=job.by)
    running = MatchingJob.objects.filter(pk=job.pk, state=MatchingJob.State.RUNNING)
    if not running.update(state=MatchingJob.State.DONE, progress=100, ended_at=now):
        raise JobWasStopped
    run = record_run(held, solved, by=job.by, now=now)
    MatchingJob.objects.filter(pk=job.pk).update(run=run)


@transaction.atomic
def _fail(job: MatchingJob, error: str, now: datetime) -> None:
    held = Round.objects.select_for_update().get(pk=job.round_id)
    _end(held, MatchingJob.State.FAILED, now=now, error=error)


def _end(held: Round, state: MatchingJob.State, *, now: datetime, error: str = "") -> int:
    ended = held.jobs.filter(state__in=MatchingJob.OPEN).update(
        state=state, ended_at=now, error=error
    )
    if ended and held.state == Round.State.MATCHING:
        held.move("stop", by=MATCHING)
    return ended
