"""Who gets to which pages of the desk."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import TYPE_CHECKING, Concatenate, ParamSpec, cast

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from corridor.safety import queries
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile

Rest = ParamSpec("Rest")
View = Callable[Concatenate[MemberRequest, Rest], HttpResponse]
Guarded = Callable[Concatenate[ViewerRequest, Rest], HttpResponse]


def moderator_required(view: "View[Rest]") -> "Guarded[Rest]":
    """For anybody else the queue is not there; without a second step it is closed."""
    return _guarded(view, queries.is_moderator)


def lead_required(view: "View[Rest]") -> "Guarded[Rest]":
    """Whoever leads a queue, or runs the server."""
    return _guarded(view, queries.keeps_wordings)


def second_reader_required(view: "View[Rest]") -> "Guarded[Rest]":
    """Whoever may read what is held, with a second step; whom somebody asked, without."""
    return _guarded(view, queries.has_to_read, is_desk=queries.is_second_reader)


def _guarded(
    view: "View[Rest]",
    may: "Callable[[Profile], bool]",
    *,
    is_desk: "Callable[[Profile], bool]" = lambda _: True,
) -> "Guarded[Rest]":
    @wraps(view)
    def guarded(request: MemberRequest, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if not may(request.profile):
            raise Http404
        if is_desk(request.profile) and not is_let_in(request):
            return render(request, "safety/second_step.html", status=HTTPStatus.FORBIDDEN)
        return view(request, *args, **kwargs)

    return never_cache(member_required(cast("Callable[..., HttpResponse]", guarded)))


def is_let_in(request: ViewerRequest) -> bool:
    """With a second step, where the desk asks for one."""
    return not settings.DESK_SECOND_STEP or has_second_step(request)


def has_second_step(request: ViewerRequest) -> bool:
    """A passkey or an app; codes on paper are for when these are lost."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return bool(is_mfa_enabled(request.user, types=kinds))
