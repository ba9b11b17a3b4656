"""What the ordinary answer carries beside its text, learned from the ordinary answers.

The first request of a kind goes to Django. Whatever its middleware says about itself does not
depend on who asks, so that the lane says the same to the next; the rest it makes itself.
"""

from collections.abc import Mapping, Sequence
from typing import Any

Headers = list[tuple[str, str]]
Kind = tuple[Any, ...]
OWN = frozenset(
    {
        "content-encoding",
        "content-length",
        "etag",
        "link",
        "x-ratelimit-limit",
        "x-ratelimit-remaining",
        "x-ratelimit-reset",
    }
)
"""Made for each answer."""
DECIDING = (
    "HTTP_HOST",
    "HTTP_ORIGIN",
    "HTTP_ACCEPT_LANGUAGE",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_HOST",
    "wsgi.url_scheme",
    "REQUEST_METHOD",
)
"""What of a request the middleware looks at."""
MOST = 500
SHORT = 200
"""Django packs nothing shorter than this, and says `Vary` of longer ones."""


class Learned:
    def __init__(self) -> None:
        self._known: dict[Kind, Headers] = {}

    def get(self, kind: Kind) -> Headers | None:
        return self._known.get(kind)

    def learn(self, kind: Kind, headers: Headers) -> None:
        if len(self._known) >= MOST:  # whoever invents origins makes nobody else's slower for long
            self._known.clear()
        self._known[kind] = [one for one in headers if one[0].lower() not in OWN]


def kind_of(variables: Mapping[str, Any], status: int, length: int) -> Kind:
    return (status, length >= SHORT, *[variables.get(name) for name in DECIDING])


def kind_of_answer(
    variables: Mapping[str, Any], status: int, headers: Sequence[tuple[str, str]]
) -> Kind:
    said = {name.lower(): value for name, value in headers}
    is_long = "content-encoding" in said or int(said.get("content-length", "0")) >= SHORT
    return kind_of(variables, status, SHORT if is_long else 0)
