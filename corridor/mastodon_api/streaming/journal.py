"""Events in the order in which they can be read.

A number is given when a row is written, and the row is seen when its transaction is done: a lower
number may come after a higher one. So the rows of the last seconds are looked at again each time,
and each is told once. What takes longer than that to be done is not told live.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from corridor.mastodon_api.models import StreamEvent

LOOKS_BACK = timedelta(seconds=15)


class Journal:
    def __init__(self) -> None:
        self.is_open = False
        """Somebody listens."""
        self.floor = 0
        """All up to this number has been told."""
        self.seen: set[int] = set()

    def begin(self, *, now: datetime) -> None:
        """What happens from here on is new."""
        self.is_open = True
        self.floor = 0
        self.seen = set()
        self.fresh(now=now)

    def end(self) -> None:
        self.is_open = False

    def fresh(self, *, now: datetime) -> Sequence[StreamEvent]:
        rows = StreamEvent.objects.filter(pk__gt=self.floor).order_by("pk")
        found = list(rows.exclude(pk__in=self.seen) if self.seen else rows)
        self.seen.update(one.pk for one in found)
        old = rows.filter(at__lt=now - LOOKS_BACK).order_by("-pk")
        if len(self.seen) > MANY:
            floor = old.values_list("pk", flat=True).first()
            if floor is not None:
                self.floor = floor
                self.seen = {pk for pk in self.seen if pk > floor}
        return found


MANY = 200
"""Numbers remembered before the oldest are forgotten."""
