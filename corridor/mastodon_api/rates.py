"""How much an app may ask in five minutes, and how it hears of it.

Counted for each member over all her apps, and for each address that visitors come from.
https://docs.joinmastodon.org/api/rate-limits/
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from corridor.kernel.rate_limits import address_of

SECONDS = 300


@dataclass(frozen=True, kw_only=True)
class Rate:
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
    asked = _one_more(f"api-rate:{who}:{window}") if most else 0
    return Rate(most=most, asked=asked, resets_at=(window + 1) * SECONDS)


def _one_more(key: str) -> int:
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
