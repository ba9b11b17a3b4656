"""What the navigation shows, and to whom: only places that exist."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.web.accounts.theme import chosen_theme

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Place:
    label: str | Promise
    icon: str
    url: str | Promise
    for_visitors: bool = True
    for_members: bool = True
    counts: str | Promise = ""
    """Where to ask how much of it is new."""
    is_on_phones: bool = True
    """Otherwise it is a step away there, and in the navigation of wide screens only."""


PLACES = (
    Place(label=_("Home"), icon="house", url=reverse_lazy("home")),
    Place(label=_("Mentors"), icon="users-round", url=reverse_lazy("mentors")),
    Place(label=_("Search"), icon="search", url=reverse_lazy("search"), for_visitors=False),
    Place(label=_("Write"), icon="square-pen", url=reverse_lazy("compose"), for_visitors=False),
    Place(
        label=_("Tutorials"), icon="file-text", url=reverse_lazy("tutorials"), is_on_phones=False
    ),
    Place(label=_("Programmes"), icon="handshake", url=reverse_lazy("programmes")),
    Place(label=_("Try"), icon="upload", url=reverse_lazy("trial"), for_members=False),
    Place(
        label=_("How it works"),
        icon="scale",
        url=reverse_lazy("how-matching-works"),
        for_members=False,
    ),
    Place(
        label=_("Activity"),
        icon="bell",
        url=reverse_lazy("notifications"),
        for_visitors=False,
        counts=reverse_lazy("notifications-unread"),
    ),
    Place(
        label=_("Conversations"),
        icon="mail",
        url=reverse_lazy("conversations"),
        for_visitors=False,
        counts=reverse_lazy("conversations-unread"),
        is_on_phones=False,
    ),
    Place(label=_("You"), icon="user-round", url=reverse_lazy("you"), for_visitors=False),
    Place(label=_("Sign in"), icon="log-in", url=reverse_lazy("sign-in"), for_members=False),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The context of the base template: `places`, `here`, `viewer` and `theme`."""
    # A request that is refused before anybody looks who is there, such as one for a host that is
    # not ours, has no profile, and its error page has this navigation too.
    viewer: Profile | None = getattr(request, "profile", None)
    shown = [place for place in PLACES if (place.for_members if viewer else place.for_visitors)]
    return {
        "places": shown,
        "here": _longest_beginning(request.path, [str(place.url) for place in shown]),
        "viewer": viewer,
        "theme": chosen_theme(request),
    }


def _longest_beginning(path: str, urls: list[str]) -> str:
    """Home begins every path, so it counts only when it is the whole of it."""
    fitting = [url for url in urls if path == url or (url != "/" and path.startswith(url))]
    return max(fitting, key=len, default="")
