"""Of what second readers, and authors whom they asked for a change, are reminded."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from corridor.algorithms.reminders.table import OF, Kind
from corridor.people import queries as people
from corridor.reminders.due import Due, only
from corridor.reminders.wording import title
from corridor.safety import policies
from corridor.safety.choices import ReadingState
from corridor.safety.models import SecondReading
from corridor.safety.reading_letters import MOST_READERS, to_author, to_reader

if TYPE_CHECKING:
    from corridor.people.letters import Letter
    from corridor.people.models import Profile


def posts_to_read(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """To whoever was told when it was sent."""
    rows = SecondReading.objects.filter(
        state=ReadingState.WAITING, asked_at__lte=now - OF[Kind.READ_POST].after
    )
    for reading in only(rows, about).select_related("author").order_by("asked_at", "pk"):
        for reader in _readers(reading, now):
            yield Due(
                kind=Kind.READ_POST,
                to=reader.pk,
                about=reading.pk,
                since=reading.asked_at or now,
                letter=partial(to_reader, reader, subject=title(Kind.READ_POST)),
            )


def posts_to_change(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    rows = SecondReading.objects.filter(
        state=ReadingState.CHANGE, answered_at__lte=now - OF[Kind.CHANGE_POST].after
    )
    for reading in only(rows, about).select_related("author").order_by("answered_at", "pk"):
        yield Due(
            kind=Kind.CHANGE_POST,
            to=reading.author_id,
            about=reading.pk,
            since=reading.answered_at or now,
            letter=partial(_change_waits, reading),
        )


def _readers(reading: SecondReading, now: datetime) -> "list[Profile]":
    if reading.wanted_id is not None:
        wanted = people.profile_here(reading.wanted_id)
        today = now.date()
        may_read = wanted and policies.may_read_second(wanted, reading, today=today)
        return [wanted] if wanted and may_read else []
    may = sorted(policies.second_readers_for(reading.author, today=now.date()))[:MOST_READERS]
    return sorted(people.whole_profiles(may), key=lambda one: one.pk)


def _change_waits(reading: SecondReading) -> "Letter":
    return to_author(reading, reading.author)
