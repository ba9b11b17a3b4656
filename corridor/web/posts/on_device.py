"""What a browser keeps of something half written, until this server has it (`composing.js`)."""

import re
from datetime import timedelta

from django.http import HttpRequest, HttpResponse

SENT = "corridor_sent"
NAME = re.compile(r"[a-z0-9-]{1,80}")
A_DAY = timedelta(days=1)


def is_here_now(request: HttpRequest, answer: HttpResponse) -> HttpResponse:
    """Tells scripts what this server has now, so that the device keeps it no longer."""
    name = request.POST.get("keeps", "")
    if NAME.fullmatch(name):
        secure = request.is_secure()
        answer.set_cookie(SENT, name, max_age=A_DAY, secure=secure, samesite="Lax")
    return answer
