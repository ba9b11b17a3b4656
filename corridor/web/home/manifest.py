"""What browsers ask before they put Corridor on a home screen, where iPhones let it be woken.

https://www.w3.org/TR/appmanifest/
"""

from django.http import HttpRequest, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

CANVAS = "#f0f2eb"
"""As in `tokens.css`: by day. By night pages say their own colour, which goes before this one."""
AN_HOUR = 3600


@require_safe
@cache_control(public=True, max_age=AN_HOUR)
def manifest(request: HttpRequest) -> JsonResponse:
    del request
    said = {
        "id": "/",
        "name": "Corridor",
        "short_name": "Corridor",
        "description": _("A mentoring network for medicine on the open social web."),
        "lang": get_language(),
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": reverse("home"),
        "scope": "/",
        "display": "standalone",
        "background_color": CANVAS,
        "theme_color": CANVAS,
        "categories": ["medical", "social", "education"],
        "icons": [
            _icon("icon.svg", sizes="any", kind="image/svg+xml"),
            _icon("icon-192.png", sizes="192x192"),
            _icon("icon-512.png", sizes="512x512"),
            _icon("icon-maskable.png", sizes="512x512", purpose="maskable"),
        ],
        "shortcuts": [
            {"name": _("Write a post"), "url": reverse("compose")},
            {"name": _("Activity"), "url": reverse("notifications")},
            {"name": _("Mentors"), "url": reverse("mentors")},
        ],
    }
    return JsonResponse(said, content_type="application/manifest+json")


def _icon(
    name: str, *, sizes: str, kind: str = "image/png", purpose: str = "any"
) -> dict[str, str]:
    return {"src": static(name), "sizes": sizes, "type": kind, "purpose": purpose}
