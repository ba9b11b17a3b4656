"""Refusals in the shape that apps read: `{"error": "..."}`."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from django.utils.functional import Promise


class ApiError(Exception):
    def __init__(
        self, status: int, message: "str | Promise", details: Mapping[str, Any] | None = None
    ) -> None:
        """`details`: what is wrong with each parameter."""
        super().__init__(str(message))
        self.status = status
        self.message = message
        self.details = details


class NotThere(ApiError):
    """Whatever may not be seen is answered like what does not exist."""

    def __init__(self) -> None:
        super().__init__(404, "Record not found")


@contextmanager
def told(refusals: "Mapping[type[Exception], tuple[int, str | Promise]]") -> Iterator[None]:
    """Around actions: what they refuse is an answer. `refusals`: its number and its words."""
    try:
        yield
    except tuple(refusals) as refused:
        status, said = refusals[type(refused)]
        raise ApiError(status, said) from refused
