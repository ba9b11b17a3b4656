"""What a badge says: what was shown, how, and what it does not show."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.people.choices import Route


@dataclass(frozen=True, kw_only=True)
class RouteWords:
    how: str | Promise
    limits: str | Promise


ROUTES: dict[str, RouteWords] = {
    Route.EMAIL: RouteWords(
        how=gettext_lazy("A code sent to the mailbox was typed in here."),
        limits=gettext_lazy("It shows a mailbox on that day, and neither a role nor a stage."),
    ),
    Route.ORCID: RouteWords(
        how=gettext_lazy("Signed in at ORCID with this iD."),
        limits=gettext_lazy(
            "ORCID is not proof of identity: it shows who has this iD, and ORCID asks nobody"
            " for a passport."
        ),
    ),
    Route.NPI: RouteWords(
        how=gettext_lazy("A record in the United States registry, held beside the name here."),
        limits=gettext_lazy(
            "The number is public, so knowing it proves nothing; and it is neither a licence"
            " nor a board certification."
        ),
    ),
    Route.ROSTER: RouteWords(
        how=gettext_lazy("The list named the e-mail address that this account was made with."),
        limits=gettext_lazy("Whoever keeps the list says so; nobody here asked again."),
    ),
    Route.VOUCHES: RouteWords(
        how=gettext_lazy("Members verified in another way said that they know this person."),
        limits=gettext_lazy("It is their word, and no document."),
    ),
    Route.DOCUMENT: RouteWords(
        how=gettext_lazy("A reviewer looked at the document; it was deleted afterwards."),
        limits=gettext_lazy("It shows what the document said on that day."),
    ),
}


def title(route: str, shows: str) -> str:
    """Of a badge: a phrase that can stand in a line of its own."""
    if route == Route.NPI and not shows:
        return _("NPI record")
    sentences = {
        Route.EMAIL: _("Mailbox at %(shows)s"),
        Route.ORCID: _("ORCID iD %(shows)s"),
        Route.NPI: _("NPI record: %(shows)s"),
        Route.ROSTER: _("On the roster of %(shows)s"),
        Route.VOUCHES: _("Vouched for by two verified members"),
        Route.DOCUMENT: _("Document seen: %(shows)s"),
    }
    return sentences[Route(route)] % {"shows": shows}


def vouched_by(names: Sequence[str]) -> str:
    """Empty names are members who are not named to this viewer."""
    said = [name or _("a verified member") for name in names]
    if not said:
        return title(Route.VOUCHES, "")
    if len(said) == 1:
        return _("Vouched for by %(name)s") % {"name": said[0]}
    return _("Vouched for by %(names)s and %(last)s") % {
        "names": ", ".join(said[:-1]),
        "last": said[-1],
    }


ENDED = {
    "renewed": gettext_lazy("renewed"),
    "by_owner": gettext_lazy("taken off by its owner"),
    "vouch_gone": gettext_lazy("fewer than two verified members vouch any more"),
}


def ended_because(code: str) -> str | Promise:
    """Of a badge; a reviewer's reason stands in her own words."""
    return ENDED.get(code, code)
