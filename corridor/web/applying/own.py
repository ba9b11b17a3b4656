"""What somebody applied to, how it stands, and the way out."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.programmes import queries
from corridor.programmes.actions import applying
from corridor.programmes.barriers import BARRIERS
from corridor.web.applying.asking import Asking, typed_of
from corridor.web.applying.words import next_in_words, wait_in_words
from corridor.web.pressed import pressed_yes
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Application


@require_safe
@member_required
def own_applications(request: MemberRequest) -> HttpResponse:
    rows = [_line(request, one) for one in queries.own_applications(request.profile)]
    context = {
        "rows": rows,
        "interests": queries.open_interests(request.profile, now=request.now),
        "wants_no_answers": queries.wants_no_answers(request.profile),
    }
    return render(request, "applying/own.html", context)


@require_safe
@member_required
def application(request: MemberRequest, application_id: int) -> HttpResponse:
    own = _own(request, application_id)
    form = queries.form_of_application(own)
    said = own.written.get("answers", {})
    fields = Asking(
        [*form.all.values()] if form else [],
        {key: typed_of(asked, said.get(key)) for key, asked in (form.all if form else {}).items()},
    )
    context = _line(request, own) | {
        "fields": [(field.label, field.in_words()) for field in fields if field.typed],
        "may_undo": own.state == own.State.WITHDRAWN and applying.may_undo(own, now=request.now),
        "is_open": queries.shut_by_time(own.round, now=request.now) is None,
        "reasons": queries.reasons_told(own),
        "moment": _asked_now(request, own),
        "barriers": BARRIERS,
    }
    return render(request, "applying/application.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def withdrawal(request: MemberRequest, application_id: int) -> HttpResponse:
    own = _own(request, application_id)
    if request.method != "POST":
        return render(request, "applying/withdrawal.html", {"application": own})
    try:
        applying.withdraw_application(application=own, by=request.profile, now=request.now)
    except applying.NotYourApplication:
        messages.info(request, _("This application is over already."))
        return redirect("application", own.pk)
    messages.success(request, _("Withdrawn. You can take that back for a day."))
    if own.state != own.State.DRAFT:
        request.session["barriers"] = [own.pk, "withdrawal"]
    return redirect("application", own.pk)


@require_POST
@member_required
def withdrawal_end(request: MemberRequest, application_id: int) -> HttpResponse:
    own = _own(request, application_id)
    try:
        applying.undo_withdrawal(application=own, by=request.profile, now=request.now)
    except (applying.TooLateToUndo, applying.NotYourApplication):
        messages.error(
            request,
            _("This cannot be taken back any more. While applications are open, apply once more."),
        )
    else:
        request.session.pop("barriers", None)
        messages.success(request, _("It is as it was."))
    return redirect("application", own.pk)


@require_POST
@member_required
def barriers(request: MemberRequest, application_id: int) -> HttpResponse:
    """Asked once, right after she sent or withdrew: what she ticks leads nowhere but to a count."""
    own = _own(request, application_id)
    moment = _asked_now(request, own)
    if moment is None:
        return redirect("application", own.pk)
    del request.session["barriers"]
    ticked = request.POST.getlist("barrier")
    if not ticked:
        messages.info(request, _("Nothing was ticked, and nothing is kept."))
        return redirect("application", own.pk)
    try:
        applying.note_barriers(
            programme=own.round.programme,
            new=applying.NewBarriers(moment=moment, side=own.side, barriers=ticked),
            today=request.now.date(),
        )
    except applying.NotABarrier as none:
        raise Http404 from none
    messages.success(request, _("Thank you. It is counted, without your name."))
    return redirect("application", own.pk)


@require_POST
@member_required
def answers_to_posts(request: MemberRequest) -> HttpResponse:
    """Whether programmes may answer what she says under hashtags."""
    if pressed_yes(request, "want"):
        applying.let_answer(by=request.profile)
        messages.success(request, _("Programmes may answer your posts again, once a round."))
    else:
        applying.stop_answers(by=request.profile, now=request.now)
        messages.success(
            request, _("No programme answers your posts any more. What they answered is gone.")
        )
    return redirect("own-applications")


def _asked_now(request: MemberRequest, own: "Application") -> str | None:
    pk, moment = request.session.get("barriers", (None, None))
    return str(moment) if pk == own.pk else None


def _line(request: MemberRequest, own: "Application") -> dict[str, object]:
    place = queries.place_in_line(own)
    return {
        "application": own,
        "round": own.round,
        "next": next_in_words(own, place, today=request.now.date()),
        "wait": wait_in_words(place) if place else "",
        "has_changes": own.state in {own.State.SENT, own.State.IN} and "typed" in own.written,
    }


def _own(request: MemberRequest, application_id: int) -> "Application":
    own = queries.own_application(application_id, viewer=request.profile)
    if own is None:
        raise Http404
    return own
