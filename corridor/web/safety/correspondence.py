"""`/desk-mail/...`: somebody reads what moderators ask her, and answers; signed in or not."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from corridor.safety import actions, queries
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.viewer import ViewerRequest


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def correspondence(request: ViewerRequest, token: str) -> HttpResponse:
    """Whoever has the link is the party: it went to her mailbox alone."""
    found = queries.correspondence_of_link(token)
    if found is None:
        raise Http404
    refusal = ""
    if request.method == "POST":
        words = request.POST.get("words", "").replace("\0", "")
        try:
            actions.answer_desk(correspondence=found.correspondence, words=words, now=request.now)
        except REFUSED as refused:
            refusal = sentence(refused)
        else:
            messages.success(request, _("Moderators have your answer."))
            return redirect(request.path)
    context = {
        "one": found,
        "is_open": actions.is_open_for_answers(found.correspondence.case, now=request.now),
        "refusal": refusal,
        "words": request.POST.get("words", ""),
    }
    answer = render(request, "safety/correspondence.html", context, status=422 if refusal else 200)
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
