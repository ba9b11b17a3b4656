"""One case before a moderator: what was flagged, what it said, and the decision."""

from collections.abc import Callable
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.library import queries as library
from corridor.mentoring import queries as mentoring
from corridor.posts import queries as posts
from corridor.safety import actions, queries, surge_words
from corridor.safety.actions import NewDecision
from corridor.safety.choices import OF_POSTS, OF_QUESTIONS, Measure, Queue, Reason, measure_words
from corridor.web.safety.desk_words import TIES, why_there
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.safety.rights import moderator_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.library.models import KeptAnswer
    from corridor.mentoring.queries import AskedOf
    from corridor.safety.models import Case

ABOVE = 4
MOST_DIGITS = 4
View = Callable[..., HttpResponse]


@require_safe
@moderator_required
def case(request: MemberRequest, case_id: int) -> HttpResponse:
    return _page(request, _case(request, case_id))


@require_POST
@moderator_required
def decide(request: MemberRequest, case_id: int) -> HttpResponse:
    looked_at = _case(request, case_id)
    new = _decision(request)
    try:
        if new is None:
            raise actions.ChooseAMeasure
        actions.decide_case(new, case=looked_at, by=request.profile, now=request.now)
    except REFUSED as refusal:
        return _page(request, looked_at, refusal=sentence(refusal))
    messages.success(request, _("Decided. Whoever flagged it is told."))
    if "next" in request.POST:
        rows = queries.cases_waiting(request.profile, today=request.now.date())
        following = rows.filter(queue=looked_at.queue).first() or rows.first()
        if following is not None:
            return redirect("queue-case", following.pk)
    return redirect("queue")


def _doing(deed: Callable[["Case", MemberRequest], object], words: Callable[[], str]) -> View:
    @require_POST
    @moderator_required
    def do(request: MemberRequest, case_id: int) -> HttpResponse:
        looked_at = _case(request, case_id)
        try:
            deed(looked_at, request)
        except REFUSED as refusal:
            messages.error(request, sentence(refusal))
        else:
            messages.success(request, words())
        return redirect("queue-case", case_id)

    return do


claim = _doing(
    lambda case, by: actions.claim_case(case=case, by=by.profile, now=by.now),
    lambda: _("The case is yours for half an hour."),
)
release = _doing(
    lambda case, by: actions.release_case(case=case, by=by.profile, now=by.now),
    lambda: _("The case is free for others again."),
)
note = _doing(
    lambda case, by: actions.note_case(
        case=case, words=_text(by, "words"), by=by.profile, now=by.now
    ),
    lambda: _("The note is kept, for moderators only."),
)


take_over = _doing(
    lambda case, by: actions.take_over_case(case=case, by=by.profile, now=by.now),
    lambda: _("The case is yours for half an hour."),
)


