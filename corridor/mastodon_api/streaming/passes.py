"""Pages of ours hear live that something is new, by a token that ends soon and may only read.

It is asked for by whoever is signed in on a page, so it needs no app: it is none of those let in.
"""

import secrets
from datetime import timedelta

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from oauth2_provider.models import AccessToken, set_token_value

from corridor.mastodon_api.oauth.rules import TOKEN_BYTES
from corridor.people import queries as people

LASTS = timedelta(minutes=15)
SCOPE = "read:statuses"


@require_POST
@never_cache
def live_pass(request: HttpRequest) -> HttpResponse:
    profile = people.profile_of(request.user)
    if profile is None:
        return HttpResponse(status=403)
    now, token = timezone.now(), secrets.token_urlsafe(TOKEN_BYTES)
    of_pages = AccessToken.objects.filter(user=request.user.pk, application=None, scope=SCOPE)
    of_pages.filter(expires__lt=now).delete()
    kept = AccessToken(user_id=request.user.pk, scope=SCOPE, expires=now + LASTS)
    set_token_value(kept, token)
    kept.save()
    base = f"http{settings.STREAMING_URL.removeprefix('ws')}"
    return JsonResponse({"streaming": f"{base}/api/v1/streaming", "access_token": token})
