from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.web.viewer import MemberRequest, member_required


@require_safe
@member_required
def you(request: MemberRequest) -> HttpResponse:
    return render(request, "accounts/you.html")
