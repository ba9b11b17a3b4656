"""Which apps somebody let in, and the way to sign them out."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from oauth2_provider.models import AccessToken

from corridor.mastodon_api import scopes
from corridor.mastodon_api.oauth.revoking import revoke, sign_out_everywhere

if TYPE_CHECKING:
    from django.utils.functional import Promise


@dataclass(frozen=True, kw_only=True)
class LetIn:
    pk: int
    name: str
    website: str
    since: datetime
    last_on: date | None
    """The last day on which it was there; None for one that never was."""
    may: "list[Promise]"
    times: int
    """On how many devices, or how often."""


@require_safe
@never_cache
@login_required
def apps(request: HttpRequest) -> HttpResponse:
    return render(request, "oauth/apps.html", {"apps": _let_in(request)})


@require_POST
@login_required
def sign_out(request: HttpRequest, pk: int) -> HttpResponse:
    if revoke(AccessToken.objects.filter(user=request.user.pk, application=pk)):
        messages.success(request, _("The app is signed out."))
    return redirect("apps")


@require_POST
@login_required
def sign_out_all(request: HttpRequest) -> HttpResponse:
    if request.user.pk is not None and sign_out_everywhere(request.user.pk):
        messages.success(request, _("All apps are signed out."))
    return redirect("apps")


def _let_in(request: HttpRequest) -> list[LetIn]:
    tokens = (
        AccessToken.objects.filter(user=request.user.pk, application__isnull=False)
        .select_related("application__registered", "use")
        .order_by("created", "pk")
    )
    of_apps: dict[int, list[AccessToken]] = {}
    for token in tokens:
        of_apps.setdefault(token.application_id, []).append(token)
    return [_one(found) for found in reversed(of_apps.values())]


def _one(tokens: list[AccessToken]) -> LetIn:
    application = tokens[0].application
    registered = getattr(application, "registered", None)
    allowed = {scope for token in tokens for scope in token.scope.split()}
    return LetIn(
        pk=application.pk,
        name=application.name,
        website=registered.website if registered else "",
        since=tokens[0].created,
        last_on=max((token.use.last_on for token in tokens if hasattr(token, "use")), default=None),
        may=scopes.words(allowed),
        times=len(tokens),
    )
