"""Where other software looks first: what this server is, and where it is."""

from importlib.metadata import version

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

from corridor.mastodon_api.instance import counted, description, title
from corridor.mastodon_api.registrations import is_open

SCHEMA = "http://nodeinfo.diaspora.software/ns/schema/2.0"
HOST_META = """<?xml version="1.0" encoding="UTF-8"?>
<XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
  <Link rel="lrdd" template="{base}/.well-known/webfinger?resource={{uri}}"/>
</XRD>
"""


@require_safe
def nodeinfo_links(request: HttpRequest) -> HttpResponse:
    del request
    return JsonResponse({"links": [{"rel": SCHEMA, "href": f"{settings.PUBLIC_URL}/nodeinfo/2.0"}]})


@require_safe
def nodeinfo(request: HttpRequest) -> HttpResponse:
    """https://nodeinfo.diaspora.software/schema.html"""
    del request
    numbers = counted()
    said = {
        "version": "2.0",
        "software": {"name": "corridor", "version": version("corridor")},
        "protocols": [],
        "services": {"inbound": [], "outbound": []},
        "openRegistrations": is_open(),
        "usage": {
            "users": {
                "total": numbers["members"],
                "activeMonth": numbers["month"],
                "activeHalfyear": numbers["half_year"],
            },
            "localPosts": numbers["posts"],
        },
        "metadata": {
            "nodeName": title(),
            "nodeDescription": description(),
            # Libraries for several networks choose by it how to talk to a server.
            "upstream": {"name": "mastodon"},
        },
    }
    response = JsonResponse(said)
    response.headers["Content-Type"] = f'application/json; profile="{SCHEMA}#"; charset=utf-8'
    return response


@require_safe
def host_meta(request: HttpRequest) -> HttpResponse:
    del request
    return HttpResponse(
        HOST_META.format(base=settings.PUBLIC_URL),
        content_type="application/xrd+xml; charset=utf-8",
    )


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """This process answers; proxies and apps ask."""
    del request
    return HttpResponse("OK", content_type="text/plain")


urlpatterns = [
    path("health", health),
    path(".well-known/nodeinfo", nodeinfo_links),
    path(".well-known/host-meta", host_meta),
    path("nodeinfo/2.0", nodeinfo),
]
