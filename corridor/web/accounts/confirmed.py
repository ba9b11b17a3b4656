"""For what must not be done at a screen that somebody left open."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, cast

from allauth.account.decorators import reauthentication_required
from django.http import HttpResponse

from corridor.web.viewer import MemberRequest

Rest = ParamSpec("Rest")


def confirmed(
    view: Callable[Concatenate[MemberRequest, Rest], HttpResponse],
) -> Callable[Concatenate[MemberRequest, Rest], HttpResponse]:
    """Whoever signed in a while ago shows once more that it is her; looking is free."""
    wrapped = reauthentication_required(view, allow_get=True)
    return cast("Callable[Concatenate[MemberRequest, Rest], HttpResponse]", wrapped)
