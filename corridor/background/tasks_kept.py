"""Tasks as rows: taken by one worker, tried again when they fail, given back when it dies.

`django-tasks-db` writes the rows. Its own worker leaves what a dead one was doing undone for
ever and tries nothing twice; this one does both, so a task must bear being done again.
"""

import logging
import traceback
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Q
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult, get_date_max

from corridor.background.models import WorkerSign

Kept = DBTaskResult[Any, Any]

logger = logging.getLogger(__name__)

WAITS = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=3),
    timedelta(hours=12),
)
"""Between one try and the next; after the last the row stays as failed, for operators."""
SIGN_GOOD_FOR = timedelta(minutes=1)
FAILED_KEPT = timedelta(days=14)


def take(worker: str, *, now: datetime) -> Kept | None:
    """The most urgent one that is due, for this worker alone."""
    due = Q(run_after=get_date_max()) | Q(run_after__lte=now)
    waiting = DBTaskResult.objects.filter(due, status=TaskResultStatus.READY)
    found = waiting.order_by(F("priority").desc(), "run_after", "enqueued_at", "pk").first()
    if found is None:
        return None
    found.worker_ids = [*found.worker_ids, worker]
    # Told by the row itself: of two workers that read it only one still finds it waiting.
    taken = DBTaskResult.objects.filter(pk=found.pk, status=TaskResultStatus.READY).update(
        status=TaskResultStatus.RUNNING, started_at=now, worker_ids=found.worker_ids
    )
    return found if taken else None


def do(kept: Kept) -> None:
    """What is done leaves no row. What fails waits for another try, or stays as failed."""
    try:
        task = kept.task
        given = kept.args_kwargs
        task.call(*given["args"], **given["kwargs"])
    except Exception as error:  # noqa: BLE001 - the task runner goes on to the next
        _put_back(kept, error)
    else:
        DBTaskResult.objects.filter(pk=kept.pk).delete()


def give_back(*, now: datetime) -> int:
    """What workers were doing that gave no sign for a minute is done by others; how many."""
    living = set(living_workers(now=now))
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING).order_by("pk")
    left = [one.pk for one in running if not {*one.worker_ids[-1:]} & living]
    WorkerSign.objects.filter(seen_at__lt=now - SIGN_GOOD_FOR).delete()
    return DBTaskResult.objects.filter(pk__in=left, status=TaskResultStatus.RUNNING).update(
        status=TaskResultStatus.READY
    )


def give_sign(worker: str, *, now: datetime) -> None:
    WorkerSign.objects.update_or_create(name=worker, defaults={"seen_at": now})


def sign_off(worker: str) -> None:
    WorkerSign.objects.filter(name=worker).delete()


def living_workers(*, now: datetime) -> list[str]:
    seen = WorkerSign.objects.filter(seen_at__gte=now - SIGN_GOOD_FOR)
    return list(seen.order_by("name").values_list("name", flat=True))


def waiting_since(*, now: datetime) -> datetime | None:
    """When the oldest task that nobody has begun was given."""
    due = Q(run_after=get_date_max()) | Q(run_after__lte=now)
    waiting = DBTaskResult.objects.filter(due, status=TaskResultStatus.READY)
    return waiting.order_by("enqueued_at").values_list("enqueued_at", flat=True).first()


def forget_failed(*, now: datetime) -> None:
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED)
    failed.filter(finished_at__lte=now - FAILED_KEPT).delete()


def _put_back(kept: Kept, error: Exception) -> None:
    """Where it failed and how, not what was said: that may name whom it is about."""
    kind, where = type(error).__qualname__, "".join(traceback.format_tb(error.__traceback__))
    logger.error("%s failed: %s\n%s", kept.task_path, kind, where)
    now, tries = timezone.now(), len(kept.worker_ids)
    row = DBTaskResult.objects.filter(pk=kept.pk)
    if tries > len(WAITS):
        row.update(
            status=TaskResultStatus.FAILED,
            finished_at=now,
            exception_class_path=f"{type(error).__module__}.{kind}",
            traceback=where,
        )
    else:
        row.update(status=TaskResultStatus.READY, run_after=now + WAITS[tries - 1])
