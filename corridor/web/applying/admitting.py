"""The desk at which a team decides who gets in."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.db.models import Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from corridor.programmes import queries
from corridor.programmes.actions import NotDirector, applying
from corridor.programmes.barriers import BARRIERS, MOMENTS
from corridor.programmes.choices import Side
from corridor.programmes.filling_in import KEPT_FROM_MAIL
from corridor.web.applying.asking import AskedField, Asking, typed_of
from corridor.web.given_numbers import numbers_in
from corridor.web.pressed import pressed
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Application, Round
    from corridor.programmes.queries import AskedForm, BarrierFigures
    from corridor.programmes.questions import Asked

A_PAGE = 50
SHOWN: dict[str, Promise] = {
    "sent": gettext_lazy("Waiting"),
    "in": gettext_lazy("In"),
    "declined": gettext_lazy("Declined"),
}
REFUSALS: dict[type[Exception], Promise] = {
    applying.NothingToAnswer: gettext_lazy(
        "Tick somebody who waits. Whoever was answered or withdrew meanwhile is left as she is."
    ),
    applying.NoPlaceLeft: gettext_lazy(
        "There are fewer places left than people ticked, so nobody was admitted."
    ),
    applying.ReasonTooLong: gettext_lazy("The reason is too long: at most 1000 letters."),
    applying.MatchedAlready: gettext_lazy(
        "This round is being matched or has been, so nobody comes in or goes out here."
    ),
}


@dataclass(frozen=True, kw_only=True)
class Row:
    application: "Application"
    said: Sequence[tuple[str, str]]


@require_safe
@member_required
def desk(request: MemberRequest, slug: str, round_id: int) -> HttpResponse:
    return _desk(request, _round(request, slug, round_id))


@require_POST
@member_required
def answers(request: MemberRequest, slug: str, round_id: int) -> HttpResponse:
    round = _round(request, slug, round_id)
    said = request.POST.getlist("application")[:A_PAGE]
    ids = numbers_in(said)
    admits = pressed(request, "do", ("admit", "decline")) == "admit"
    decision = applying.Decision(admits=admits, reason=request.POST.get("reason", ""))
    try:
        count = applying.answer_applications(
            round=round, ids=ids, decision=decision, by=request.profile, now=request.now
        )
    except NotDirector as not_hers:
        raise Http404 from not_hers
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
        return _desk(request, round, ticked=ids, reason=decision.reason, status=422)
    if admits:
        done = ngettext("%d is in, and is told by mail.", "%d are in, and are told by mail.", count)
    else:
        done = ngettext("%d declined, and told by mail.", "%d declined, and told by mail.", count)
    messages.success(request, done % count)
    return redirect("admitting", slug, round_id)


def _desk(
    request: MemberRequest,
    round: "Round",
    *,
    ticked: Sequence[int] = (),
    reason: str = "",
    status: int = 200,
) -> HttpResponse:
    state = request.GET.get("state", "sent")
    side = request.GET.get("side", "")
    words = request.GET.get("q", "").replace("\0", "").strip()[:100]
    readable = queries.applications_to_read(round, viewer=request.profile, now=request.now)
    found = _found(readable, state=state, side=side, words=words)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    counts = {code: readable.filter(state=code).count() for code in SHOWN}
    context = {
        "round": round,
        "rows": _rows(page),
        "page": page,
        "state": state if state in SHOWN else "sent",
        "states": [(code, label, counts[code]) for code, label in SHOWN.items()],
        "side": side,
        "sides": Side.choices,
        "q": words,
        "kept_apart": queries.number_kept_from(round, viewer=request.profile, now=request.now),
        "taken": queries.taken(round),
        "ticked": ticked,
        "reason": reason,
        "may_answer": round.state in {"open", "closed"},
        "longest": applying.LONGEST_REASON,
        "answered": queries.answers_shown(round.programme, viewer=request.profile, now=request.now),
        "in_the_way": [_barriers(figures) for figures in queries.barriers(round.programme)],
    }
    return render(request, "applying/desk.html", context, status=status)


def _barriers(figures: "BarrierFigures") -> tuple[str, list[tuple[str, int | None]]]:
    """What was asked when, and what was named, most often first; hidden counts last."""
    counts = figures.counts
    named = [(str(label), counts[code]) for code, label in BARRIERS if counts[code] != 0]
    return str(dict(MOMENTS)[figures.moment]), sorted(named, key=lambda one: -(one[1] or 0))


def _found(
    readable: "QuerySet[Application]", *, state: str, side: str, words: str
) -> "QuerySet[Application]":
    found = readable.filter(state=state if state in SHOWN else "sent")
    if side in Side.values:
        found = found.filter(side=side)
    if words:
        found = found.filter(
            Q(profile__display_name__icontains=words) | Q(profile__handle__icontains=words)
        )
    return found


def _rows(page: "Page[Application]") -> list[Row]:
    return [
        Row(
            application=application,
            said=[(field.label, field.in_words()) for field in fields if field.typed],
        )
        for application, fields in what_they_said(page.object_list)
    ]


def what_they_said(
    applications: "Iterable[Application]",
) -> "Iterator[tuple[Application, list[AskedField]]]":
    """Each with the questions that were before her, without what is for the matching alone."""
    forms: dict[int | None, AskedForm | None] = {None: None}
    for application in applications:
        version = application.form_version_id
        if version not in forms:
            forms[version] = queries.form_of_application(application)
        yield application, _said_by(application, forms[version])


def _said_by(application: "Application", form: "AskedForm | None") -> "list[AskedField]":
    if form is None:
        return []
    said = application.written.get("answers", {})
    shown = for_the_team(form)
    return list(Asking(shown, {one.key: typed_of(one, said.get(one.key)) for one in shown}))


def for_the_team(form: "AskedForm") -> "list[Asked]":
    return [asked for asked in form.all.values() if asked.field not in KEPT_FROM_MAIL]


def _round(request: MemberRequest, slug: str, round_id: int) -> "Round":
    round = queries.round_to_admit_to(slug, round_id, viewer=request.profile)
    if round is None:
        raise Http404
    return round
