"""Addresses of our own pages, as people copy them."""

import re

from django.conf import settings

OUR_PAGE = re.compile(r"/@(?P<handle>[a-z0-9_]{1,30})(?:/(?P<post>\d{1,18}))?/?", re.IGNORECASE)


def page_of_ours(typed: str) -> re.Match[str] | None:
    """Of somebody, or of a post."""
    plain = typed.strip()
    if not plain.startswith(settings.PUBLIC_URL):
        return None
    return OUR_PAGE.fullmatch(plain.removeprefix(settings.PUBLIC_URL))
