"""Links in mails by which a party of a case answers moderators, signed in or not."""

from typing import TYPE_CHECKING

from django.core import signing

if TYPE_CHECKING:
    from corridor.safety.models import Correspondence

SALT = "correspondence"
LASTS = 183 * 24 * 60 * 60
"""Half a year, in seconds."""


class LinkOver(Exception):
    """It is none of ours, or too old."""


def token_of(correspondence: "Correspondence") -> str:
    return signing.dumps(correspondence.pk, salt=SALT)


def correspondence_of(token: str) -> int:
    """Its number. Raises LinkOver."""
    try:
        number: int = signing.loads(token, salt=SALT, max_age=LASTS)
    except signing.BadSignature as wrong:
        raise LinkOver from wrong
    return number
