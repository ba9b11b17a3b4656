"""`/helping/<n>/`: what somebody can do for somebody whom she helps."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.helping import actions, queries
from corridor.helping.choices import Scope
from corridor.incidents.snapshots import post_named
from corridor.people import queries as people
from corridor.posts import queries as posts
from corridor.safety import actions as safety
from corridor.safety import queries as held
from corridor.safety.actions import NewFlag
from corridor.safety.choices import Reason
from corridor.web.helping.forms import FlagForm, GuardForm
from corridor.web.helping.refusals import sentence
from corridor.web.helping.rights import helper_required
from corridor.web.safety import refusals
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.helping.models import Helper

POSTS = 5
GUIDES = (
    ("Right To Be", "https://righttobe.org/guides/bystander-intervention-training/"),
    ("PEN America", "https://onlineharassmentfieldmanual.pen.org/"),
)


@require_safe
@helper_required
def desk(request: MemberRequest, helper: "Helper") -> HttpResponse:
    return _page(request, helper, {})


@require_POST
@helper_required
def guard(request: MemberRequest, helper: "Helper") -> HttpResponse:
    form = GuardForm(request.POST)
    if not form.is_valid():
        return _page(request, helper, {"guard": form})
    handle = form.cleaned_data["handle"].strip().removeprefix("@")
    who = people.profile_named(handle, viewer=request.profile, today=request.now.date())
    if who is None:
        form.add_error("handle", _("There is nobody of that name for you."))
        return _page(request, helper, {"guard": form})
    do = actions.block_for if "block" in request.POST else actions.mute_for
    try:
        do(helper.pk, who=who, by=request.profile, now=request.now)
    except actions.NotOfThem as refusal:
        form.add_error("handle", sentence(refusal))
        return _page(request, helper, {"guard": form})
    said = _("Done, and written down for %(name)s.")
    messages.success(request, said % {"name": helper.owner.display_name})
    return redirect("helping-one", helper.pk)


@require_POST
@helper_required
def flag(request: MemberRequest, helper: "Helper") -> HttpResponse:
    form = FlagForm(request.POST)
    if not form.is_valid():
        return _page(request, helper, {"flag": form})
    number = post_named(form.cleaned_data["address"])
    rows = posts.readable(request.profile.pk, now=request.now).filter(pk=number or 0)
    found = rows.select_related("author").first()
    if found is None:
        form.add_error("address", _("That is no post of this server, or none for you."))
        return _page(request, helper, {"flag": form})
    new = NewFlag(reason=Reason(form.cleaned_data["reason"]), words=form.cleaned_data["words"])
    try:
        safety.flag_for(new, post=found, helper_id=helper.pk, by=request.profile, now=request.now)
    except refusals.REFUSED as refusal:
        form.add_error("address", refusals.sentence(refusal))
        return _page(request, helper, {"flag": form})
    messages.success(request, _("Flagged under your name. You hear what comes of it."))
    return redirect("helping-one", helper.pk)


def _page(request: MemberRequest, helper: "Helper", forms: Mapping[str, Any]) -> HttpResponse:
    owner, now = helper.owner, request.now
    may = helper.scopes
    own = posts.said_by(
        owner.pk,
        viewer_id=request.profile.pk,
        now=now,
        wanted=posts.Wanted(without_direct=True),
    )
    recent = own.order_by("-pk").values_list("pk", flat=True)[:POSTS]
    counts = held.waiting_counts(owner.pk, now=now) if Scope.READ in may else {}
    context = {
        "helper": helper,
        "owner": owner,
        "guides": GUIDES,
        "may": {str(scope): True for scope in may},
        "waiting": sum(counts.values()),
        "recent": posts.shown_posts(list(recent), viewer_id=request.profile.pk, now=now),
        "deeds": queries.done_by(request.profile, owner_id=owner.pk),
        "guard": forms.get("guard") or GuardForm(),
        "flag": forms.get("flag") or FlagForm(),
    }
    return render(request, "helping/one.html", context, status=422 if forms else 200)
