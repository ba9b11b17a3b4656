"""Somebody writes now what is published later."""

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import OuterRef

from corridor.people import queries as people
from corridor.posts.actions.attach_media import free_attachments
from corridor.posts.actions.figures import figures_locked
from corridor.posts.actions.publish_post import NewPost, check_new, look_at, publish_post
from corridor.posts.actions.refusals import REFUSALS, sentence
from corridor.posts.actions.scheduled_words import as_words, from_words
from corridor.posts.models import ScheduledPost

if TYPE_CHECKING:
    from corridor.people.models import Profile

SOONEST, LATEST = timedelta(minutes=5), timedelta(days=366)
MOST_A_DAY, MOST = 25, 300
MOST_AT_ONCE = 100


class TooSoon(Exception):
    """It is published in five minutes at the earliest, and within a year."""


class TooManyThatDay(Exception):
    """Twenty-five are published on one day at most."""


class TooManyScheduled(Exception):
    """Three hundred wait at most."""


class NotYourSchedule(Exception):
    """Only its author may do that."""


@transaction.atomic
def schedule_post(new: NewPost, *, due_at: datetime, by: "Profile", now: datetime) -> ScheduledPost:
    """Raises TooSoon, TooManyThatDay, TooManyScheduled, and of what `publish_post` raises as much
    as can be known now.
    """
    check_new(new, now=due_at)
    pictures = free_attachments(new.attachments, by=by)
    look_at(new, pictures, by=by, now=None)
    figures_locked(by.pk)  # two at once are not more together
    _check_due(due_at, by, now)
    if ScheduledPost.objects.filter(author=by).count() >= MOST:
        raise TooManyScheduled

    scheduled = ScheduledPost.objects.create(author=by, due_at=due_at, words=as_words(new))
    scheduled.attachments.set(pictures)
    return scheduled


@transaction.atomic
def change_schedule(
    *, scheduled: ScheduledPost, due_at: datetime, by: "Profile", now: datetime
) -> ScheduledPost:
    """One that failed is tried again then. Raises NotYourSchedule, TooSoon or TooManyThatDay."""
    figures_locked(by.pk)
    found = ScheduledPost.objects.select_for_update().filter(pk=scheduled.pk, author=by)
    kept = found.first()
    if kept is None:
        raise NotYourSchedule
    _check_due(due_at, by, now, besides=kept.pk)

    kept.due_at = due_at
    kept.failed_because = ""
    kept.save(update_fields=["due_at", "failed_because"])
    return kept


def cancel_schedule(*, scheduled: ScheduledPost, by: "Profile") -> None:
    """Raises NotYourSchedule."""
    gone, _ = ScheduledPost.objects.filter(pk=scheduled.pk, author=by).delete()
    if not gone:
        raise NotYourSchedule


def publish_due(*, now: datetime) -> int:
    """Each by itself: one that is refused says why and holds up no other. Answers how many."""
    due = ScheduledPost.objects.filter(due_at__lte=now, failed_because="")
    due = due.exclude(people.is_frozen(OuterRef("author")))  # it waits until she may write again
    ids = list(due.order_by("due_at", "pk").values_list("pk", flat=True)[:MOST_AT_ONCE])
    return sum(_publish(pk, now) for pk in ids)


@transaction.atomic
def _publish(scheduled_id: int, now: datetime) -> bool:
    waiting = ScheduledPost.objects.select_for_update(skip_locked=True, of=("self",))
    scheduled = waiting.select_related("author").filter(pk=scheduled_id, failed_because="").first()
    if scheduled is None or scheduled.due_at > now:
        return False
    try:
        publish_post(from_words(scheduled.words), by=scheduled.author, now=now)
    except REFUSALS as refusal:
        scheduled.failed_because = sentence(refusal)
        scheduled.save(update_fields=["failed_because"])
        return False
    scheduled.delete()
    return True


def _check_due(due_at: datetime, by: "Profile", now: datetime, *, besides: int = 0) -> None:
    if not SOONEST <= due_at - now <= LATEST:
        raise TooSoon
    midnight = datetime.combine(due_at.astimezone(UTC).date(), time(), UTC)
    that_day = ScheduledPost.objects.filter(
        author=by, due_at__gte=midnight, due_at__lt=midnight + timedelta(days=1)
    )
    if that_day.exclude(pk=besides).count() >= MOST_A_DAY:
        raise TooManyThatDay
