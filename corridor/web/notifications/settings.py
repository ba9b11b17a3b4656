"""What comes by mail, and what happens with news from people whom the viewer does not know."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from corridor.notifications import actions, queries
from corridor.notifications.choices import MAIL, Treatment
from corridor.web.notifications.forms import WishesForm
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

UNPROCESSABLE = 422


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def settings(request: MemberRequest) -> HttpResponse:
    viewer_id = request.profile.pk
    mail, policy = queries.mail_wishes(viewer_id), queries.policy_of(viewer_id)
    kept = {name: getattr(mail, name) for name in MAIL} | {
        name: getattr(policy, name) for name in WishesForm.PEOPLE
    }
    form = WishesForm(request.POST if request.method == "POST" else None, initial=kept)
    if form.is_valid():
        _keep(form, viewer_id)
        messages.success(request, _("Kept."))
        return redirect("notification-settings")
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "notifications/settings.html", {"form": form}, status=status)


@csrf_exempt  # mail programs post to it by themselves (RFC 8058); the token says whose it is
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: ViewerRequest, token: str) -> HttpResponse:
    """From a link in a mail: no signing in, and nothing changes before the button is pressed."""
    if request.method != "POST":
        if not queries.is_mail_token(token):
            raise Http404
        return render(request, "notifications/unsubscribe.html", {"is_done": False})
    try:
        actions.stop_mail(token)
    except actions.UnknownToken as error:
        raise Http404 from error
    return render(request, "notifications/unsubscribe.html", {"is_done": True})


def _keep(form: WishesForm, viewer_id: int) -> None:
    said = form.cleaned_data
    actions.choose_mail([name for name in MAIL if said[name]], by=viewer_id)
    actions.set_policy({name: Treatment(said[name]) for name in WishesForm.PEOPLE}, by=viewer_id)
