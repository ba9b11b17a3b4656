"""What an app may be allowed, in Mastodon's words, and what they say to people.

A wide scope such as `read` includes each `read:...`; `follow` is the old word for following,
blocking and muting. https://docs.joinmastodon.org/api/oauth-scopes/
"""

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

DEFAULT = "read"
"""For an app that names none, as in Mastodon."""

WIDE: Mapping[str, Promise] = {
    "read": _("See what you see: posts, timelines, notifications, lists, filters, your settings"),
    "write": _("Post, boost, save, edit your profile, lists and filters, and delete, as you"),
    "follow": _("Follow, block and mute people as you, and see whom you do"),
    "push": _("Send you notifications"),
    "profile": _("See your name and handle, and nothing else"),
}
NARROW: Mapping[str, Promise] = {
    "read:accounts": _("See profiles"),
    "read:blocks": _("See whom you block"),
    "read:bookmarks": _("See what you saved"),
    "read:favourites": _("See what you gave kudos"),
    "read:filters": _("See your filters"),
    "read:follows": _("See whom you follow"),
    "read:lists": _("See your lists"),
    "read:me": _("See your own account"),
    "read:mutes": _("See whom you mute"),
    "read:notes": _("See context notes that wait for your rating, and your own"),
    "read:notifications": _("See your notifications"),
    "read:search": _("Search as you"),
    "read:statuses": _("See posts that you may see"),
    "write:accounts": _("Edit your profile"),
    "write:blocks": _("Block people as you"),
    "write:bookmarks": _("Save posts"),
    "write:conversations": _("Hide conversations"),
    "write:favourites": _("Give kudos as you"),
    "write:filters": _("Change your filters"),
    "write:follows": _("Follow people as you"),
    "write:lists": _("Change your lists"),
    "write:media": _("Upload files"),
    "write:mutes": _("Mute people"),
    "write:notes": _("Rate context notes as you"),
    "write:notifications": _("Dismiss notifications"),
    "write:reports": _("Flag posts to moderators"),
    "write:statuses": _("Post, boost and delete as you"),
}
ALL: Mapping[str, Promise] = {**WIDE, **NARROW}
FOLLOW = frozenset(
    f"{way}:{what}" for way in ("read", "write") for what in ("follows", "blocks", "mutes")
)


class UnknownScope(Exception):
    """Nothing that an app can be allowed here."""


def listed(text: str) -> list[str]:
    """Each once, as they came. Raises UnknownScope."""
    scopes = list(dict.fromkeys(text.split())) or [DEFAULT]
    if not set(scopes) <= set(ALL):
        raise UnknownScope
    return scopes


def includes(allowed: Iterable[str], scope: str) -> bool:
    held = set(allowed)
    wide = scope.split(":", maxsplit=1)[0]
    return bool({scope, wide} & held) or (scope in FOLLOW and "follow" in held)


def words(scopes: Iterable[str]) -> list[Promise]:
    """What to say of them, in the order of the list, widest first."""
    asked = set(scopes)
    wide = asked & set(WIDE)
    return [text for scope, text in ALL.items() if scope in asked and _says_more(scope, wide)]


def _says_more(scope: str, wide: set[str]) -> bool:
    return scope in wide or not includes(wide, scope)
