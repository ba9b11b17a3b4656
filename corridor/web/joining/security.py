"""How somebody signs in, on one page."""

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from corridor.web.joining.elsewhere import buttons
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@member_required
def security(request: MemberRequest) -> HttpResponse:
    account: Any = request.user
    own = Authenticator.objects.filter(user=account).values_list("type", flat=True)
    kinds = list(own)
    context = {
        "email": account.email,
        "has_password": account.has_usable_password(),
        "passkeys": kinds.count(Authenticator.Type.WEBAUTHN),
        "has_app": Authenticator.Type.TOTP in kinds,
        "has_recovery_codes": Authenticator.Type.RECOVERY_CODES in kinds,
        "sessions": UserSession.objects.filter(user=account).count(),
        "elsewhere": SocialAccount.objects.filter(user=account).count(),
        "ways_elsewhere": buttons(),
    }
    return render(request, "joining/security.html", context)
