"""Who somebody is, for apps that want to know nothing else.

https://docs.joinmastodon.org/methods/oauth/#userinfo
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from corridor.mastodon_api.callers import Needs
from corridor.mastodon_api.entities.account import avatar_of
from corridor.mastodon_api.errors import ApiError


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def userinfo(request: HttpRequest) -> HttpResponse:
    try:
        profile = Needs("profile")(request).member
    except ApiError as refused:
        return JsonResponse({"error": str(refused.message)}, status=refused.status)
    address = f"{settings.PUBLIC_URL}/@{profile.handle}/"
    return JsonResponse(
        {
            "iss": f"{settings.PUBLIC_URL}/",
            "sub": address,
            "name": profile.display_name,
            "preferred_username": profile.handle,
            "profile": address,
            "picture": avatar_of(profile),
        }
    )
