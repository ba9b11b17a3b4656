"""What follows for the viewer in one programme, and her appeal against it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from corridor.programmes import queries
from corridor.programmes.actions import consequences as actions
from corridor.programmes.queries import conduct as conduct_of
from corridor.programmes.queries import consequences as rules
from corridor.programmes.words_of_consequences import told_moves
from corridor.web.conduct.forms import AppealForm
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Programme

SENTENCES: Mapping[type[Exception], Promise] = {
    actions.AppealIsEmpty: gettext_lazy("Write one line at least."),
    actions.AppealTooLong: gettext_lazy("At most 1000 letters."),
    actions.NothingToAppeal: gettext_lazy(
        "Nothing follows for you now, or you have appealed against this step already."
    ),
    actions.NoAppealWaits: gettext_lazy("It was decided meanwhile."),
}
REFUSED = tuple(SENTENCES)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def own(request: MemberRequest, slug: str) -> HttpResponse:
    programme = _programme(request, slug)
    form = AppealForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        words = form.cleaned_data["words"]
        try:
            actions.appeal(programme, words, by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error("words", str(SENTENCES[type(refusal)]))
        else:
            messages.success(request, _("Sent. Until it is decided, nothing follows."))
            return redirect("own-consequence", slug)
    seen = _seen(request, programme)
    context = {
        "programme": programme,
        "seen": seen,
        "moves": told_moves(seen.moves) if seen else [],
        "form": form,
    }
    status = 422 if form.errors else 200
    return render(request, "conduct/own_consequence.html", context, status=status)


@require_POST
@member_required
def take_back(request: MemberRequest, slug: str) -> HttpResponse:
    programme = _programme(request, slug)
    try:
        actions.take_back_appeal(programme, by=request.profile, now=request.now)
    except actions.NoAppealWaits as refusal:
        messages.error(request, str(SENTENCES[type(refusal)]))
    else:
        messages.success(request, _("Taken back. It goes on as it was."))
    return redirect("own-consequence", slug)


def _seen(request: MemberRequest, programme: "Programme") -> "rules.ReadConsequence | None":
    return rules.own_consequence(programme, viewer=request.profile, today=request.now.date())


def _programme(request: MemberRequest, slug: str) -> "Programme":
    """There for whoever takes part where something can follow, and for whom something did."""
    programme = queries.programme(slug, viewer=request.profile)
    if programme is None:
        raise Http404
    takes_part = conduct_of.takes_part(programme, viewer=request.profile)
    if programme.has_consequences and takes_part:
        return programme
    if _seen(request, programme) is None:
        raise Http404
    return programme
