"""Somebody's page, as it is for whoever looks at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.people import queries
from corridor.people.choices import Audience, Visibility
from corridor.programmes import queries as programmes
from corridor.web.profiles.card import Card, card_of
from corridor.web.self_description.shown import facets_to_show
from corridor.web.timelines.of_author import shelf_of
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from corridor.people.models import Profile

VISITOR, MEMBER, VERIFIED = "visitor", "member", "verified"


@dataclass(frozen=True, kw_only=True)
class Eyes:
    """Through whose eyes the page is made; a member may be nobody in particular."""

    profile: "Profile | None"
    is_member: bool
    is_verified: bool = False
    chosen: str = ""
    """What the owner chose to look as."""


@require_safe
def profile(request: ViewerRequest, handle: str) -> HttpResponse:
    shown = queries.profile_seen(handle, viewer=request.profile, today=request.now.date())
    if shown is None:
        # The same for nobody, for members only, and for people who are kept apart.
        return render(request, "profiles/nobody.html", status=404)
    if request.profile is not None and request.profile.pk == shown.pk:
        return _own(request, shown)
    if shown.is_automated:
        return _automated(request, shown)
    eyes = Eyes(profile=request.profile, is_member=request.profile is not None)
    context = {
        "card": _card(request, shown, eyes),
        "badges": _badges(request, shown, eyes),
        "facets": facets_to_show(request, shown),
        "relation": _relation(request, shown),
        "shelf": shelf_of(shown, request),
    }
    return render(request, "profiles/profile.html", context)


def _automated(request: ViewerRequest, shown: "Profile") -> HttpResponse:
    """It leads to the programme; the rest is what everybody has a right to with any account."""
    context = {
        "profile": shown,
        "programme": programmes.programme_of_account(shown),
        "relation": _relation(request, shown),
        "shelf": shelf_of(shown, request),
    }
    return render(request, "profiles/automated.html", context)


def _badges(request: ViewerRequest, shown: "Profile", eyes: Eyes) -> list[queries.ShownBadge]:
    shown_badges = queries.badges_shown([shown], viewer=eyes.profile, now=request.now)
    return shown_badges[shown.pk]


def _facets(request: ViewerRequest, own: "Profile", eyes: Eyes) -> Sequence[queries.ShownFacet]:
    """What those she looks as would see of her self-description; nothing is logged about her."""
    if eyes.profile is not None and eyes.chosen:
        return queries.facets_as_seen_by(eyes.profile, own=own, now=request.now)
    if eyes.chosen not in {MEMBER, VERIFIED}:
        return queries.facets_shown(own, viewer=eyes.profile, now=request.now)
    audiences = {Audience.PUBLIC} | ({Audience.VERIFIED} if eyes.is_verified else set())
    everything = queries.facets_shown(own, viewer=own, now=request.now)
    return [facet for facet in everything if facet.audience in audiences]


def _relation(request: ViewerRequest, shown: "Profile") -> queries.Relation | None:
    if request.profile is None:
        return None
    return queries.relation_to(shown, viewer=request.profile, now=request.now)


def _own(request: ViewerRequest, shown: "Profile") -> HttpResponse:
    """Hers, or what others would see of it."""
    followers = [follow.follower for follow in queries.followers(shown)]
    eyes = _chosen_eyes(request, shown, followers)
    context = {
        "card": _card(request, shown, eyes),
        "badges": _badges(request, shown, eyes),
        "facets": _facets(request, shown, eyes),
        "is_own": not eyes.chosen,
        "eyes": eyes,
        "followers": followers,
        "shelf": None if eyes.chosen else shelf_of(shown, request),
        "is_hidden": eyes.chosen == VISITOR and shown.visibility == Visibility.MEMBERS,
    }
    return render(request, "profiles/profile.html", context)


def _chosen_eyes(request: ViewerRequest, own: "Profile", followers: list["Profile"]) -> Eyes:
    """Her own, unless she chose others'.

    Whether somebody in particular keeps away from her is not told here: it is the other's.
    """
    chosen = request.GET.get("as", "")
    if chosen == VISITOR:
        return Eyes(profile=None, is_member=False, chosen=VISITOR)
    if chosen in {MEMBER, VERIFIED}:
        return Eyes(profile=None, is_member=True, is_verified=chosen == VERIFIED, chosen=chosen)
    for follower in followers:
        if chosen == f"@{follower.handle}":
            return Eyes(profile=follower, is_member=True, chosen=chosen)
    return Eyes(profile=own, is_member=True)


def _card(request: ViewerRequest, shown: "Profile", eyes: Eyes) -> Card:
    return card_of(shown, to=eyes.profile, is_member=eyes.is_member, now=request.now)
