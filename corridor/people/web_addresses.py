"""Addresses that people give: written in one way, harmless to click, and linked from both ends."""

import re
from html.parser import HTMLParser
from urllib.parse import urlsplit, urlunsplit

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from corridor.people.names import clean_line

LONGEST_PAGE = 500_000
"""Letters of a page that are looked at."""


class AddressRefused(ValidationError):
    def __init__(self) -> None:
        super().__init__(
            _("Write an address that begins with https://, such as https://orcid.org.")
        )


def plain_address(text: str) -> str:
    """An https address with its host in ASCII: what looks like another site's name shows.

    Raises AddressRefused.
    """
    text = clean_line(text)
    if "://" not in text and re.match(r"[\w-]+(\.[\w-]+)+(/|$)", text):
        text = f"https://{text}"
    try:
        parts = urlsplit(text)
        host = ascii_host(parts.hostname or "")
        port = parts.port
    except ValueError as wrong:
        raise AddressRefused from wrong
    if parts.scheme != "https" or "." not in host or parts.username or parts.password:
        raise AddressRefused
    if re.search(r"[\s\\<>\"'`{}]", text):
        raise AddressRefused
    where = host if port in {None, 443} else f"{host}:{port}"
    return urlunsplit(("https", where, parts.path or "/", parts.query, parts.fragment))


def ascii_host(host: str) -> str:
    """Raises ValueError where it is no name of a host."""
    return host.encode("idna").decode("ascii").lower()


def host_of(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def links_back(page: str, *, to: str) -> bool:
    """Whether the page has a link or anchor with rel=me to this address, with or without its /."""
    found = _RelMe()
    found.feed(page[:LONGEST_PAGE])
    return to.rstrip("/").lower() in {url.rstrip("/").lower() for url in found.urls}


class _RelMe(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.urls: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in {"a", "link"} and "me" in (given.get("rel") or "").lower().split():
            self.urls.add((given.get("href") or "").strip())
