"""Browsers are woken as apps are: each by a subscription, to a token that opens nothing else."""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from oauth2_provider.models import AccessToken, set_token_value

from corridor.kernel import sealing
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.models import PushSubscription
from corridor.mastodon_api.oauth.revoking import revoke
from corridor.mastodon_api.oauth.rules import A_LONG_TIME, TOKEN_BYTES
from corridor.mastodon_api.push.delivering import PURPOSE
from corridor.mastodon_api.push.subscription import Place, place_of

SCOPE = "push"
WAKES = "mention follow_request status poll quote"
"""What concerns somebody in person; kudos and boosts can wait until she looks."""
MOST = 20
MAKERS: tuple[tuple[str, str | Promise], ...] = (
    ("googleapis.com", gettext_lazy("Chrome, or a browser of its kind")),
    ("mozilla.com", "Firefox"),
    ("apple.com", "Safari"),
    ("windows.com", "Edge"),
)
"""By the push service that a browser comes with: nothing else is kept about it."""


@dataclass(frozen=True, kw_only=True)
class Woken:
    pk: int
    name: str | Promise
    since: datetime


@require_safe
@never_cache
@login_required
def browsers(request: HttpRequest) -> HttpResponse:
    woken = [
        Woken(pk=one.pk, name=_maker(one.endpoint), since=one.token.created)
        for one in _own(request).select_related("token").order_by("-pk")
    ]
    shown = {"browsers": woken, "key": settings.VAPID_PUBLIC_KEY}
    return render(request, "push/browsers.html", shown)


@require_POST
@login_required
def wake(request: HttpRequest) -> HttpResponse:
    """A browser that was let in before is let in anew, and is still one."""
    said = request.POST
    keys = {"p256dh": said.get("p256dh", ""), "auth": said.get("auth", "")}
    try:
        place = place_of({"endpoint": said.get("endpoint", ""), "keys": keys, "standard": True})
    except ApiError:
        messages.error(request, _("This browser cannot be woken: it gave no address that works."))
        return redirect("push-browsers")
    _end(_own(request).filter(endpoint=place.endpoint))
    if _own(request).count() >= MOST:
        messages.error(request, _("Twenty browsers are woken already: end one first."))
        return redirect("push-browsers")
    _let_in(request, place)
    messages.success(request, _("This browser tells you from now on."))
    return redirect("push-browsers")


@require_POST
@login_required
def end(request: HttpRequest, pk: int) -> HttpResponse:
    if _end(_own(request).filter(pk=pk)):
        messages.success(request, _("That browser is not woken any more."))
    return redirect("push-browsers")


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """What a browser runs when it is woken; it asks again whether it changed."""
    answer = render(request, "push/worker.js", content_type="text/javascript; charset=utf-8")
    answer["Cache-Control"] = "no-cache"
    return answer


@transaction.atomic
def _let_in(request: HttpRequest, place: Place) -> None:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    expires = timezone.now() + timedelta(seconds=A_LONG_TIME)
    kept = AccessToken(user_id=request.user.pk, scope=SCOPE, expires=expires)
    set_token_value(kept, token)
    kept.save()
    PushSubscription.objects.create(
        token=kept,
        endpoint=place.endpoint,
        p256dh=place.keys.p256dh,
        auth=place.keys.auth,
        is_standard=True,
        alerts=WAKES,
        sealed_token=sealing.seal(token, purpose=PURPOSE, place=str(kept.pk)),
    )


def _own(request: HttpRequest) -> QuerySet[PushSubscription]:
    return PushSubscription.objects.filter(
        token__user=request.user.pk, token__application=None, token__scope=SCOPE
    )


def _end(subscriptions: QuerySet[PushSubscription]) -> int:
    tokens: QuerySet[Any, Any] = AccessToken.objects.filter(push_subscription__in=subscriptions)
    return revoke(tokens)


def _maker(endpoint: str) -> str | Promise:
    host = urlsplit(endpoint).hostname or ""
    known = [name for end, name in MAKERS if host == end or host.endswith(f".{end}")]
    return known[0] if known else host
