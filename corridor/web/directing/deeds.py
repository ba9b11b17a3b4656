"""One press of a button: an action, and what it said, back on the page it came from."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest


def done(
    request: MemberRequest, do: Callable[[], str], *, to: str, at: tuple[object, ...] = ()
) -> HttpResponse:
    """``do`` says what was done."""
    try:
        messages.success(request, do())
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    return redirect(to, *at)
