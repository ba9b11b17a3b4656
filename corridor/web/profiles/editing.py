"""Somebody edits her profile, a section at a time, and sees it before she keeps it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from corridor.kernel.outbound_http import NotReached
from corridor.kernel.rate_limits import is_within_limit
from corridor.people import actions, queries
from corridor.people.actions import verifying
from corridor.web.profiles.card import card_of
from corridor.web.profiles.forms import (
    AboutForm,
    HandleForm,
    HoursForm,
    InterestsForm,
    LinksForm,
    SectionForm,
    WorkForm,
)
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile

FORMS: dict[str, type[SectionForm]] = {
    "about": AboutForm,
    "work": WorkForm,
    "interests": InterestsForm,
    "hours": HoursForm,
    "links": LinksForm,
    "handle": HandleForm,
}
SECTIONS: Mapping[str, Promise] = {
    "about": gettext_lazy("About you"),
    "photo": gettext_lazy("Photo"),
    "work": gettext_lazy("Work"),
    "interests": gettext_lazy("Interests and languages"),
    "hours": gettext_lazy("Hours"),
    "links": gettext_lazy("Links"),
    "handle": gettext_lazy("Handle"),
}
CHECKS_AN_HOUR = 20


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def edit(request: MemberRequest, section: str = "about") -> HttpResponse:
    if section not in FORMS:
        raise Http404
    profile = _fresh(request)
    given = request.POST if request.method == "POST" else None
    form = FORMS[section](given, profile=profile)
    preview = ""
    if form.is_bound and form.is_valid():
        if "preview" in request.POST and form.previews:
            preview = _preview(request, form)
        elif _is_kept(request, form):
            messages.success(request, _("Kept."))
            return redirect("edit-profile", section)
    context = {"form": form, "section": section, "sections": SECTIONS, "preview": preview}
    context["asks_orcid"] = bool(settings.ORCID_WORKS and profile.orcid)
    status = 422 if form.errors else 200
    return render(request, f"profiles/edit_{section}.html", context, status=status)


@require_POST
@member_required
def check_link(request: MemberRequest, link_id: int) -> HttpResponse:
    link = queries.own_link(link_id, viewer=request.profile)
    if link is None:
        raise Http404
    if not is_within_limit(request, "check-link", most=CHECKS_AN_HOUR, seconds=3600):
        messages.error(request, _("That were many checks in one hour. Try again later."))
        return redirect("edit-profile", "links")
    try:
        is_mutual = actions.check_link(link=link, by=request.profile, now=request.now)
    except NotReached:
        messages.error(request, _("That page did not answer. Try again later."))
    else:
        if is_mutual:
            messages.success(request, _("That page links back: your link is verified."))
        else:
            messages.info(request, _("That page does not link to your profile with rel=me yet."))
    return redirect("edit-profile", "links")


@require_POST
@member_required
def fetch_works(request: MemberRequest) -> HttpResponse:
    if not is_within_limit(request, "fetch-works", most=CHECKS_AN_HOUR, seconds=3600):
        messages.error(request, _("That were many questions in one hour. Try again later."))
        return redirect("edit-profile", "work")
    try:
        works = verifying.fetch_works(profile=request.profile, by=request.profile)
    except (verifying.NoOrcid, verifying.WorksNotAsked) as refused:
        raise Http404 from refused
    except NotReached:
        messages.error(request, _("ORCID did not answer; what is listed stays. Try again later."))
    else:
        found = ngettext("%d work is listed.", "%d works are listed.", works) % works
        messages.success(request, found)
    return redirect("edit-profile", "work")


def _fresh(request: MemberRequest) -> "Profile":
    """Apart from the one in the navigation, which must not show what is only a preview."""
    profile = queries.profile_of(request.user)
    if profile is None:
        raise Http404
    return profile


def _is_kept(request: MemberRequest, form: SectionForm) -> bool:
    try:
        with transaction.atomic():
            form.keep(by=request.profile, now=request.now)
    except ValidationError as refusal:
        form.refuse(refusal)
        return False
    return True


def _preview(request: MemberRequest, form: SectionForm) -> str:
    """The card as any member would see it: kept, drawn, and taken back.

    There is no second way of drawing what is not kept yet, so nothing can look different later.
    """
    with transaction.atomic():
        card = ""
        if _is_kept(request, form):
            shown = _fresh(request)
            context = {"card": card_of(shown, to=None, is_member=True, now=request.now)}
            card = render_to_string("profiles/_card.html", context, request)
        transaction.set_rollback(True)
    return card
