"""Which ways of showing who she is are of use to somebody, by where she is and at what stage."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

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
    url: str
    label: str | Promise
    is_post: bool = False


def ways_for(
    profile: "Profile", *, own: OwnVerification, badges: Sequence[ShownBadge]
) -> tuple[list[Way], list[Way]]:
    """What to do next, best first; and the ways that are for others or of less weight."""
    held = {badge.route for badge in badges if not badge.is_expired} | own.open_routes
    suggested = [
        way
        for way in (*_rosters(own), *_mailbox(own), *_document(), *_npi(profile))
        if way.route not in held
    ]
    others = [way for way in (*_orcid(), *_vouches(profile)) if way.route not in held]
    if not _may_have_npi(profile) and Route.NPI not in held:
        others += _npi_way()
    return suggested, others


def _rosters(own: OwnVerification) -> list[Way]:
    if not own.rosters:
        return []
    return [
        Way(
            route="",
            icon="users-round",
            title=_("A list that names you"),
            text=_("You joined by the list of %(rosters)s.") % {"rosters": "; ".join(own.rosters)},
            url=reverse("verification-rosters"),
            label=_("Take its badge"),
            is_post=True,
        )
    ]


def _mailbox(own: OwnVerification) -> list[Way]:
    return [
        Way(
            route=Route.EMAIL,
            icon="mail",
            title=_("A mailbox at your institution"),
            text=_(
                "For students and staff everywhere. A code goes to the mailbox and you type it in"
                " here; it takes a minute and no reviewer."
            ),
            url=reverse("verification-code" if own.mailbox else "verification-mailbox"),
            label=_("Type in the code") if own.mailbox else _("Send me a code"),
        )
    ]


def _document() -> list[Way]:
    return [
        Way(
            route=Route.DOCUMENT,
            icon="file-text",
            title=_("A document"),
            text=_(
                "A student card, a staff card, a letter, a licence, from any country. A reviewer"
                " looks at it once; it is deleted with the decision. It can show your stage."
            ),
            url=reverse("verification-document"),
            label=_("Send a document"),
        )
    ]


def _may_have_npi(profile: "Profile") -> bool:
    rung = profile.career.rung if profile.career else None
    return profile.country == "US" and rung is not None and rung >= FIRST_LICENSED


def _npi(profile: "Profile") -> list[Way]:
    return _npi_way() if _may_have_npi(profile) else []


def _npi_way() -> list[Way]:
    return [
        Way(
            route=Route.NPI,
            icon="hash",
            title=_("An NPI number"),
            text=_(
                "For clinicians in the United States. The number is public, so it counts together"
                " with a mailbox, or after a reviewer has looked."
            ),
            url=reverse("verification-npi"),
            label=_("Give the number"),
        )
    ]


def _orcid() -> list[Way]:
    page = way_to("security")
    apps = getattr(settings, "SOCIALACCOUNT_PROVIDERS", {}).get("orcid", {}).get("APPS")
    if page is None or not apps:
        return []
    return [
        Way(
            route=Route.ORCID,
            icon="log-in",
            title=_("ORCID sign-in"),
            text=_(
                "Shows that an ORCID iD is yours, and so the works listed there. It is not proof"
                " of identity."
            ),
            url=page,
            label=_("Connect ORCID"),
        )
    ]


def _vouches(profile: "Profile") -> list[Way]:
    return [
        Way(
            route=Route.VOUCHES,
            icon="handshake",
            title=_("Two members who vouch for you"),
            text=_(
                "Where nothing else works: two members who are verified in another way say that"
                " they know you. Send them the address of this page. Their names are on the badge."
            ),
            url=reverse("vouch", args=[profile.handle]),
            label=_("The page to send them"),
        )
    ]
