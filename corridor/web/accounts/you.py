from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from corridor.web.viewer import MemberRequest, member_required


@require_GET
@member_required
def you(request: MemberRequest) -> HttpResponse:
    return render(request, "accounts/you.html")
