"""Links by which somebody without an account shows her mailbox, and sees what came of it."""

from typing import TYPE_CHECKING

from django.core import signing

if TYPE_CHECKING:
    from corridor.safety.models import OutsideFlag

SALT = "outside-flag"
LASTS = 365 * 24 * 60 * 60
"""A year, in seconds."""


class LinkOver(Exception):
    """It is none of ours, or too old."""


def token_of(outside: "OutsideFlag") -> str:
    return signing.dumps(outside.pk, salt=SALT)


def outside_of(token: str) -> int:
    """Its number. Raises LinkOver."""
    try:
        number: int = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature as wrong:
        raise LinkOver from wrong
    return number
