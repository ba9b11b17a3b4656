"""A mentor answers a question of the queue for everybody in it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from corridor.mentoring import queries
from corridor.mentoring.actions import office_hours
from corridor.mentoring.queries import SeenSitting
from corridor.web.given_numbers import LARGEST
from corridor.web.office_hours.forms import AnswerForm
from corridor.web.office_hours.refusals import REFUSED, field_of, sentence
from corridor.web.office_hours.rights import of_own_sitting, of_sitting
from corridor.web.viewer import MemberRequest


@require_http_methods(["GET", "HEAD", "POST"])
@of_sitting
@of_own_sitting
def answer(request: MemberRequest, seen: SeenSitting, turn_id: int) -> HttpResponse:
    turn = queries.turn_to_answer(min(turn_id, LARGEST), sitting=seen.sitting)
    if turn is None:
        raise Http404
    before = getattr(turn, "answer_to_all", None)
    form = AnswerForm(
        request.POST if request.method == "POST" else None,
        initial={"words": before.words if before else ""},
    )
    if form.is_bound and form.is_valid():
        try:
            office_hours.answer_to_all(
                turn.pk, **form.cleaned_data, by=request.profile, now=request.now
            )
        except REFUSED as refusal:
            form.add_error(field_of(refusal), sentence(refusal))
        else:
            messages.success(request, _("Answered: everybody who signed up reads it."))
            return redirect("sitting", seen.sitting.pk)
    context = {"seen": seen, "turn": turn, "form": form}
    status = 422 if form.errors else 200
    return render(request, "office_hours/answer.html", context, status=status)
