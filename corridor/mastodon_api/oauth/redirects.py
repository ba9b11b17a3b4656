"""Where an app may be handed its code: an address of the web, or a scheme of its own."""

import re
from urllib.parse import urlsplit

from corridor.mastodon_api.errors import ApiError

OUT_OF_BAND = "urn:ietf:wg:oauth:2.0:oob"
"""The code is shown, and somebody types it into the app."""
LONGEST = 2_000
MOST = 20
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
WEB = re.compile(r"https?://[^\s/?#@]+(?:[/?][^\s#]*)?", re.IGNORECASE)
UNSAFE = re.compile(r"[\s\x00-\x20\x7f-\x9f<>\"\\^`{|}]")
REFUSED = frozenset(
    {"about", "blob", "chrome", "cid", "content", "data", "file", "filesystem", "ftp", "intent"}
    | {"jar", "javascript", "mailto", "mid", "resource", "sms", "tel", "urn", "vbscript"}
    | {"view-source", "ws", "wss"}
)
"""They run code, read files, or belong to other programs."""


def checked(given: str | list[str]) -> list[str]:
    """Raises ApiError where one leads where no code may go."""
    uris = [uri for text in ([given] if isinstance(given, str) else given) for uri in text.split()]
    if not uris:
        raise ApiError(422, "Validation failed: Redirect URI can't be blank")
    if len(uris) > MOST or not all(is_fine(uri) for uri in uris):
        raise ApiError(422, "Validation failed: Redirect URI must be an absolute URI.")
    return list(dict.fromkeys(uris))


def is_fine(uri: str) -> bool:
    if uri == OUT_OF_BAND:
        return True
    scheme = scheme_of(uri)
    if not scheme or len(uri) > LONGEST or UNSAFE.search(uri) or "#" in uri:
        return False
    if scheme in {"http", "https"}:
        return WEB.fullmatch(uri) is not None and _has_host(uri)
    return scheme not in REFUSED


def _has_host(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
        return bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:  # of odd brackets, and of ports that are none
        return False


def scheme_of(uri: str) -> str:
    found = SCHEME.match(uri)
    return found[1].lower() if found else ""
