"""She is asked how she is, after 1, 7 and 30 days."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from corridor.incidents import actions, queries
from corridor.incidents.choices import Feeling
from corridor.incidents.mail_links import UnknownLink, incident_of
from corridor.incidents.resources import resources
from corridor.web.given_numbers import LARGEST
from corridor.web.incidents.forms import AnswerForm
from corridor.web.incidents.refusals import REFUSED, sentence
from corridor.web.incidents.whole_file import PAGES
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def check_in(request: MemberRequest, check_in_id: int) -> HttpResponse:
    asked = queries.own_check_in(min(check_in_id, LARGEST), viewer=request.profile)
    if asked is None:
        raise Http404
    said = queries.shown_check_in(asked)
    before = {"feeling": said.feeling, "words": said.words}
    form = AnswerForm(request.POST) if request.method == "POST" else AnswerForm(initial=before)
    if form.is_bound and form.is_valid():
        try:
            answer = actions.Answer(
                feeling=Feeling(form.cleaned_data["feeling"]), words=form.cleaned_data["words"]
            )
            actions.answer_check_in(answer, check_in=asked, by=request.profile, now=request.now)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return redirect("check-in", asked.pk)
    whole = queries.opened(asked.incident)
    context = {
        "form": form,
        "said": said,
        "incident": asked.incident,
        "whole": whole,
        "is_worse": said.feeling == Feeling.WORSE,
        "steps": [one for one in queries.steps_now(whole, now=request.now) if not one.is_done],
        "pages": PAGES,
        "resources": resources(request.profile.country).items(),
    }
    return render(request, "incidents/check_in.html", context, status=422 if form.errors else 200)


@csrf_exempt  # mail programs post to it by themselves (RFC 8058); the token says whose it is
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def end_mails(request: ViewerRequest, token: str) -> HttpResponse:
    """By the link in a mail, or by the button of mail programs, which knows no cookies."""
    try:
        incident_id = incident_of(token)
    except UnknownLink as wrong:
        raise Http404 from wrong
    is_ended = request.method == "POST"
    if is_ended:
        actions.end_mails(incident_id)
    return render(request, "incidents/mails_end.html", {"is_ended": is_ended})
