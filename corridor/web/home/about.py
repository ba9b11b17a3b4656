"""Which server this is, who runs it, and what its members agree to."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.people import queries as people
from corridor.web.viewer import ViewerRequest


@require_safe
def about(request: ViewerRequest) -> HttpResponse:
    contact = None
    if settings.CONTACT_HANDLE:
        contact = people.profile_seen(
            settings.CONTACT_HANDLE, viewer=request.profile, today=request.now.date()
        )
    shown = {
        "rules": settings.RULES,
        "contact": contact,
        "contact_email": settings.CONTACT_EMAIL,
        "source_url": settings.SOURCE_URL,
    }
    return render(request, "home/about.html", shown)
