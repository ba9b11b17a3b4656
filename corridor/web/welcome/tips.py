"""What is worth doing first, and one tip a day until it is done or unwanted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from allauth.mfa.models import Authenticator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from corridor.people import actions, queries
from corridor.web.addresses import way_to
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile

CHECKLIST: tuple[tuple[str, str, Promise], ...] = (
    ("profile", "edit-profile", _("Say who you are")),
    ("offers", "offers", _("Say what you give or seek")),
    ("hours", "edit-profile-hours", _("Say when you can meet")),
    ("privacy", "privacy", _("Look at who sees you")),
    ("verification", "verification", _("Show that it is you")),
    ("second-factor", "security", _("Sign in with a second factor")),
    ("follow", "mentors", _("Follow somebody")),
)
"""Key of what is done, name of the page, words."""
TIPS: Mapping[str, tuple[Promise, str]] = {
    "profile": (_("Two sentences about you say more than a title: write them."), "edit-profile"),
    "student-wishes": (
        _("Name one thing that would help this term: mentors who know it are suggested first."),
        "offers",
    ),
    "trainee-both": (
        _("Somebody is a step ahead of you, and somebody a step behind: offer, and wish."),
        "offers",
    ),
    "faculty-offers": (
        _("One place and one topic are enough to begin with; you can pause at any time."),
        "offers",
    ),
    "hours": (
        _("Tick two evenings: who is free when you are is then found by itself."),
        "edit-profile-hours",
    ),
    "student-follow": (
        _("Follow one person a year ahead of you: near questions have near answers."),
        "mentors",
    ),
    "follow": (_("Follow somebody whose work you would like to hear about."), "mentors"),
}


@dataclass(frozen=True, kw_only=True)
class Item:
    words: Promise
    url: str
    is_done: bool


@dataclass(frozen=True, kw_only=True)
class ShownTip:
    kind: str
    words: Promise
    url: str


def checklist(profile: "Profile", *, now: datetime) -> list[Item]:
    """Only what has a page here; empty once all of it is done."""
    done = queries.settled(profile) | {
        "verification": queries.is_verified(profile, now=now),
        "second-factor": Authenticator.objects.filter(user=profile.account_id).exists(),
    }
    items = [
        Item(words=words, url=url, is_done=done[key])
        for key, page, words in CHECKLIST
        if (url := way_to(page)) is not None
    ]
    return [] if all(item.is_done for item in items) else items


def tip_of_the_day(profile: "Profile", *, now: datetime) -> ShownTip | None:
    kind = actions.give_tip(profile=profile, now=now)
    if kind is None:
        return None
    words, page = TIPS[kind]
    return ShownTip(kind=kind, words=words, url=way_to(page) or "")


@require_POST
@member_required
def dismiss(request: MemberRequest, kind: str) -> HttpResponse:
    try:
        actions.dismiss_tip(profile=request.profile, kind=kind, by=request.profile, now=request.now)
    except actions.NoSuchTip as unknown:
        raise Http404 from unknown
    return redirect("home")


@require_POST
@member_required
def refuse(request: MemberRequest) -> HttpResponse:
    actions.refuse_tips(profile=request.profile, by=request.profile)
    return redirect("home")
