"""Whoever asked to join waits here until an operator decides."""

from typing import Any

from allauth.account.stages import LoginStage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from corridor.people import queries


class AdmissionStage(LoginStage):
    """The last one: she has shown her mailbox and made her passkey before."""

    key = "admission"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        account: Any = self.login.user
        if account is not None and queries.awaits_admission(account):
            return redirect("join-waiting"), False
        return None, True


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    return render(request, "joining/waiting.html")
