"""What an app may listen to, and how it asks: by an address, or by words on a socket."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.parameters import LONGEST_NUMBER

NAMES = frozenset(
    {
        "user",
        "user:notification",
        "public",
        "public:local",
        "public:remote",
        "public:media",
        "public:local:media",
        "public:remote:media",
        "hashtag",
        "hashtag:local",
        "list",
        "direct",
        "messages",
    }
)
OF_PAGES = frozenset({"messages"})
"""Pages of ours hear there that it is time to ask; no app does."""


@dataclass(frozen=True, kw_only=True)
class Channel:
    name: str
    subject: str = ""
    """The tag or the number of the list, where there is one."""

    @property
    def words(self) -> list[str]:
        """As an app on a socket is told which one it is."""
        return [self.name, self.subject] if self.subject else [self.name]

    @property
    def scope(self) -> str:
        if self.name == "user:notification":
            return "read:notifications"
        return "read:lists" if self.name == "list" else "read:statuses"

    @property
    def is_media_only(self) -> bool:
        return self.name.endswith(":media")


def channel_of_path(path: str, asked: Mapping[str, str]) -> Channel:
    """Of ``public/local`` with ``only_media=true``. Raises ApiError."""
    name = path.strip("/").replace("/", ":")
    if name.startswith("public") and asked.get("only_media") in {"true", "1", "on"}:
        name += ":media"
    return channel_of(name, asked)


def channel_of(name: str, asked: Mapping[str, str]) -> Channel:
    """Raises ApiError."""
    if name not in NAMES:
        raise ApiError(404, "Not found")
    if name.startswith("hashtag"):
        tag = unicodedata.normalize("NFC", asked.get("tag", "").strip()).removeprefix("#")
        if not tag or "\0" in tag:
            raise ApiError(400, "Missing tag name parameter")
        return Channel(name=name, subject=tag.casefold())
    if name == "list":
        number = asked.get("list", "")
        if not (number.isascii() and number.isdecimal() and len(number) < LONGEST_NUMBER):
            raise ApiError(400, "Missing list name parameter")
        return Channel(name=name, subject=number)
    return Channel(name=name)
