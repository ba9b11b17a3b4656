"""Telling of an achievement, and agreeing to what somebody else would tell."""

from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.posts import actions, queries
from corridor.posts.actions.refusals import REFUSALS, sentence
from corridor.posts.choices import Feat
from corridor.web.achievements.forms import AchievementForm
from corridor.web.given_numbers import number_in
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.posts.models import Achievement

UNPROCESSABLE = 422
OF_FIELDS = {
    actions.NobodyToCelebrate: ("about", gettext_lazy("Nobody is called so here.")),
    actions.NotADoi: ("doi", gettext_lazy("This is no DOI. It looks like 10.1097/ACM.2398.")),
    actions.TooManyWaiting: (
        "about",
        gettext_lazy("Twenty wait for others to agree already: take one back first."),
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def compose(request: MemberRequest) -> HttpResponse:
    """`?work=7` begins with a work of the profile; `?about=` with somebody."""
    if request.method != "POST":
        return _page(request, AchievementForm(initial=_initial(request)))
    form = AchievementForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    try:
        told = actions.celebrate(form.new_achievement(), by=request.profile, now=request.now)
    except tuple(OF_FIELDS) as refused:
        field, words = OF_FIELDS[type(refused)]
        form.add_error(field, str(words))
    except REFUSALS as refused:
        form.add_error(None, sentence(refused))
    else:
        if told.post_id is None:
            asked = _("%(name)s has a mail, and decides whether it is published.")
            messages.success(request, asked % {"name": told.about.display_name})
            return redirect("achievements-waiting")
        messages.success(request, _("Published. The card can be shared elsewhere too."))
        return redirect("achievement", told.pk)
    return _page(request, form)


@require_safe
@member_required
def waiting(request: MemberRequest) -> HttpResponse:
    found = queries.achievements_waiting(request.profile.pk, now=request.now)
    shown = {
        "to_answer": [one for one in found if one.about_id == request.profile.pk],
        "told": [one for one in found if one.about_id != request.profile.pk],
    }
    return render(request, "achievements/waiting.html", shown)


@require_POST
@member_required
def agree(request: MemberRequest, number: int) -> HttpResponse:
    found = _own_or_404(request, number)
    try:
        actions.agree(found, by=request.profile, now=request.now)
    except actions.NotAboutYou:
        messages.error(request, _("There is nothing to agree to here any more."))
        return redirect("achievements-waiting")
    except REFUSALS as refused:
        messages.error(request, sentence(refused))
        return redirect("achievements-waiting")
    messages.success(request, _("Published. You can take it away at any time."))
    return redirect("achievement", number)


@require_POST
@member_required
def take_away(request: MemberRequest, number: int) -> HttpResponse:
    found = _own_or_404(request, number)
    try:
        actions.take_away(found, by=request.profile, now=request.now)
    except actions.NotYourAchievement as refused:
        raise Http404 from refused
    messages.success(request, _("It is gone."))
    return redirect("achievements-waiting")


def _own_or_404(request: MemberRequest, number: int) -> "Achievement":
    found = queries.achievement_shown(number, viewer_id=request.profile.pk, now=request.now)
    if found is None:
        raise Http404
    return found


def _initial(request: MemberRequest) -> dict[str, Any]:
    number = number_in(request.GET.get("work", ""))
    initial: dict[str, Any] = {"about": request.GET.get("about", "")}
    if number is not None:
        work = next((one for one in request.profile.works.all() if one.pk == number), None)
        if work is not None:
            initial |= {"feat": Feat.PAPER, "title": work.title, "doi": work.doi}
            initial["place"] = work.journal[:200]
    return initial


def _page(request: MemberRequest, form: AchievementForm) -> HttpResponse:
    shown = {"form": form, "works": request.profile.works.all()[:10]}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "achievements/compose.html", shown, status=status)
