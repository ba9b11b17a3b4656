"""What waits for the team: appeals, and what follows after a break; for whoever decides it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from corridor.programmes.actions import consequences as actions
from corridor.programmes.actions.set_up_rights import ProgrammeArchived
from corridor.programmes.policies import Right
from corridor.programmes.queries import consequences as rules
from corridor.programmes.words_of_consequences import told_moves
from corridor.web.conduct.forms import DecisionForm
from corridor.web.directing.rights import team_required
from corridor.web.given_numbers import LARGEST
from corridor.web.pressed import pressed_yes
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.programmes.models import Programme
    from corridor.programmes.queries.consequences import ReadConsequence

SENTENCES: Mapping[type[Exception], Promise] = {
    actions.DecidedAlready: gettext_lazy("It was decided or taken back meanwhile."),
    actions.NotYoursToDecide: gettext_lazy("Somebody else of the team decides this one."),
    actions.ReasonMissing: gettext_lazy("Write why: the person reads it."),
    actions.ReasonTooLong: gettext_lazy("At most 1000 letters."),
    ProgrammeArchived: gettext_lazy("It is archived: bring it back first."),
}
REFUSED = tuple(SENTENCES)
A_PAGE = 50


@require_safe
@team_required(Right.SET_UP)
def waiting(request: MemberRequest, programme: "Programme") -> HttpResponse:
    viewer, today = request.profile, request.now.date()
    waiting = rules.to_decide(programme, viewer=viewer, today=today)
    context = {
        "programme": programme,
        "page": Paginator(waiting, A_PAGE).get_page(request.GET.get("page")),
        "resting": rules.on_a_break(programme, viewer=viewer, today=today),
    }
    return render(request, "conduct/to_decide.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def decide(request: MemberRequest, programme: "Programme", consequence_id: int) -> HttpResponse:
    seen = rules.consequence_to_decide(
        min(consequence_id, LARGEST),
        programme=programme,
        viewer=request.profile,
        today=request.now.date(),
    )
    if seen is None:
        raise Http404
    form = DecisionForm(request.POST if request.method == "POST" else None)
    if form.is_bound and request.POST.get("asks") != seen.asks:
        form.add_error("words", _("It is another question by now: see below, and decide that."))
    elif form.is_bound and form.is_valid():
        try:
            _decide(request, seen, form.cleaned_data["words"])
        except REFUSED as refusal:
            form.add_error("words", str(SENTENCES[type(refusal)]))
        else:
            messages.success(request, _("Decided. The person reads your reason."))
            return redirect("consequences-to-decide", programme.slug)
    context = {
        "programme": programme,
        "seen": seen,
        "moves": told_moves(seen.moves),
        "form": form,
    }
    return render(request, "conduct/decide.html", context, status=422 if form.errors else 200)


def _decide(request: MemberRequest, seen: "ReadConsequence", why: str) -> None:
    """Yes grants an appeal, or lets it be. Raises what the two actions raise."""
    is_yes = pressed_yes(request)
    by, now = request.profile, request.now
    if seen.waiting is not None:
        actions.decide_appeal(seen.consequence, why, is_granted=is_yes, by=by, now=now)
    else:
        actions.decide_look(seen.consequence, why, rests=not is_yes, by=by, now=now)
