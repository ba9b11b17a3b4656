"""What stands in a link that shows that a mailbox is somebody's; nothing of it is kept."""

from datetime import datetime, timedelta

from django.core import signing

SALT = "corridor.people.mailbox"
VALID_FOR = timedelta(days=1)


class LinkOver(Exception):
    """Too old, or none of ours."""


def new_token(account_pk: int, email: str, *, now: datetime) -> str:
    return signing.dumps([account_pk, email, int(now.timestamp())], salt=SALT)


def read(token: str, *, now: datetime) -> tuple[int, str]:
    """The account and its e-mail. Raises LinkOver."""
    try:
        pk, email, at = signing.loads(token, salt=SALT)
    except signing.BadSignature as wrong:
        raise LinkOver from wrong
    if now.timestamp() - at > VALID_FOR.total_seconds():
        raise LinkOver
    return pk, email
