"""The pages on which somebody applies: the questions, and a look at all of it before it is sent."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.programmes import queries
from corridor.programmes.actions import applying
from corridor.programmes.actions.conduct import ConductChanged, accept_conduct
from corridor.programmes.choices import Side
from corridor.programmes.queries import conduct as rules
from corridor.web.applying.asking import Asking
from corridor.web.applying.forms import beginning, filled
from corridor.web.applying.words import shut_in_words
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Application, Round


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def apply(request: MemberRequest, slug: str, side: str) -> HttpResponse:
    round, kept = _place(request, slug, side)
    if kept is not None and kept.state == kept.State.DECLINED:
        return redirect("application", kept.pk)
    door = queries.door(round, side=side, profile=request.profile, now=request.now)
    if door.shut is not None:
        return _shut(request, round, side, kept)
    if request.method == "POST":
        return _posted(request, round, side)
    _form, asking = beginning(request, round, side, kept=kept)
    return _questions(request, round, side, asking, kept=kept)


@require_POST
@member_required
def draft(request: MemberRequest, slug: str, side: str) -> HttpResponse:
    """What is typed is kept while she types; only a line of the page is swapped."""
    round, _kept = _place(request, slug, side)
    problem = _keep(request, round, side, _read(request, round, side))
    return render(request, "applying/_kept.html", {"problem": problem, "now": request.now})


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def summary(request: MemberRequest, slug: str, side: str) -> HttpResponse:
    round, kept = _place(request, slug, side)
    if kept is None or "typed" not in kept.written:
        return redirect("apply", slug, side)
    form, asking = beginning(request, round, side, kept=kept)
    ready = filled(request, form, asking, round=round)
    if ready is None:
        return _questions(request, round, side, asking, kept=kept)
    asked = _conduct_asked(request, round)
    is_missing = False
    if request.method == "POST":
        is_missing = not _accepts(request, round, asked)
        if not is_missing:
            return _send(request, kept, ready)
    door = queries.door(round, side=side, profile=request.profile, now=request.now)
    context = {
        "round": round,
        "side": side,
        "fields": [(field.label, field.in_words()) for field in asking],
        "door": door,
        "shut": shut_in_words(door.shut, round),
        "kept": kept,
        "conduct_asked": asked,
        "conduct_missing": is_missing,
    }
    status = 422 if is_missing else 200
    return render(request, "applying/summary.html", context, status=status)


def _conduct_asked(request: MemberRequest, round: "Round") -> rules.Conduct | None:
    """None where she accepted this version before."""
    if rules.has_accepted_newest(round.programme, by=request.profile):
        return None
    return rules.conduct(round.programme)


def _accepts(request: MemberRequest, round: "Round", asked: rules.Conduct | None) -> bool:
    """Of the version that stood on the page when she looked; a newer one is read first."""
    if asked is None:
        return True
    if request.POST.get("conduct") != str(asked.number):
        return False
    try:
        accept_conduct(round.programme, asked.number, by=request.profile, now=request.now)
    except ConductChanged:
        return False
    return True


def _send(request: MemberRequest, kept: "Application", ready: applying.Filled) -> HttpResponse:
    try:
        sent = applying.send_application(
            application=kept, filled=ready, by=request.profile, now=request.now
        )
    except applying.DoorShut as refusal:
        messages.error(request, shut_in_words(refusal.shut, kept.round))
        return redirect("application", kept.pk)
    except applying.FormChanged:
        messages.info(request, _("The questions have changed. Look over them, then send."))
        return redirect("apply", kept.round.programme.slug, kept.side)
    except applying.NotYourApplication:
        return redirect("application", kept.pk)
    messages.success(request, _("Sent. A copy of what you said is on its way to your mailbox."))
    if kept.state == kept.State.DRAFT:
        request.session["barriers"] = [sent.pk, "application"]
    return redirect("application", sent.pk)


def _posted(request: MemberRequest, round: "Round", side: str) -> HttpResponse:
    asking = _read(request, round, side)
    problem = _keep(request, round, side, asking)
    kept = queries.own_application_in(round, side=side, viewer=request.profile)
    form = queries.form(round, side)
    if problem:
        asking.non_field_errors = [problem]
        return _questions(request, round, side, asking, kept=kept)
    if request.POST.get("do") == "later":
        messages.success(request, _("Kept. Nobody reads it before you send it."))
        return redirect("own-applications")
    if filled(request, form, asking, round=round) is None:
        return _questions(request, round, side, asking, kept=kept)
    return redirect("apply-summary", round.programme.slug, side)


def _read(request: MemberRequest, round: "Round", side: str) -> Asking:
    return Asking.posted(queries.form(round, side).questions, request.POST)


def _keep(request: MemberRequest, round: "Round", side: str, asking: Asking) -> str:
    """Why it could not be kept, or nothing."""
    try:
        begun = applying.begin_application(
            round=round, side=side, by=request.profile, now=request.now
        )
        applying.keep_draft(application=begun, typed=asking.typed, by=request.profile)
    except applying.DoorShut as refusal:
        return shut_in_words(refusal.shut, round)
    except applying.TypedTooMuch:
        return _("That is more than a form can hold. Shorten the long answers; nothing is lost.")
    except applying.NotYourApplication:
        return _("This application is over.")
    return ""


def _questions(
    request: MemberRequest,
    round: "Round",
    side: str,
    asking: Asking,
    *,
    kept: "Application | None",
) -> HttpResponse:
    context = {
        "round": round,
        "side": side,
        "side_name": Side(side).label,
        "form": asking,
        "door": queries.door(round, side=side, profile=request.profile, now=request.now),
        "kept": kept,
    }
    status = 422 if asking.errors or asking.non_field_errors else 200
    return render(request, "applying/apply.html", context, status=status)


def _shut(
    request: MemberRequest, round: "Round", side: str, kept: "Application | None"
) -> HttpResponse:
    door = queries.door(round, side=side, profile=request.profile, now=request.now)
    context = {"round": round, "side": side, "kept": kept, "shut": shut_in_words(door.shut, round)}
    return render(request, "applying/shut.html", context)


def _place(request: MemberRequest, slug: str, side: str) -> "tuple[Round, Application | None]":
    round = queries.round_to_apply_to(slug, now=request.now)
    if round is None or side not in Side.values or round.programme.is_draft:
        raise Http404
    return round, queries.own_application_in(round, side=side, viewer=request.profile)
