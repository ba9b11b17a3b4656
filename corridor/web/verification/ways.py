"""Which ways of showing who she is are of use to somebody, by where she is and at what stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.people.choices import Route
from corridor.people.queries import OwnVerification, ShownBadge
from corridor.web.addresses import way_to

if TYPE_CHECKING:
    from corridor.people.models import Profile

FIRST_LICENSED = 7
"""The rung from which people in the United States have an NPI number."""


@dataclass(frozen=True, kw_only=True)
class Way:
    route: str
    icon: str
    title: str | Promise
    text: str | Promise
    page: str
    handle: str = ""
    """Whose page it is, where it is somebody's."""
    label: str | Promise
    is_post: bool = False

    @property
    def url(self) -> str:
        return reverse(self.page, args=[self.handle] if self.handle else [])


DOCUMENT = Way(
    route=Route.DOCUMENT,
    icon="file-text",
    title=gettext_lazy("A document"),
    text=gettext_lazy(
        "A student card, a staff card, a letter, a licence, from any country. A reviewer"
        " looks at it once; it is deleted with the decision. It can show your stage."
    ),
    page="verification-document",
    label=gettext_lazy("Send a document"),
)
NPI = Way(
    route=Route.NPI,
    icon="hash",
    title=gettext_lazy("An NPI number"),
    text=gettext_lazy(
        "For clinicians in the United States. The number is public, so it counts together"
        " with a mailbox, or after a reviewer has looked."
    ),
    page="verification-npi",
    label=gettext_lazy("Give the number"),
)
ORCID = Way(
    route=Route.ORCID,
    icon="log-in",
    title=gettext_lazy("ORCID sign-in"),
    text=gettext_lazy(
        "Shows that an ORCID iD is yours, and so the works listed there. It is not proof"
        " of identity."
    ),
    page="security",
    label=gettext_lazy("Connect ORCID"),
)


def ways_for(
    profile: "Profile", *, own: OwnVerification, badges: Sequence[ShownBadge]
) -> tuple[list[Way], list[Way]]:
    """What to do next, best first; and the ways that are for others or of less weight."""
    held = {badge.route for badge in badges if not badge.is_expired} | own.open_routes
    suggested = [*_rosters(own), _mailbox(own), DOCUMENT]
    others = [*([ORCID] if _has_orcid() else []), _vouches(profile)]
    (suggested if _may_have_npi(profile) else others).append(NPI)
    return (
        [way for way in suggested if way.route not in held],
        [way for way in others if way.route not in held],
    )


def _rosters(own: OwnVerification) -> list[Way]:
    if not own.rosters:
        return []
    return [
        Way(
            route="",
            icon="users-round",
            title=_("A list that names you"),
            text=_("You joined by the list of %(rosters)s.") % {"rosters": "; ".join(own.rosters)},
            page="verification-rosters",
            label=_("Take its badge"),
            is_post=True,
        )
    ]


def _mailbox(own: OwnVerification) -> Way:
    return Way(
        route=Route.EMAIL,
        icon="mail",
        title=_("A mailbox at your institution"),
        text=_(
            "For students and staff everywhere. A code goes to the mailbox and you type it in"
            " here; it takes a minute and no reviewer."
        ),
        page="verification-code" if own.mailbox else "verification-mailbox",
        label=_("Type in the code") if own.mailbox else _("Send me a code"),
    )


def _may_have_npi(profile: "Profile") -> bool:
    rung = profile.career.rung if profile.career else None
    return profile.country == "US" and rung is not None and rung >= FIRST_LICENSED


def _has_orcid() -> bool:
    apps = getattr(settings, "SOCIALACCOUNT_PROVIDERS", {}).get("orcid", {}).get("APPS")
    return bool(apps) and way_to(ORCID.page) is not None


def _vouches(profile: "Profile") -> Way:
    return Way(
        route=Route.VOUCHES,
        icon="handshake",
        title=_("Two members who vouch for you"),
        text=_(
            "Where nothing else works: two members who are verified in another way say that"
            " they know you. Send them the address of this page. Their names are on the badge."
        ),
        page="vouch",
        handle=profile.handle,
        label=_("The page to send them"),
    )
