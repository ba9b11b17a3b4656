"""Letters to adapt. She copies or downloads them; nothing here sends one."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from corridor.incidents import actions, queries
from corridor.incidents.choices import Recipient
from corridor.web.incidents.readings import incident_or_404
from corridor.web.incidents.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.incidents.models import Incident


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def letter(request: MemberRequest, incident_id: int, recipient: str) -> HttpResponse:
    kept, to = incident_or_404(request, incident_id), _recipient(recipient)
    words = request.POST.get("words", "").replace("\0", "").replace("\r\n", "\n")
    refusal = ""
    if request.method == "POST":
        try:
            return _done(request, kept, to, words)
        except REFUSED as refused:
            refusal = sentence(refused)
    whole = queries.opened(kept)
    made = queries.letter_of(to, whole, today=request.now.date())
    context = {
        "incident": kept,
        "whole": whole,
        "letter": made,
        "words": words if refusal else made.words,
        "refusal": refusal,
    }
    return render(request, "incidents/letter.html", context, status=422 if refusal else 200)


@require_safe
@never_cache
@member_required
def text(request: MemberRequest, incident_id: int, recipient: str) -> HttpResponse:
    kept, to = incident_or_404(request, incident_id), _recipient(recipient)
    made = queries.letter_of(to, queries.opened(kept), today=request.now.date())
    answer = HttpResponse(made.words, content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="letter-{to}.txt"'
    return answer


def _done(request: MemberRequest, kept: "Incident", to: Recipient, words: str) -> HttpResponse:
    by = request.profile
    if "sent" in request.POST:
        actions.note_letter_sent(words, recipient=to, incident=kept, by=by, now=request.now)
        messages.success(request, _("Noted: the file says that they know, and since when."))
        return redirect("incident", kept.pk)
    if "anew" in request.POST:
        actions.begin_letter_anew(recipient=to, incident=kept, by=by)
    else:
        actions.keep_letter(words, recipient=to, incident=kept, by=by, now=request.now)
        messages.success(request, _("Kept as you adapted it. Nothing was sent."))
    return redirect("incident-letter", kept.pk, to)


def _recipient(said: str) -> Recipient:
    if said not in Recipient.values:
        raise Http404
    return Recipient(said)
