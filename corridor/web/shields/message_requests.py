"""`/conversations/requests/`: first messages of people whom the viewer does not know."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.safety import queries
from corridor.web.shields.folder import A_PAGE
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@member_required
def requests(request: MemberRequest) -> HttpResponse:
    rows = queries.message_requests(request.profile.pk, now=request.now)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "shields/requests.html", {"page": page})
