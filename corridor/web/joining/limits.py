"""How long somebody waits who tried too often."""

import math
import time

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext

APP = "allauth.account"


def too_many_tries(request: HttpRequest, action: str, key: str) -> ValidationError:
    minutes = max(1, math.ceil(_seconds_left(request, action, key) / 60))
    text = ngettext(
        "Too many tries. Try again in %(minutes)d minute, or choose a new password.",
        "Too many tries. Try again in %(minutes)d minutes, or choose a new password.",
        minutes,
    )
    return ValidationError(text % {"minutes": minutes}, code="too_many_login_attempts")


def too_often(request: HttpRequest) -> HttpResponse:
    """What allauth answers where something is done too often."""
    response = render(request, "errors/too_often.html", status=429)
    response.headers["Retry-After"] = "60"
    return response


def _seconds_left(request: HttpRequest, action: str, key: str) -> float:
    """Until the oldest try that still counts no longer does; a try counts in each rate."""
    waits = [0.0]
    for rate in ratelimit.get_rates(app=APP, action=action):
        tries = cache.get(
            ratelimit.get_cache_key(request, app=APP, action=action, rate=rate, key=key)
        )
        if tries and len(tries) >= rate.amount:
            waits.append(tries[-1] + rate.duration - time.time())
    return max(waits)
