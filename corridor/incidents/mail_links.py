"""Links in mails by which somebody ends mails about one incident, without signing in."""

from django.core import signing

SALT = "corridor.incidents.mail"


class UnknownLink(Exception):
    """It was not made here."""


def token_of(incident_id: int) -> str:
    return signing.dumps(incident_id, salt=SALT)


def incident_of(token: str) -> int:
    """Raises UnknownLink."""
    try:
        return int(signing.loads(token, salt=SALT))
    except signing.BadSignature as wrong:
        raise UnknownLink from wrong
