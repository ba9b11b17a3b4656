"""Ways to pages that other areas have, where those are there."""

from urllib.parse import urlencode

from django.urls import NoReverseMatch, reverse


def way_to(name: str) -> str | None:
    """None where this installation has no such page."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def mentors_url(words: str) -> str | None:
    directory = way_to("mentors")
    return f"{directory}?{urlencode({'q': words.removeprefix('#')})}" if directory else None
