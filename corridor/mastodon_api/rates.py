"""How much an app may ask in five minutes, and how it hears of it.

Counted for each member over all her apps, and for each address that visitors come from.
https://docs.joinmastodon.org/api/rate-limits/
"""

from collections import defaultdict
from datetime import UTC, datetime
from functools import lru_cache, partial
from itertools import count
from typing import NamedTuple

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from corridor.kernel.rate_limits import address_of

SECONDS = 300
MOST_COUNTED = 100_000
"""Members and addresses in one process."""


class Rate(NamedTuple):
    most: int
    asked: int
    resets_at: int
    """Seconds since 1970."""

    @property
    def is_over(self) -> bool:
        return 0 < self.most < self.asked

    def headers(self) -> dict[str, str]:
        if not self.most:
            return {}
        return {
            "X-RateLimit-Limit": str(self.most),
            "X-RateLimit-Remaining": str(max(0, self.most - self.asked)),
            "X-RateLimit-Reset": _told(self.resets_at),
        }


def count_member(profile_id: int, *, now: datetime) -> Rate:
    return _count(f"member:{profile_id}", now)


def count_visitor(request: HttpRequest, *, now: datetime) -> Rate:
    return _count(f"address:{address_of(request)}", now)


def put_on(response: HttpResponse, rate: Rate) -> None:
    for name, value in rate.headers().items():
        response.headers[name] = value


def _count(who: str, now: datetime) -> Rate:
    """With this one. Windows are the same for all, so that a count ends by itself."""
    window = int(now.timestamp()) // SECONDS
    most = settings.API_RATE_LIMIT
    asked = _one_more(who, window) if most else 0
    return Rate(most=most, asked=asked, resets_at=(window + 1) * SECONDS)


class InThisProcess:
    """Counts where no cache is shared: it would keep them in this process as well, and count
    thirty times as long.
    """

    def __init__(self) -> None:
        self.forget()

    def forget(self) -> None:
        self.window = -1
        self.counts: defaultdict[str, count[int]] = defaultdict(partial(count, 1))

    def one_more(self, who: str, window: int) -> int:
        if window != self.window or len(self.counts) >= MOST_COUNTED:
            self.forget()
            self.window = window
        return next(self.counts[who])  # whole, whichever threads count at once


counted_here = InThisProcess()


def _one_more(who: str, window: int) -> int:
    if not settings.REDIS_URL:
        return counted_here.one_more(who, window)
    key = f"api-rate:{who}:{window}"
    for _ in range(2):
        try:
            return int(cache.incr(key))
        except ValueError:  # the first of its window
            if cache.add(key, 1, timeout=SECONDS):
                return 1
    return 1


@lru_cache(maxsize=4)
def _told(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, tz=UTC):%Y-%m-%dT%H:%M:%S}.000Z"
