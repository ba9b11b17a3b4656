"""Which button of a form somebody pressed."""

from collections.abc import Collection

from django.core.exceptions import BadRequest
from django.http import HttpRequest


def pressed(request: HttpRequest, name: str, among: Collection[str]) -> str:
    """Its value. Raises BadRequest for any other: an answer that is missing is no "no"."""
    value = request.POST.get(name, "")
    if value not in among:
        raise BadRequest
    return value


def pressed_yes(request: HttpRequest, name: str = "answer") -> bool:
    """Raises BadRequest for what is neither yes nor no."""
    return pressed(request, name, ("yes", "no")) == "yes"
