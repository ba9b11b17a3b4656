"""A team puts in a published scale, looks at it first, and takes its figures with whose it is."""

import csv
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.mentoring import queries as mentoring
from corridor.programmes.actions import setting_up
from corridor.programmes.intake.formulas import harmless
from corridor.programmes.policies import Right
from corridor.web.directing.deeds import done
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.instruments.forms import InstrumentForm
from corridor.web.pressed import pressed
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.programmes.models import Programme

HEAD = (
    "scale", "version", "source", "permission", "round", "occasion", "side", "subscale",
    "items", "points", "people", "mean",
)  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def instrument(request: MemberRequest, programme: "Programme") -> HttpResponse:
    """*Look at it first* keeps nothing; *Use it* does what was shown."""
    is_sent = request.method == "POST"
    form = InstrumentForm(request.POST, request.FILES) if is_sent else InstrumentForm()
    looks = is_sent and pressed(request, "do", ("look", "use")) == "look"
    is_valid = is_sent and form.is_valid()
    if is_valid and not looks:
        try:
            setting_up.use_instrument(programme, form.new(), by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return redirect("directing-scale", programme.slug)
    context = {
        "programme": programme,
        "used": mentoring.instrument_in_force(programme.slug),
        "form": form,
        "looked_at": form.new() if is_valid and looks else None,
    }
    status = 422 if form.errors else 200
    return render(request, "instruments/directing.html", context, status=status)


@require_POST
@team_required(Right.SET_UP)
def end(request: MemberRequest, programme: "Programme") -> HttpResponse:
    def do() -> str:
        setting_up.leave_instrument(programme, by=request.profile, now=request.now)
        return _("It is asked no more. What was answered stays.")

    return done(request, do, to="directing-scale", at=(programme.slug,))


@require_safe
@team_required(Right.SEE)
def results(request: MemberRequest, programme: "Programme") -> HttpResponse:
    del request
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{programme.slug}-scale.csv"'
    writer = csv.writer(answer)
    writer.writerow(HEAD)
    for round in programme.rounds.order_by("opens_on", "pk"):
        for one in mentoring.scale_figures(programme.slug, round_name=round.name):
            asked = one.instrument
            writer.writerow(
                [
                    *map(_cell, (asked.title, asked.number, asked.source, asked.permission)),
                    _cell(round.name), one.occasion.value, one.side.value, _cell(one.subscale),
                    one.items, len(asked.points), one.people, one.mean,
                ]
            )  # fmt: skip
    return answer


def _cell(value: object) -> str:
    """Words of people are no formulas in a spreadsheet."""
    return harmless(str(value))
