"""What is wrong with what somebody joins with, in the words that apps know.

https://docs.joinmastodon.org/methods/accounts/#422-unprocessable-entity
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from ninja import Schema
from pydantic import Field, field_validator

from corridor.mastodon_api.errors import ApiError
from corridor.people import policies, queries
from corridor.people.handles import LONGEST_HANDLE, RESERVED, newcomer_name
from corridor.people.registration import Registration, registration

HANDLE = re.compile(r"[a-z0-9_]+")
LONGEST_EMAIL = 254
BLANK = ("ERR_BLANK", "can't be blank")
INVALID = ("ERR_INVALID", "is invalid")
Mistake = tuple[str, str]


class NewMember(Schema):
    username: str = Field(default="", max_length=1_000)
    email: str = Field(default="", max_length=1_000)
    password: str = Field(default="", max_length=1_000)
    agreement: bool = False
    reason: str = Field(default="", max_length=10_000)

    @field_validator("username", "email")
    @classmethod
    def in_small_letters(cls, said: str) -> str:
        return said.strip().lower()


def check(given: NewMember, *, today: date) -> None:
    """Raises ApiError with all that is wrong; nothing of it tells who is a member."""
    mistakes = {
        "username": list(_of_username(given.username, today)),
        "email": list(_of_email(given.email)),
        "password": list(_of_password(given.password)),
        "agreement": [] if given.agreement else [("ERR_ACCEPTED", "must be accepted")],
    }
    details = {
        name: [{"error": code, "description": words} for code, words in found]
        for name, found in mistakes.items()
        if found
    }
    if details:
        said = [f"{name.title()} {words}" for name, found in mistakes.items() for _, words in found]
        raise ApiError(422, f"Validation failed: {', '.join(said)}", details)


def _of_username(username: str, today: date) -> Iterator[Mistake]:
    if not username:
        yield BLANK
    elif not HANDLE.fullmatch(username) or not _has_a_letter(username):
        yield "ERR_INVALID", "must contain only letters, numbers and underscores"
    elif len(username) > LONGEST_HANDLE:
        yield "ERR_TOO_LONG", f"is too long (maximum is {LONGEST_HANDLE} characters)"
    elif username in RESERVED:
        yield "ERR_RESERVED", "is reserved"
    elif queries.profile_seen(username, viewer=None, today=today) is not None:
        yield "ERR_TAKEN", "has already been taken"


def _has_a_letter(username: str) -> bool:
    with suppress(ValidationError):
        return bool(newcomer_name(username))
    return False


def _of_email(email: str) -> Iterator[Mistake]:
    if not email:
        yield BLANK
        return
    try:
        validate_email(email)
    except ValidationError:
        yield INVALID
        return
    if len(email) > LONGEST_EMAIL:
        yield "ERR_TOO_LONG", f"is too long (maximum is {LONGEST_EMAIL} characters)"
    is_elsewhere = not policies.can_join(email, is_invited=False)
    if registration() == Registration.DOMAINS and is_elsewhere:
        yield "ERR_BLOCKED", "is of a domain that does not join here"


def _of_password(password: str) -> Iterator[Mistake]:
    if not password:
        yield BLANK
        return
    try:
        validate_password(password)
    except ValidationError as refused:
        for one in refused.error_list:
            too_short = one.code == "password_too_short"
            yield ("ERR_TOO_SHORT" if too_short else "ERR_INVALID", " ".join(one.messages))
