"""Whom the viewer keeps away from: blocked, muted, and those who judge her work."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.people import actions, queries
from corridor.people.choices import EvaluationKind
from corridor.web.relations.forms import EvaluationForm
from corridor.web.relations.lately import how_many
from corridor.web.viewer import MemberRequest, member_required

UNPROCESSABLE = 422


@require_safe
@member_required
def blocked(request: MemberRequest) -> HttpResponse:
    shown = {
        "blocks": queries.blocks(request.profile),
        "mutes": queries.mutes(request.profile, now=request.now),
        "lately": how_many(request),
    }
    return render(request, "relations/blocked.html", shown)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def evaluators(request: MemberRequest) -> HttpResponse:
    form = EvaluationForm(
        request.POST or None,
        viewer=request.profile,
        today=request.now.date(),
        initial={"handle": request.GET.get("handle", "")},
    )
    if form.is_valid():
        _declare(request, form)
        return redirect("evaluators")
    shown = {
        "form": form,
        "evaluations": queries.evaluations(request.profile),
        "today": request.now.date(),
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "relations/evaluators.html", shown, status=status)


def _declare(request: MemberRequest, form: EvaluationForm) -> None:
    actions.declare_evaluation(
        profile=request.profile,
        other=form.somebody,
        kind=EvaluationKind(form.cleaned_data["kind"]),
        ends_on=form.cleaned_data["ends_on"],
        now=request.now,
    )
    messages.success(
        request,
        _("You and %(name)s are kept apart here. They are not told.")
        % {"name": form.somebody.display_name},
    )


@require_POST
@member_required
def end(request: MemberRequest, evaluation_id: int) -> HttpResponse:
    try:
        actions.end_evaluation(evaluation_id=evaluation_id, by=request.profile)
    except actions.NotDeclared as error:
        raise Http404 from error
    messages.success(request, _("It holds no longer."))
    return redirect("evaluators")
