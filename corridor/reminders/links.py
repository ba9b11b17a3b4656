"""Links in mails by which somebody answers a reminder without signing in."""

from dataclasses import dataclass
from datetime import timedelta

from django.core import signing

from corridor.reminders.choices import Answer

SALT = "corridor.reminders"
HOLDS = timedelta(days=90)


class UnknownLink(Exception):
    """It was not made here, or long ago."""


@dataclass(frozen=True, kw_only=True)
class Link:
    sent_id: int
    answer: Answer


def token_of(sent_id: int, answer: Answer) -> str:
    return signing.dumps([sent_id, answer.value], salt=SALT)


def read(token: str) -> Link:
    """Raises UnknownLink."""
    try:
        sent_id, answer = signing.loads(token, salt=SALT, max_age=HOLDS)
    except signing.BadSignature as wrong:
        raise UnknownLink from wrong
    return Link(sent_id=sent_id, answer=Answer(answer))
