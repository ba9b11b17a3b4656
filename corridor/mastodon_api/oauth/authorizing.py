"""The page that asks whether an app may come in."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods
from oauth2_provider.exceptions import OAuthToolkitError
from oauth2_provider.http import OAuth2ResponseRedirect
from oauth2_provider.models import Application
from oauthlib.oauth2.rfc6749.errors import (
    AccessDeniedError,
    InvalidClientIdError,
    InvalidScopeError,
    MismatchingRedirectURIError,
    OAuth2Error,
)

from corridor.mastodon_api import scopes
from corridor.mastodon_api.models import RegisteredApp
from corridor.mastodon_api.oauth.redirects import OUT_OF_BAND, scheme_of
from corridor.mastodon_api.oauth.rules import exchange
from corridor.people import queries as people

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from corridor.people.models import Profile

View = Callable[[HttpRequest], HttpResponse]

UNUSED = {"response_mode": "query", "nonce": "", "claims": "", "resource": []}
"""Of other ways to use OAuth: not kept, whatever an app says."""
ANSWERED = ("code", "error", "error_description", "state")
REFUSALS = (
    (AccessDeniedError, _("You refused. The app was not let in; you can close this page.")),
    (InvalidScopeError, _("It asks for something that it did not register for.")),
    (InvalidClientIdError, _("No app is registered under this name. It may have to do so anew.")),
    (MismatchingRedirectURIError, _("It wants the answer where it did not say it would.")),
    (OAuth2Error, _("What it sent is incomplete, or was asked for in a way that is not safe.")),
)


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What an app asks for, found to be in order."""

    application: Application
    website: str
    scopes: list[str]
    credentials: dict[str, Any]

    @property
    def redirect_uri(self) -> str:
        return str(self.credentials["redirect_uri"])

    @property
    def may(self) -> "list[Promise]":
        return scopes.words(self.scopes)

    @property
    def goes_to(self) -> str:
        """Where the answer goes, as somebody can judge it; empty where it is only shown."""
        if self.redirect_uri == OUT_OF_BAND:
            return ""
        scheme = scheme_of(self.redirect_uri)
        return urlsplit(self.redirect_uri).netloc if scheme in {"http", "https"} else f"{scheme}:"


def lets_apps_follow(view: View) -> View:
    """An answer to the form leads to the app: browsers hold forms to this, redirects included."""

    @wraps(view)
    def with_policy(request: HttpRequest) -> HttpResponse:
        response = view(request)
        scheme = scheme_of(request.GET.get("redirect_uri", ""))
        also = {"http": " http: https:", "https": " https:", "": "", "urn": ""}
        targets = also.get(scheme, f" {scheme}:")
        response.headers["Content-Security-Policy"] = (
            "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
            f" img-src 'self' data:; connect-src 'self'; form-action 'self'{targets};"
            " base-uri 'none'; frame-ancestors 'none'"
        )
        return response

    return with_policy


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@lets_apps_follow
def authorize(request: HttpRequest) -> HttpResponse:
    try:
        asked = _asked(request)
    except OAuthToolkitError as refused:
        return _cannot(request, refused)
    profile = people.profile_of(request.user)
    if profile is None:
        return redirect_to_login(_address_without_force(request))
    if request.method == "POST":
        return _answer(request, asked)
    return _question(request, asked, profile)


def _question(request: HttpRequest, asked: Asked, profile: "Profile") -> HttpResponse:
    context = {
        "asked": asked,
        "profile": profile,
        "address": request.get_full_path(),
        "must_sign_in_anew": request.GET.get("force_login", "").lower() in {"1", "true"},
    }
    return render(request, "oauth/authorize.html", context)


def _answer(request: HttpRequest, asked: Asked) -> HttpResponse:
    decision = request.POST.get("decision", "")
    if decision == "somebody-else":
        logout(request)
        return redirect_to_login(_address_without_force(request))
    try:
        uri, _headers, _body, _status = exchange.create_authorization_response(
            request, asked.scopes, asked.credentials, decision == "allow"
        )
    except OAuthToolkitError as refused:
        if asked.redirect_uri == OUT_OF_BAND:
            return _cannot(request, refused)
        uri = refused.oauthlib_error.in_uri(asked.redirect_uri)
    said = dict(parse_qsl(urlsplit(uri).query))
    if asked.redirect_uri == OUT_OF_BAND:
        return render(request, "oauth/code.html", {"asked": asked, "code": said["code"]})
    response: HttpResponse = OAuth2ResponseRedirect(
        _back_to(asked, said), [scheme_of(asked.redirect_uri)]
    )
    return response


def _back_to(asked: Asked, said: dict[str, str]) -> str:
    """Put together here: what parses addresses takes the slashes of `app://` away."""
    query = urlencode({name: said[name] for name in ANSWERED if name in said})
    mark = "&" if "?" in asked.redirect_uri else "?"
    return f"{asked.redirect_uri}{mark}{query}"


def _asked(request: HttpRequest) -> Asked:
    """Raises OAuthToolkitError."""
    wanted, credentials = exchange.validate_authorization_request(request)
    application = credentials.pop("request").client
    registered = RegisteredApp.objects.get(application=application)
    return Asked(
        application=application,
        website=registered.website,
        scopes=wanted,
        credentials=credentials | UNUSED,
    )


def _cannot(request: HttpRequest, refused: OAuthToolkitError) -> HttpResponse:
    """Said here: an app that anybody may register gets nobody sent to it by a mistake."""
    error = refused.oauthlib_error
    found = [text for kind, text in REFUSALS if isinstance(error, kind)]
    status = 200 if isinstance(error, AccessDeniedError) else 400
    return render(request, "oauth/refused.html", {"text": found[0]}, status=status)


def _address_without_force(request: HttpRequest) -> str:
    query = [
        (name, value)
        for name, values in request.GET.lists()
        if name != "force_login"
        for value in values
    ]
    return f"{request.path}?{urlencode(query)}"
