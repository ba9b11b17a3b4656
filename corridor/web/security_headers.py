"""What browsers may load for our pages: our own files and nothing else, no inline code."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

LIVE = f"http{settings.STREAMING_URL.removeprefix('ws')}"
"""Where pages hear that something is new: on one's own computer that is another port."""
CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
    f" img-src 'self' data:; media-src 'self'; connect-src 'self' {LIVE}; form-action 'self';"
    " manifest-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)
PERMISSIONS_POLICY = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"

OPENED_BY_APPS = ("/oauth/", "/sign-in/", "/join/", "/new-password/")
"""An app on the web opens its question in a window, and hears from that window afterwards.

Any page on the way that keeps to itself would cut the two apart.
"""


def security_headers(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        # A page may ask for less than this, as documents that people send do.
        response.headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
        response.headers["Permissions-Policy"] = PERMISSIONS_POLICY
        if request.path.startswith(OPENED_BY_APPS):
            response.headers["Cross-Origin-Opener-Policy"] = "unsafe-none"
        return response

    return middleware
