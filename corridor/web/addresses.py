"""Ways to pages of ours: those that other areas have, and the one somebody came from."""

from urllib.parse import urlencode

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.http import url_has_allowed_host_and_scheme


def way_to(name: str) -> str | None:
    """None where this installation has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def is_page_of_ours(url: str | None, request: HttpRequest) -> bool:
    """An address from a form or a link leads nobody to another server."""
    return url_has_allowed_host_and_scheme(
        url, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )


def mentors_url(words: str) -> str | None:
    directory = way_to("mentors")
    return f"{directory}?{urlencode({'q': words.removeprefix('#')})}" if directory else None