@require_POST
@moderator_required
def move(request: MemberRequest, case_id: int) -> HttpResponse:
    """She may have no right to where it goes: back to the list."""
    looked_at, chosen = _case(request, case_id), _text(request, "queue")
    try:
        if chosen not in Queue.values:
            raise actions.ThereAlready
        actions.move_case(case=looked_at, queue=Queue(chosen), by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
        return redirect("queue-case", case_id)
    messages.success(request, _("It waits for those of that queue now."))
    return redirect("queue")


@require_POST
@moderator_required
def write(request: MemberRequest, case_id: int) -> HttpResponse:
    """To the person, or to whoever made a flag."""
    looked_at, to = _case(request, case_id), _text(request, "to")
    flags = {str(one.pk): one for one in looked_at.flags.select_related("by")}
    try:
        if to != "person" and to not in flags:
            raise actions.NobodyToWriteTo
        actions.write_to_party(
            looked_at,
            flag=flags.get(to),
            words=_text(request, "words"),
            by=request.profile,
            now=request.now,
        )
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Sent. The answer stands here, and marks the case."))
    return redirect("queue-case", case_id)


@require_POST
@moderator_required
def undo(request: MemberRequest, decision_id: int) -> HttpResponse:
    found = queries.decision_to_undo(decision_id, viewer=request.profile, today=request.now.date())
    if found is None:
        raise Http404
    try:
        actions.undo_decision(decision=found, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("Undone. The person is told."))
    return redirect("queue-case", found.case_id)


def _case(request: MemberRequest, case_id: int) -> "Case":
    found = queries.case_to_look_at(case_id, viewer=request.profile, today=request.now.date())
    if found is None:
        raise Http404
    return found


def _decision(request: MemberRequest) -> NewDecision | None:
    """None where what was chosen makes no sense."""
    chosen = request.POST.getlist("measure")
    reason = _text(request, "reason")
    days = _text(request, "days").strip()
    is_number = days.isascii() and days.isdigit() and len(days) <= MOST_DIGITS
    if not set(chosen) <= set(Measure.values) or reason not in Reason.values:
        return None
    begun = queries.wording(_text(request, "beginning"))
    words = "\n\n".join(
        filter(None, (begun.text if begun else "", _text(request, "words").strip()))
    )
    return NewDecision(
        measures=[measure for measure in Measure if measure in chosen],
        reason=Reason(reason),
        words=words,
        note=_text(request, "note"),
        rules=[
            rule
            for number, rule in enumerate(settings.RULES, start=1)
            if str(number) in request.POST.getlist("rules")
        ],
        begins_with=begun.named if begun else "",
        days=int(days) if is_number else 0 if days else None,
    )


def _question(looked_at: "Case") -> "AskedOf | None":
    if not looked_at.is_about_a_question:
        return None
    return mentoring.question_before_moderators(looked_at.question_number)


def _kept_answer(looked_at: "Case") -> "KeptAnswer | None":
    if not looked_at.is_about_an_answer:
        return None
    return library.kept_before_moderators(looked_at.answer_number)


def _surge_reasons(looked_at: "Case") -> list[str]:
    """Why moderators were called to one without flags."""
    if not looked_at.is_surge or looked_at.about_id is None:
        return []
    found = queries.surge_of_case(looked_at.about_id)
    return [surge_words.sentence(one) for one in queries.reasons(found)] if found else []


def _text(request: MemberRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\0", "")


def _page(request: MemberRequest, looked_at: "Case", *, refusal: str = "") -> HttpResponse:
    """With the evidence, also where a decision is refused: each time it is written down."""
    actions.open_evidence(case=looked_at, by=request.profile, now=request.now)
    whole = queries.whole_case(looked_at, viewer=request.profile, now=request.now)
    said = request.POST if refusal else {}
    context: dict[str, Any] = {
        "whole": whole,
        "case": looked_at,
        "person": looked_at.about,
        "question": _question(looked_at),
        "kept_answer": _kept_answer(looked_at),
        "asker": queries.asker_shown(request.profile, looked_at, now=request.now),
        "surge_reasons": _surge_reasons(looked_at),
        "is_mine": queries.has_claimed(request.profile, looked_at, now=request.now),
        "is_claimed": queries.is_claimed(looked_at, now=request.now),
        "ties": [TIES[code] for code in whole.ties],
        "reasons": Reason.choices,
        "first_reason": said.get("reason") or (whole.flags[0].reason if whole.flags else ""),
        "beginnings": [one for one in queries.wordings() if one.is_offered],
        "why_there": why_there(looked_at, flags=len(whole.flags)),
        "queues": [one for one in Queue if one != looked_at.queue],
        "is_lead": looked_at.queue in queries.leads(request.profile),
        "rules": settings.RULES,
        "chosen_rules": request.POST.getlist("rules") if refusal else [],
        "refusal": refusal,
        "said": said,
        "chosen": request.POST.getlist("measure") if refusal else [],
        "now": request.now,
    } | _post(looked_at)
    is_there = context["post"] is not None
    kept = context["kept_answer"]
    is_asked = looked_at.is_about_a_question and context["question"] is not None
    context["measures"] = [
        (one.value, measure_words(one, about=looked_at))
        for one in Measure
        if one == Measure.NOTHING
        or (is_asked and one in OF_QUESTIONS)
        or (not looked_at.is_surge and looked_at.about and (one not in OF_POSTS or is_there))
        or (one == Measure.REMOVE and kept is not None)
    ]
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refusal else HTTPStatus.OK
    return render(request, "safety/case.html", context, status=status)


def _post(looked_at: "Case") -> dict[str, Any]:
    """The post as it is now, with its pictures, and what it answers."""
    found = posts.whole_posts([looked_at.post_number]) if looked_at.is_about_a_post else []
    if not found:
        return {"post": None, "pictures": [], "above": []}
    return {
        "post": found[0].post,
        "pictures": found[0].attachments,
        "above": posts.answered_by(looked_at.post_number, most=ABOVE),
    }
