"""Light, dark, or as the device says; kept in a cookie, so that no page flashes."""

from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from corridor.web.addresses import is_page_of_ours

COOKIE = "theme"
THEMES = ("light", "dark", "auto")
A_YEAR = 365 * 24 * 3600


@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    theme = request.POST.get("theme", "")
    if theme not in THEMES:
        return HttpResponseBadRequest()
    response = redirect(_back(request))
    response.set_cookie(COOKIE, theme, max_age=A_YEAR, samesite="Lax", secure=request.is_secure())
    return response


def chosen_theme(request: HttpRequest) -> str:
    theme = request.COOKIES.get(COOKIE, "auto")
    return theme if theme in THEMES else "auto"


def _back(request: HttpRequest) -> str:
    url = request.POST.get("next", "")
    return url if is_page_of_ours(url, request) else "home"
