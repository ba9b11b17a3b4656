"""Refusals in the shape that apps read: `{"error": "..."}`."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.functional import Promise


class ApiError(Exception):
    def __init__(self, status: int, message: "str | Promise") -> None:
        super().__init__(str(message))
        self.status = status
        self.message = message


class NotThere(ApiError):
    """Whatever may not be seen is answered like what does not exist."""

    def __init__(self) -> None:
        super().__init__(404, "Record not found")
