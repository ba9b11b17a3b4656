"""How often one address, or one of anything else, may do what costs the server something."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest


def is_within_limit(request: HttpRequest, deed: str, *, most: int, seconds: int) -> bool:
    """Counts this one. The count starts anew when so many seconds are over."""
    return is_within_limit_of(address_of(request), deed, most=most, seconds=seconds)


def is_within_limit_of(who: str, deed: str, *, most: int, seconds: int) -> bool:
    """The same for who is known by something else: a digest, where that is nobody's business."""
    key = f"rate:{deed}:{who}"
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
