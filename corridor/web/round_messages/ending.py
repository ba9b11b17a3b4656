"""Mails that a programme writes to many stop, or come again: by a link in each of them, without
signing in.
"""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from corridor.programmes.actions import messaging
from corridor.programmes.queries import round_messages as queries
from corridor.web.viewer import ViewerRequest


@csrf_exempt  # mail programs post to it by themselves (RFC 8058); the token says whose it is
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def end(request: ViewerRequest, token: str) -> HttpResponse:
    """Nothing changes before the button is pressed."""
    try:
        programme, profile_id = queries.programme_of_link(token)
        if request.method == "POST" and "again" in request.POST:
            messaging.begin_messages_again(token)
        elif request.method == "POST":
            messaging.end_messages(token, now=request.now)
    except queries.UnknownLink as unknown:
        raise Http404 from unknown
    context = {
        "programme": programme,
        "has_ended": queries.has_ended_messages(programme, profile_id),
        "is_again": "again" in request.POST,
    }
    return render(request, "round_messages/end.html", context)
