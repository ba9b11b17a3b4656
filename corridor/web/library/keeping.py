"""Whoever asked and whoever answered agree that an answer is kept, or do not."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.algorithms.state_machines import MoveImpossible
from corridor.library import actions, queries
from corridor.library.actions import SaidAnswer
from corridor.library.answer_choices import KeptState, Party
from corridor.mentoring import queries as mentoring
from corridor.posts import actions as posting
from corridor.web.given_numbers import LARGEST
from corridor.web.viewer import MemberRequest, member_required

ON_A_PAGE = 20
SENTENCES: Mapping[type[Exception], Promise] = {
    MoveImpossible: gettext_lazy("That was done already."),
    actions.AgreedAlready: gettext_lazy("You have agreed already. Withdraw it to word it anew."),
    actions.KeptWordsTooLong: gettext_lazy("It is longer than there is room for."),
    actions.NothingToKeep: gettext_lazy("Leave some words in it."),
    actions.WithdrawnByTheOther: gettext_lazy("The other of you does not want it kept."),
    posting.MayIdentifyPatient: posting.MAY_IDENTIFY_PATIENT,
}
REFUSED: tuple[type[Exception], ...] = tuple(SENTENCES)


class KeepForm(forms.Form):
    words = forms.CharField(widget=forms.Textarea({"rows": 6, "dir": "auto"}))

    def __init__(self, *args: Any, party: Party, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asks = party == Party.ASKER
        words = self.fields["words"]
        words.label = _("Your question, as members read it") if asks else _("Your answer")
        words.help_text = (
            _("Take out what gives you away: places, dates, rare details. Your name is not shown.")
            if asks
            else _("With your name. You can word it for people who were not there.")
        )
        if isinstance(words, forms.CharField):
            words.max_length = actions.LONGEST[party]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def keep(request: MemberRequest, kind: str, number: int) -> HttpResponse:
    told = mentoring.said_answer(kind, min(number, LARGEST), viewer=request.profile)
    if told is None:
        raise Http404
    said = SaidAnswer(**asdict(told))
    party = said.party(request.profile)
    standing = queries.kept_from_source(said.source, viewer=request.profile)
    question = standing.question if standing else said.question
    answer = standing.answer if standing else said.answer
    form = KeepForm(
        request.POST if request.method == "POST" else None,
        party=party,
        initial={"words": question if party == Party.ASKER else answer},
    )
    if form.is_bound and form.is_valid():
        try:
            kept = actions.agree_to_keep(
                said, words=form.cleaned_data["words"], by=request.profile, now=request.now
            )
        except REFUSED as refusal:
            form.add_error("words", str(SENTENCES[type(refusal)]))
        else:
            messages.success(request, _agreed(is_kept=kept.state == KeptState.KEPT))
            return redirect("kept-answers-own")
    context = {
        "form": form,
        "standing": standing,
        "is_asker": party == Party.ASKER,
        "question": question,
        "answer": answer,
        "stage": said.stage,
    }
    return render(request, "library/keep.html", context, status=422 if form.errors else 200)


@require_safe
@never_cache
@member_required
def own(request: MemberRequest) -> HttpResponse:
    page = Paginator(queries.own_kept(request.profile), ON_A_PAGE).get_page(request.GET.get("page"))
    rows = []
    for one in page:
        kind, number = one.source.split(" ")
        rows.append((queries.read_own(one, viewer=request.profile), kind, int(number)))
    return render(request, "library/own_answers.html", {"page": page, "rows": rows})


@require_POST
@member_required
def end(request: MemberRequest, kept_id: int) -> HttpResponse:
    try:
        actions.withdraw_kept(min(kept_id, LARGEST), by=request.profile)
    except actions.NotYourAnswer as nothing:
        raise Http404 from nothing
    except MoveImpossible as refusal:
        messages.error(request, str(SENTENCES[type(refusal)]))
    else:
        messages.success(request, _("Withdrawn: members do not find it any more."))
    return redirect("kept-answers-own")


def _agreed(*, is_kept: bool) -> str:
    if is_kept:
        return _("Both of you agreed: members find it in the library from now on.")
    return _("Noted. Members read it once the other of you agrees, too.")
