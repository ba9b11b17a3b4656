"""The way to the process that tells live, for apps that did not ask where it is."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe


@require_safe
def elsewhere(request: HttpRequest, channel: str) -> HttpResponse:
    base = f"http{settings.STREAMING_URL.removeprefix('ws')}"
    if base == settings.PUBLIC_URL:
        # A proxy in front should lead there; it would come back here for ever.
        raise Http404
    query = request.META.get("QUERY_STRING", "")
    there = f"{base}/api/v1/streaming/{channel}{'?' if query else ''}{query}"
    return HttpResponse(status=307, headers={"Location": there})
