"""Where apps turn a code into a token, and give it back."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from corridor.mastodon_api import scopes
from corridor.mastodon_api.errors import ApiError
from corridor.mastodon_api.oauth.rules import GRANTS, exchange, fields_of

INVALID_GRANT = (
    "The provided authorization grant is invalid, expired, revoked, does not match the"
    " redirection URI used in the authorization request, or was issued to another client."
)
DESCRIPTIONS = {
    "invalid_client": (
        "Client authentication failed due to unknown client, no client authentication"
        " included, or unsupported authentication method."
    ),
    "invalid_grant": INVALID_GRANT,
    "invalid_scope": "The requested scope is invalid, unknown, or malformed.",
    "unsupported_grant_type": (
        "The authorization grant type is not supported by the authorization server."
    ),
}
"""As Mastodon words them, which apps show."""


@csrf_exempt
@require_POST
def token(request: HttpRequest) -> HttpResponse:
    try:
        _uri, _headers, body, status = exchange.create_token_response(request)
    except ApiError as unreadable:
        return _refused({"error_description": str(unreadable.message)}, unreadable.status)
    said = fields_of(body)
    if "access_token" not in said:
        return _refused(said, status)
    answer = JsonResponse(
        {
            "access_token": said["access_token"],
            "token_type": "Bearer",
            "scope": said["scope"],
            "created_at": int(timezone.now().timestamp()),
        }
    )
    return _not_kept(answer)


@csrf_exempt
@require_POST
def revoke(request: HttpRequest) -> HttpResponse:
    """At once, and the same answer for a token that is over already."""
    try:
        _uri, _headers, body, status = exchange.create_revocation_response(request)
    except ApiError as unreadable:
        return _refused({"error_description": str(unreadable.message)}, unreadable.status)
    if status != 200:  # noqa: PLR2004
        return _refused(fields_of(body), status)
    return _not_kept(JsonResponse({}))


@require_safe
def server_metadata(request: HttpRequest) -> HttpResponse:
    """https://docs.joinmastodon.org/methods/oauth/#authorization-server-metadata"""
    del request
    base = settings.PUBLIC_URL
    return JsonResponse(
        {
            "issuer": f"{base}/",
            "service_documentation": "https://docs.joinmastodon.org/",
            "authorization_endpoint": f"{base}/oauth/authorize",
            "token_endpoint": f"{base}/oauth/token",
            "app_registration_endpoint": f"{base}/api/v1/apps",
            "revocation_endpoint": f"{base}/oauth/revoke",
            "userinfo_endpoint": f"{base}/oauth/userinfo",
            "scopes_supported": list(scopes.ALL),
            "response_types_supported": ["code"],
            "response_modes_supported": ["query"],
            "grant_types_supported": list(GRANTS),
            "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"],
            "code_challenge_methods_supported": ["S256"],
        }
    )


def _refused(said: dict[str, str], status: int) -> HttpResponse:
    error = said.get("error", "invalid_request")
    text = DESCRIPTIONS.get(error, said.get("error_description", ""))
    return _not_kept(
        JsonResponse({"error": error, "error_description": text}, status=max(status, 400))
    )


def _not_kept(response: HttpResponse) -> HttpResponse:
    response.headers["Cache-Control"] = "no-store"
    response.headers["Pragma"] = "no-cache"
    return response
