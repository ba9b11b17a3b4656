"""Somebody flags a post or a person, and reads what happens next."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from corridor.library import queries as library
from corridor.mentoring import queries as mentoring
from corridor.people import queries as people
from corridor.posts import queries as posts
from corridor.safety import actions
from corridor.safety.actions import LONGEST_WORDS, NewFlag
from corridor.safety.choices import MEANS, Reason
from corridor.web.given_numbers import LARGEST
from corridor.web.posts.readings import post_or_404
from corridor.web.safety.forms import FlagForm
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.safety.models import Flag


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def post(request: MemberRequest, post_id: int) -> HttpResponse:
    flagged = post_or_404(request, post_id)
    form = FlagForm(request.POST if request.method == "POST" else None)
    answer = _flagged(
        form, lambda new: actions.flag_post(new, post=flagged, by=request.profile, now=request.now)
    )
    if answer is not None:
        return answer
    (shown,) = posts.shown_posts([flagged.pk], viewer_id=request.profile.pk, now=request.now)
    return _page(request, form, person=flagged.author, shown=shown)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def person(request: MemberRequest, handle: str) -> HttpResponse:
    flagged = people.profile_named(
        handle, viewer=request.profile, today=request.now.date()
    ) or mentoring.met(handle, viewer=request.profile)
    if flagged is None:
        raise Http404
    form = FlagForm(request.POST if request.method == "POST" else None, initial=_begun(request))
    answer = _flagged(
        form,
        lambda new: actions.flag_person(new, person=flagged, by=request.profile, now=request.now),
    )
    return answer or _page(request, form, person=flagged)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def question(request: MemberRequest, number: int) -> HttpResponse:
    """To mentors: whoever asked has no name here, and gets none by it."""
    found = mentoring.question(min(number, LARGEST), viewer=request.profile, now=request.now)
    if found is None:
        raise Http404
    form = FlagForm(request.POST if request.method == "POST" else None)
    answer = _flagged(
        form,
        lambda new: actions.flag_question(new, asked=found, by=request.profile, now=request.now),
    )
    if answer is not None:
        return answer
    context = {
        "form": form,
        "asked": found,
        "reasons": [(reason, MEANS[reason]) for reason in Reason],
    }
    status = 422 if form.errors else 200
    return render(request, "safety/flag_question.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def answer(request: MemberRequest, kept_id: int) -> HttpResponse:
    """Kept in the library, with its question."""
    kept = library.kept_answer(min(kept_id, LARGEST), viewer=request.profile, now=request.now)
    if kept is None:
        raise Http404
    form = FlagForm(request.POST if request.method == "POST" else None)
    made = _flagged(
        form, lambda new: actions.flag_answer(new, kept=kept, by=request.profile, now=request.now)
    )
    if made is not None:
        return made
    context = {
        "form": form,
        "kept": kept,
        "reasons": [(reason, MEANS[reason]) for reason in Reason],
    }
    status = 422 if form.errors else 200
    return render(request, "safety/flag_answer.html", context, status=status)


def _begun(request: MemberRequest) -> dict[str, str]:
    """Pages that know what it may be about lead here with a reason and words to begin with."""
    reason = request.GET.get("reason", "")
    words = request.GET.get("words", "")[:LONGEST_WORDS]
    return {"words": words} | ({"reason": reason} if reason in Reason.values else {})


def _flagged(form: FlagForm, flag: Callable[[NewFlag], "Flag"]) -> HttpResponse | None:
    """None where the page is to be shown, again or for the first time."""
    if not form.is_valid():
        return None
    try:
        made = flag(form.new_flag())
    except REFUSED as refusal:
        form.add_error("words", sentence(refusal))
        return None
    return redirect("own-flag", made.pk)


def _page(
    request: MemberRequest,
    form: FlagForm,
    *,
    person: "Profile",
    shown: posts.ShownPost | None = None,
) -> HttpResponse:
    context = {
        "form": form,
        "person": person,
        "shown": shown,
        "reasons": [(reason, MEANS[reason]) for reason in Reason],
        "is_own": person.pk == request.profile.pk,
    }
    return render(request, "safety/flag.html", context, status=422 if form.errors else 200)
