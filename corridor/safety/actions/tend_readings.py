"""What waits for a second reader is called to mind, ends, and is forgotten."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from corridor.kernel import events
from corridor.safety import policies, reading_letters
from corridor.safety.choices import ENDED_UNPOSTED, ReadingState
from corridor.safety.events import ReadingAnswered
from corridor.safety.models import SecondReading

REMINDED_AFTER = timedelta(hours=12)
WAITS = timedelta(days=3)
AUTHOR_REMINDED_AFTER = timedelta(days=7)
CHANGE_WAITS = timedelta(days=14)
BEGUN_STAYS = timedelta(days=1)
ENDED_STAYS = timedelta(days=7)
PASSED_STAYS = timedelta(days=30)
AT_ONCE = 100


def tend_readings(*, now: datetime) -> None:
    """As often as it likes: each step is done once."""
    _remind(now)
    _expire(now)
    _forget(now)


def _remind(now: datetime) -> None:
    rows = SecondReading.objects.filter(reminded_at=None)
    slow_readers = rows.filter(state=ReadingState.WAITING, asked_at__lte=now - REMINDED_AFTER)
    for reading in slow_readers.select_related("author").order_by("asked_at", "pk")[:AT_ONCE]:
        may = policies.second_readers_for(reading.author, today=now.date())
        readers = [reading.wanted_id] if reading.wanted_id else sorted(may)
        if _is_first_reminder(reading, now):
            reading_letters.tell_readers(readers, is_reminder=True)
    slow_authors = rows.filter(
        state=ReadingState.CHANGE, answered_at__lte=now - AUTHOR_REMINDED_AFTER
    )
    for reading in slow_authors.select_related("author").order_by("answered_at", "pk")[:AT_ONCE]:
        if _is_first_reminder(reading, now):
            reading_letters.tell_author(reading)


def _is_first_reminder(reading: SecondReading, now: datetime) -> bool:
    rows = SecondReading.objects.filter(pk=reading.pk, state=reading.state, reminded_at=None)
    return bool(rows.update(reminded_at=now))


def _expire(now: datetime) -> None:
    waited = Q(state=ReadingState.WAITING, asked_at__lte=now - WAITS)
    waited |= Q(state=ReadingState.CHANGE, answered_at__lte=now - CHANGE_WAITS)
    rows = SecondReading.objects.filter(waited).order_by("asked_at", "pk")
    for pk in list(rows.values_list("pk", flat=True)[:AT_ONCE]):
        with transaction.atomic():
            found = SecondReading.objects.select_for_update(of=("self",)).filter(waited, pk=pk)
            reading = found.select_related("author").first()
            if reading is None:
                continue
            reading.state, reading.answered_at = ReadingState.EXPIRED, now
            reading.save(update_fields=["state", "answered_at"])
            reading_letters.tell_author(reading)
            events.publish(ReadingAnswered(profile_id=reading.author_id, at=now))


def _forget(now: datetime) -> None:
    over = Q(state=ReadingState.BEGUN, begun_at__lte=now - BEGUN_STAYS)
    over |= Q(state__in=ENDED_UNPOSTED, answered_at__lte=now - ENDED_STAYS)
    over |= Q(state=ReadingState.PASSED, answered_at__lte=now - PASSED_STAYS)
    rows = SecondReading.objects.filter(over).order_by(F("answered_at").asc(nulls_first=True), "pk")
    SecondReading.objects.filter(pk__in=list(rows.values_list("pk", flat=True)[:AT_ONCE])).delete()
