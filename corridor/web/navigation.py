"""What the navigation shows, and to whom: only places that exist."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest
from django.urls import reverse_lazy
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.safety import queries as safety
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
    for_moderators: bool = False
    """For them alone."""
    counts: str | Promise = ""
    """Where to ask how much of it is new."""
    also: tuple[str, ...] = ()
    """How other addresses begin that belong to it."""
    under: str | Promise = ""
    """The address of the place that it is a step away from on phones, where it is not shown."""

    @property
    def is_on_phones(self) -> bool:
        return not self.under


PLACES = (
    Place(
        label=_("Home"),
        icon="house",
        url=reverse_lazy("home"),
        also=("/home/", "/public/", "/tags/", "/your-hashtags/", "/bookmarks/"),
    ),
    Place(
        label=_("Mentors"),
        icon="users-round",
        url=reverse_lazy("mentors"),
        also=("/role-models/", "/first-contact/", "/ask/"),
    ),
    Place(
        label=_("Mentoring"),
        icon="hand-heart",
        url=reverse_lazy("relationships"),
        for_visitors=False,
        also=("/you/plan/", "/meetings/", "/circles/", "/matches/", "/office-hours/"),
        under=reverse_lazy("mentors"),
    ),
    Place(label=_("Search"), icon="search", url=reverse_lazy("search"), for_visitors=False),
    Place(label=_("Write"), icon="square-pen", url=reverse_lazy("compose"), for_visitors=False),
    Place(
        label=_("Tutorials"),
        icon="file-text",
        url=reverse_lazy("tutorials"),
        also=("/library/",),
        under=reverse_lazy("home"),
    ),
    Place(label=_("Programmes"), icon="handshake", url=reverse_lazy("programmes"), also=("/p/",)),
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
        label=_("Messages"),
        icon="mail",
        url=reverse_lazy("messages"),
        for_visitors=False,
        counts=reverse_lazy("messages-unread"),
        also=("/conversations/",),
        under=reverse_lazy("notifications"),
    ),
    Place(
        label=_("Queue"),
        icon="scale",
        url=reverse_lazy("queue"),
        for_visitors=False,
        for_moderators=True,
        counts=reverse_lazy("queue-unread"),
        under=reverse_lazy("you"),
    ),
    Place(
        label=_("You"),
        icon="user-round",
        url=reverse_lazy("you"),
        for_visitors=False,
        also=("/@{viewer}/", "/welcome/", "/desk/", "/second-readings/", "/joining/"),
    ),
    Place(
        label=_("Sign in"),
        icon="log-in",
        url=reverse_lazy("sign-in"),
        for_members=False,
        also=("/join/", "/new-password/"),
    ),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The context of the base template: `places`, `here`, `viewer` and `theme`."""
    # A request that is refused before anybody looks who is there, such as one for a host that is
    # not ours, has no profile, and its error page has this navigation too.
    viewer: Profile | None = getattr(request, "profile", None)
    shown = [place for place in PLACES if (place.for_members if viewer else place.for_visitors)]
    if viewer is None or not safety.is_known(viewer.pk, now=request.now):  # type: ignore[attr-defined]  # set where the profile is
        shown = [place for place in shown if not place.for_moderators]
    here = _here(request.path, shown, viewer)
    return {
        "places": shown,
        "here": here,
        "here_on_phones": here.under if here else "",
        "viewer": viewer,
        "theme": chosen_theme(request),
    }


def _here(path: str, places: "list[Place]", viewer: "Profile | None") -> Place | None:
    """The place with the longest beginning of the path. Home begins every path: only itself."""
    handle = viewer.handle if viewer else ""
    beginnings = [
        (beginning.replace("{viewer}", handle), place)
        for place in places
        for beginning in (str(place.url), *place.also)
    ]
    fitting = [
        (len(beginning), place)
        for beginning, place in beginnings
        if path == beginning or (beginning != "/" and path.startswith(beginning))
    ]
    return max(fitting, key=lambda one: one[0])[1] if fitting else None
