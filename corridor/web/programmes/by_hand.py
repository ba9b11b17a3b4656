"""`/p/<slug>/by-hand/<n>/`: who fits one mentee, why, and putting the two together."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from corridor.algorithms.directory.words import is_found, words_asked, words_of
from corridor.algorithms.matching.people import Role
from corridor.programmes import actions, queries
from corridor.programmes.wording import ROLES, points, sentences
from corridor.web.programmes.decisions import REFUSALS, later
from corridor.web.viewer import MemberRequest, member_required

SHOWN = 20
ASSIGN_REFUSALS: dict[type[Exception], Promise] = {
    **REFUSALS,
    actions.AlreadyTogetherHere: gettext_lazy("You put these two together already."),
    actions.AssignImpossible: gettext_lazy(
        "These two cannot be matched: something keeps them apart, or no place is left."
    ),
    actions.NotMatchedYet: gettext_lazy("Run the matching once; then put people together."),
}


class ModeForm(forms.Form):
    mode = forms.ChoiceField(
        label=gettext_lazy("How matches come about"),
        choices=[
            ("pool", gettext_lazy("Best for everybody: the whole round is matched at once")),
            ("ranks", gettext_lazy("Mentees rank: what they ranked outweighs all else")),
            ("mutual", gettext_lazy("Suggestions: both sides get some, and both say yes")),
            ("choice", gettext_lazy("Directors choose: nobody is matched but by hand")),
        ],
        widget=forms.RadioSelect,
    )
    suggestions = forms.IntegerField(
        label=gettext_lazy("Suggestions for each"), min_value=1, max_value=5
    )
    asks_before_next = forms.BooleanField(
        label=gettext_lazy("Ask me before the next best mentor is asked"), required=False
    )


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def by_hand(request: MemberRequest, slug: str, application_id: int) -> HttpResponse:
    mentee = queries.mentee_application(application_id, viewer=request.profile)
    role = request.GET.get("role", Role.MENTOR.value)
    if mentee is None or mentee.round.programme.slug != slug or role not in list(Role):
        raise Http404
    if request.method == "POST":
        handle = request.POST.get("mentor", "").replace("\0", "")
        mentor = queries.mentor_application(mentee.round, handle=handle)
        if mentor is None:
            raise Http404
        try:
            made = actions.assign_match(
                mentee=mentee, mentor=mentor, role=Role(role), by=request.profile, now=request.now
            )
        except tuple(ASSIGN_REFUSALS) as refusal:
            messages.error(request, str(ASSIGN_REFUSALS[type(refusal)]))
            return redirect(request.get_full_path())
        messages.success(request, later(made) or _("They are together, in every run from now on."))
        return redirect(reverse("review", args=[slug]) + f"?mentee={mentee.pk}")
    asked = request.GET.get("q", "").strip()
    found = [
        one
        for one in queries.by_worth(mentee, role)
        if is_found(words_of(_words(one)), words_asked(asked))
    ]
    context = {
        "round": mentee.round,
        "mentee": mentee,
        "role": ROLES[Role(role)],
        "asked": asked,
        "total": len(found),
        "candidates": [
            (one.mentor, points(one.why.fit), sentences(one.why.reasons)) for one in found[:SHOWN]
        ],
    }
    return render(request, "programmes/by_hand.html", context)


def _words(candidate: queries.Candidate) -> tuple[str, ...]:
    profile = candidate.mentor.profile
    return profile.display_name, profile.stage_name, profile.field, profile.institution


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def mode(request: MemberRequest, slug: str) -> HttpResponse:
    under_review = queries.round_to_review(slug, viewer=request.profile)
    if under_review is None:
        raise Http404
    initial = {
        "mode": under_review.mode,
        "suggestions": under_review.suggestions,
        "asks_before_next": under_review.asks_before_next,
    }
    form = ModeForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        how = actions.HowMatched(**form.cleaned_data)
        try:
            actions.set_mode(round=under_review, how=how, by=request.profile)
        except actions.ModeIsSettled:
            messages.error(request, _("The matching runs, or matches are published: too late."))
        else:
            messages.success(request, _("Kept. Run the matching to see what it changes."))
        return redirect("review", slug)
    status = 422 if form.errors else 200
    context = {"round": under_review, "form": form}
    return render(request, "programmes/mode.html", context, status=status)
