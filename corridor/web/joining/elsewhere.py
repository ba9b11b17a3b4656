"""Signing in with ORCID or an institution, where the installation has set that up."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

import requests
from allauth.account.adapter import get_adapter as accounts
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp
from allauth.socialaccount.providers.openid_connect import views as openid
from allauth.socialaccount.providers.orcid import views as orcid
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST
from requests import PreparedRequest, Response
from requests.adapters import BaseAdapter

from corridor.people.actions import verifying
from corridor.web.joining.adapters import shown_mailbox
from corridor.web.joining.sentences import REFUSED_ELSEWHERE

ORCID = "orcid"


class NeverOpenly(BaseAdapter):
    """Whatever another server names as its address: codes and secrets go over https only."""

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:
        del args, kwargs
        raise requests.ConnectionError(f"not https: {request.url}")

    def close(self) -> None:
        """Nothing was opened."""


class SignInsElsewhere(DefaultSocialAccountAdapter):
    error_messages = {**DefaultSocialAccountAdapter.error_messages, **REFUSED_ELSEWHERE}

    def list_apps(
        self, request: HttpRequest, provider: str | None = None, client_id: str | None = None
    ) -> list[SocialApp]:
        """Those of the settings, and no others: nobody adds one through the database."""
        del request
        apps = [
            SocialApp(provider=kind, **{"provider_id": kind, **app})
            for kind, of_kind in settings.SOCIALACCOUNT_PROVIDERS.items()
            for app in of_kind["APPS"]
        ]
        return [
            app
            for app in apps
            if provider in {None, app.provider_id, app.provider}
            and client_id in {None, app.client_id}
        ]

    def get_requests_session(self) -> requests.Session:
        session: requests.Session = super().get_requests_session()
        session.mount("http://", NeverOpenly())
        return session

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> Any:
        account = accounts(request).save_user(request, sociallogin.user, form)
        sociallogin.user = account
        sociallogin.save(request)
        note_orcid(sociallogin)
        account.refresh_from_db()
        if account.emailaddress_set.filter(email=account.email, verified=True).exists():
            shown_mailbox(account, is_newcomer=True)
            account.refresh_from_db()
        return account

    def get_signup_form_initial_data(self, sociallogin: Any) -> dict[str, str]:
        names = sociallogin.provider.extract_common_fields(sociallogin.account.extra_data)
        whole = [names.get("first_name"), names.get("last_name")]
        return {
            **super().get_signup_form_initial_data(sociallogin),
            "name": names.get("name") or " ".join(filter(None, whole)),
        }

    def get_connect_redirect_url(self, request: HttpRequest, socialaccount: Any) -> str:
        del request, socialaccount
        return reverse("socialaccount_connections")


def note_orcid(sociallogin: Any, **details: Any) -> None:
    """Also where a member adds it: receives ``social_account_added``."""
    del details
    if sociallogin.account.provider != ORCID:
        return
    profile, orcid = sociallogin.account.user.profile, sociallogin.account.uid
    try:
        verifying.grant_orcid_badge(profile, orcid, timezone.now())
    except verifying.ShownByAnother:  # of a profile that signed in with it before
        verifying.keep_orcid(profile, orcid=orcid)


def forget_orcid(socialaccount: Any, **details: Any) -> None:
    """Receives ``social_account_removed``."""
    del details
    if socialaccount.provider == ORCID:
        verifying.forget_orcid(socialaccount.user.profile, now=timezone.now())


def buttons() -> list[dict[str, str]]:
    """Name and address of each way that is set up."""
    return [
        {
            "name": app["name"],
            "url": reverse(f"{kind}_login", kwargs=_which(kind, app)),
        }
        for kind, of_kind in settings.SOCIALACCOUNT_PROVIDERS.items()
        for app in of_kind["APPS"]
    ]


def _which(kind: str, app: dict[str, Any]) -> dict[str, str]:
    return {} if kind == ORCID else {"provider_id": app["provider_id"]}


def _where_set_up(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Not found here, and no failure, where nobody set ORCID up."""

    @wraps(view)
    def known(request: HttpRequest, **which: str) -> HttpResponse:
        if not which and not settings.SOCIALACCOUNT_PROVIDERS[ORCID]["APPS"]:
            raise Http404
        return view(request, **which)

    return known


def _leaving(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Leave by a page of ours: browsers let no form be redirected past our content policy."""

    @require_POST
    @_where_set_up
    def leave(request: HttpRequest, **which: str) -> HttpResponse:
        response = view(request, **which)
        target = response.headers.get("Location", "")
        if not target.startswith("https://"):
            return response
        context = {"target": target, "host": urlsplit(target).hostname}
        return render(request, "joining/leaving.html", context)

    return leave


orcid_login = _leaving(orcid.oauth2_login)
openid_login = _leaving(openid.login)
orcid_callback = _where_set_up(orcid.oauth2_callback)
openid_callback = openid.callback
