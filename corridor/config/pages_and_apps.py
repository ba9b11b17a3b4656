"""Django for pages, and with less around it for apps.

What apps ask names its member by a token: it needs no session, no form's secret, no message for
the next page. Tests ask with everything around; `tests/config/test_pages_and_apps.py` holds the
answers of both against each other.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

from corridor.mastodon_api.edge import FOR_APPS

FOR_PAGES_ALONE = frozenset(
    {
        "whitenoise.middleware.WhiteNoiseMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django_htmx.middleware.HtmxMiddleware",
        "allauth.account.middleware.AccountMiddleware",
        "corridor.web.viewer.viewer_and_time",
    }
)


class PagesAndApps:
    """A WSGI application."""

    def __init__(self) -> None:
        self.for_pages = WSGIHandler()
        self.for_apps = _with([one for one in settings.MIDDLEWARE if one not in FOR_PAGES_ALONE])

    def __call__(self, variables: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        is_for_apps = variables["PATH_INFO"].startswith(FOR_APPS)
        return (self.for_apps if is_for_apps else self.for_pages)(variables, start)


def _with(middleware: list[str]) -> WSGIHandler:
    """A handler reads the setting when it is made."""
    whole = settings.MIDDLEWARE
    settings.MIDDLEWARE = middleware
    try:
        return WSGIHandler()
    finally:
        settings.MIDDLEWARE = whole
