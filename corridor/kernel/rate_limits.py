"""How often one address may do what costs the server something."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def is_within_limit(request: HttpRequest, deed: str, *, most: int, seconds: int) -> bool:
    """Counts this one. The count starts anew when so many seconds are over."""
    key = f"rate:{deed}:{address_of(request)}"
    if cache.add(key, 1, timeout=seconds):
        return True
    try:
        return cache.incr(key) <= most
    except ValueError:  # it ended between the two
        return True


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: what the outermost of our own proxies saw."""
    seen = [one.strip() for one in request.headers.get("X-Forwarded-For", "").split(",")]
    proxies = settings.PROXIES
    if proxies and len(seen) >= proxies and seen[-proxies]:
        return seen[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))
