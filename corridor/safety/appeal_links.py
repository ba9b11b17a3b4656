"""Links in mails by which somebody appeals whose account may be closed."""

from typing import TYPE_CHECKING

from django.core import signing

if TYPE_CHECKING:
    from corridor.safety.models import Decision

SALT = "appeal"
LASTS = 183 * 24 * 60 * 60
"""Half a year, in seconds."""


class LinkOver(Exception):
    """It is none of ours, or too old."""


def token_of(decision: "Decision") -> str:
    return signing.dumps(decision.pk, salt=SALT)


def decision_of(token: str) -> int:
    """Its number. Raises LinkOver."""
    try:
        number: int = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature as wrong:
        raise LinkOver from wrong
    return number
