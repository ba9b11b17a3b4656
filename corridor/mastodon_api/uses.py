"""On which day an app was last there, so that its owner sees which of them nobody needs.

Noted once a day for each token, by the ordinary views: the reading lane passes on whose use today
this process has not seen noted.
"""

from contextlib import suppress
from datetime import date

from django.core.cache import cache
from django.db import IntegrityError, transaction

from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.models import AppUse

A_DAY = 24 * 60 * 60
MOST_REMEMBERED = 50_000


class NotedToday:
    """Tokens whose use was noted today, as far as this process knows."""

    def __init__(self) -> None:
        self.day = date.min
        self.tokens: set[int] = set()

    def has(self, token_id: int, day: date) -> bool:
        return day == self.day and token_id in self.tokens

    def add(self, token_id: int, day: date) -> None:
        if day != self.day or len(self.tokens) >= MOST_REMEMBERED:
            self.day, self.tokens = day, set()
        self.tokens.add(token_id)


noted_today = NotedToday()


def note_use(caller: Caller) -> None:
    if caller.token_id is None or caller.viewer_id is None:
        return
    today = caller.now.date()
    noted_today.add(caller.token_id, today)
    if not cache.add(f"app-use:{caller.token_id}:{today}", 1, timeout=A_DAY):
        return
    with suppress(IntegrityError), transaction.atomic():  # signed out just now
        AppUse.objects.bulk_create(
            [AppUse(token_id=caller.token_id, last_on=today)],
            update_conflicts=True,
            unique_fields=["token"],
            update_fields=["last_on"],
        )
