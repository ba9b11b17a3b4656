"""A concern goes to one named person; nobody else, and not the other of the two, reads it."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.programmes import queries
from corridor.programmes.actions import conduct as actions
from corridor.programmes.queries import conduct as rules
from corridor.web.conduct.forms import AnswerForm, ConcernForm
from corridor.web.given_numbers import LARGEST, number_in
from corridor.web.relationship_pages import of_relationship
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship
    from corridor.people.models import Profile
    from corridor.programmes.models import Concern, Programme

SENTENCES: Mapping[type[Exception], Promise] = {
    actions.ConcernIsEmpty: gettext_lazy("Write a few words."),
    actions.ConcernTooLong: gettext_lazy("At most 5000 letters."),
    actions.NobodyToHear: gettext_lazy(
        "Nobody in the team can hear this one. The moderators of this server can."
    ),
    actions.SomebodyElseHears: gettext_lazy(
        "Somebody else hears it by now: the name stands above. Send it again if that is right."
    ),
    actions.StillHeard: gettext_lazy("Whoever you told it is in the team: it waits there."),
    actions.NotYourConcern: gettext_lazy("It was answered meanwhile."),
    actions.TooManyConcerns: gettext_lazy(
        "Five of yours wait for an answer. If it is urgent, turn to the moderators."
    ),
}
REFUSED = tuple(SENTENCES)
A_PAGE = 50


@require_http_methods(["GET", "HEAD", "POST"])
@of_relationship
def about(request: MemberRequest, relationship: "Relationship") -> HttpResponse:
    programme = rules.programme_of(relationship.pk)
    if programme is None:
        return redirect("relationship-wrong", relationship.pk)
    return _raise(request, programme, relationship.other_than(request.profile), relationship)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def raised(request: MemberRequest, slug: str) -> HttpResponse:
    programme = queries.programme(slug, viewer=request.profile)
    if programme is None or not rules.takes_part(programme, viewer=request.profile):
        raise Http404
    return _raise(request, programme, None, None)


@require_safe
@never_cache
@member_required
def heard(request: MemberRequest) -> HttpResponse:
    rows = Paginator(rules.concerns_heard(request.profile), A_PAGE)
    return render(request, "conduct/heard.html", {"page": rows.get_page(request.GET.get("page"))})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def concern(request: MemberRequest, concern_id: int) -> HttpResponse:
    found = rules.concern(min(concern_id, LARGEST), viewer=request.profile)
    if found is None:
        raise Http404
    hears = found.to_id == request.profile.pk
    form = AnswerForm(request.POST if request.method == "POST" and hears else None)
    if form.is_bound and form.is_valid():
        words = form.cleaned_data["words"]
        try:
            actions.answer_concern(found.pk, words, by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error("words", str(SENTENCES[type(refusal)]))
        else:
            messages.success(request, _("Your answer is on its way."))
            return redirect("concern", found.pk)
    context = {"concern": found, "hears": hears, "form": form}
    if not hears and rules.waits_for_nobody(found):
        context |= {"is_unheard": True, "next_to_hear": _next_to_hear(request, found)}
    return render(request, "conduct/concern.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def pass_on(request: MemberRequest, concern_id: int) -> HttpResponse:
    to_id = number_in(request.POST.get("hears", ""))
    try:
        actions.pass_on_concern(
            min(concern_id, LARGEST), to_id, by=request.profile, now=request.now
        )
    except actions.NotYourConcern as not_hers:
        raise Http404 from not_hers
    except (actions.StillHeard, actions.NobodyToHear, actions.SomebodyElseHears) as refusal:
        messages.error(request, str(SENTENCES[type(refusal)]))
    else:
        messages.success(request, _("Passed on, in confidence. The answer comes to this page."))
    return redirect("concern", concern_id)


def _next_to_hear(request: MemberRequest, concern: "Concern") -> "Profile | None":
    besides = [concern.about_id] if concern.about_id is not None else []
    return rules.who_hears(
        concern.programme, viewer=request.profile, today=request.now.date(), besides=besides
    )


def _raise(
    request: MemberRequest,
    programme: "Programme",
    other: "Profile | None",
    relationship: "Relationship | None",
) -> HttpResponse:
    form = ConcernForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        words = form.cleaned_data["words"]
        try:
            made = actions.raise_concern(
                programme,
                actions.NewConcern(
                    words=words, about=other, to_id=number_in(request.POST.get("hears", ""))
                ),
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error("words", str(SENTENCES[type(refusal)]))
        else:
            messages.success(request, _("Told, in confidence. The answer comes to this page."))
            return redirect("concern", made.pk)
    besides = [other.pk] if other else []
    context = {
        "programme": programme,
        "other": other,
        "relationship": relationship,
        "form": form,
        "hears": rules.who_hears(
            programme, viewer=request.profile, today=request.now.date(), besides=besides
        ),
        "raised": rules.concerns_raised(request.profile, programme=programme),
    }
    return render(request, "conduct/raise.html", context, status=422 if form.errors else 200)
