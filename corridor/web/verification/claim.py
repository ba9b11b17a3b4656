"""One claim before a reviewer: what was sent, what is known besides, and the decision."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from corridor.kernel.sealing import CannotOpen
from corridor.people import badge_words, queries
from corridor.people.actions import verifying
from corridor.people.actions.verifying import Decision
from corridor.people.choices import Route
from corridor.people.documents import PDF
from corridor.web.verification.desk import reviewer_required
from corridor.web.verification.findings import findings
from corridor.web.verification.forms import REASONS
from corridor.web.verification.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.people.models import Claim


@require_safe
@reviewer_required
def claim(request: MemberRequest, claim_id: int) -> HttpResponse:
    return _page(request, _claim(request, claim_id))


@require_POST
@reviewer_required
def decide(request: MemberRequest, claim_id: int) -> HttpResponse:
    looked_at = _claim(request, claim_id)
    decision = _decision(request)
    today = request.now.date()
    before, after = queries.neighbours(looked_at, viewer=request.profile, today=today)
    try:
        verifying.decide_claim(
            claim=looked_at, decision=decision, by=request.profile, now=request.now
        )
    except REFUSED as refusal:
        return _page(request, looked_at, refusal=sentence(refusal), given=decision)
    except ValidationError as wrong:
        return _page(request, looked_at, refusal=" ".join(wrong.messages), given=decision)
    said = _("Accepted: %s.") if decision.is_accepted else _("Not accepted: %s.")
    messages.success(request, said % looked_at.profile.display_name)
    following = after or before
    return redirect("desk-claim", following.pk) if following else redirect("desk")


@require_POST
@reviewer_required
def note(request: MemberRequest, claim_id: int) -> HttpResponse:
    looked_at = _claim(request, claim_id)
    text = request.POST.get("text", "")
    try:
        verifying.note_claim(claim=looked_at, text=text, by=request.profile, now=request.now)
    except verifying.NoteIsEmpty as refusal:
        messages.error(request, sentence(refusal))
    except ValidationError:
        messages.error(request, _("That is too long: at most 1000 letters."))
    else:
        messages.success(request, _("The note is kept, for reviewers only."))
    return redirect("desk-claim", claim_id)


@require_safe
@reviewer_required
def document(request: MemberRequest, claim_id: int) -> HttpResponse:
    """Pictures are shown, PDFs only given: no page of ours runs what is in them."""
    looked_at = _claim(request, claim_id)
    try:
        opened = verifying.open_document(claim=looked_at, by=request.profile, now=request.now)
    except verifying.DocumentGone as gone:
        raise Http404 from gone
    except CannotOpen:
        messages.error(request, _("The document was sealed with a key that this server lacks."))
        return redirect("desk-claim", claim_id)
    response = HttpResponse(opened.content, content_type=opened.kind)
    shown_as = "attachment" if opened.kind == PDF else "inline"
    response.headers["Content-Disposition"] = f'{shown_as}; filename="{opened.name}"'
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "no-store, private"
    return response


def _claim(request: MemberRequest, claim_id: int) -> "Claim":
    found = queries.claim_to_review(claim_id, viewer=request.profile, today=request.now.date())
    if found is None:
        raise Http404
    return found


def _decision(request: MemberRequest) -> Decision:
    reason = _text(request, "reason")
    chosen = [str(one) for position, one in enumerate(REASONS) if str(position) == reason]
    return Decision(
        is_accepted=_text(request, "verdict") == "accept",
        answer="\n".join(filter(None, [*chosen, _text(request, "answer").strip()])),
        shows=_text(request, "shows"),
        shows_stage="shows_stage" in request.POST,
    )


def _text(request: MemberRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\0", "")


def _page(
    request: MemberRequest, looked_at: "Claim", *, refusal: str = "", given: Decision | None = None
) -> HttpResponse:
    today = request.now.date()
    evidence = queries.evidence_of(looked_at)
    before, after = queries.neighbours(looked_at, viewer=request.profile, today=today)
    context = {
        "claim": looked_at,
        "person": looked_at.profile,
        "evidence": evidence,
        "badges": [queries.in_words(badge, now=request.now) for badge in evidence.badges],
        "ended": {
            badge.pk: badge_words.ended_because(badge.withdrawn_because)
            for badge in evidence.badges
            if badge.withdrawn_at
        },
        "findings": findings(evidence.record.name_findings) if evidence.record else (),
        "number": queries.number_of(looked_at, viewer=request.profile, today=today),
        "shows": given.shows if given else _suggested(looked_at),
        "given": given,
        "reasons": list(enumerate(REASONS)),
        "refusal": refusal,
        "before": before,
        "after": after,
        "has_document": bool(looked_at.document_name),
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refusal else HTTPStatus.OK
    return render(request, "verification/claim.html", context, status=status)


def _suggested(looked_at: "Claim") -> str:
    """What the badge would say as things are."""
    if looked_at.route == Route.NPI:
        record = getattr(looked_at, "registry_record", None)
        return queries.words_of_record(record) if record else ""
    return looked_at.subject if looked_at.route == Route.DOCUMENT else ""
