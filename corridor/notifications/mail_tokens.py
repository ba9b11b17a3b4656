"""What a link in a mail says of whose mails shall stop: signed, so that nobody makes one up."""

from django.core import signing

SALT = "corridor.notifications.mail"


class UnknownToken(Exception):
    """It was not made here."""


def token_of(profile_id: int) -> str:
    return signing.dumps(profile_id, salt=SALT)


def profile_of(token: str) -> int:
    """It holds for as long as the mail is kept. Raises UnknownToken."""
    try:
        return int(signing.loads(token, salt=SALT))
    except signing.BadSignature as wrong:
        raise UnknownToken from wrong


def is_known(token: str) -> bool:
    try:
        profile_of(token)
    except UnknownToken:
        return False
    return True
