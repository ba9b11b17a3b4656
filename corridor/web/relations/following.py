"""Whom the viewer follows, who follows her, and who asks to."""

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.people import queries
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.people.models import Follow

A_PAGE = 40


@require_safe
@member_required
def following(request: MemberRequest) -> HttpResponse:
    found = queries.following(request.profile)
    return _people(request, "relations/following.html", found)


@require_safe
@member_required
def followers(request: MemberRequest) -> HttpResponse:
    found = queries.followers(request.profile)
    return _people(request, "relations/followers.html", found)


@require_safe
@member_required
def requests(request: MemberRequest) -> HttpResponse:
    found = queries.follow_requests(request.profile)
    return _people(request, "relations/requests.html", found)


def _people(request: MemberRequest, template: str, found: "QuerySet[Follow]") -> HttpResponse:
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    waiting = queries.follow_requests(request.profile).count()
    return render(request, template, {"page": page, "waiting": waiting})
