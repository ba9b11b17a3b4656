"""What waits for a second reader ends, and is forgotten; `safety.reminding` calls it to mind."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q

from corridor.kernel import events
from corridor.safety import reading_letters
from corridor.safety.choices import ENDED_UNPOSTED, ReadingState
from corridor.safety.events import ReadingAnswered
from corridor.safety.models import SecondReading

WAITS = timedelta(days=3)
CHANGE_WAITS = timedelta(days=14)
BEGUN_STAYS = timedelta(days=1)
ENDED_STAYS = timedelta(days=7)
PASSED_STAYS = timedelta(days=30)
AT_ONCE = 100


def tend_readings(*, now: datetime) -> None:
    """As often as it likes: each step is done once."""
    _expire(now)
    _forget(now)


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
