"""A link in a mail that answers one match once; opening it changes nothing."""

import secrets
from hashlib import sha256
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.models import AnswerLink, Match

if TYPE_CHECKING:
    from datetime import datetime

    from corridor.people.models import Profile

LETTERS = 32


class LinkIsUsed(Exception):
    """Somebody answered by it, or it has run out."""


def make_link(match: Match, profile: "Profile") -> str:
    """What the mail holds; only its digest is kept."""
    secret = secrets.token_urlsafe(LETTERS)
    AnswerLink.objects.create(
        match=match, profile=profile, digest=digest_of(secret), expires_at=match.answer_by
    )
    return secret


@transaction.atomic
def use_link(digest: str, *, now: "datetime") -> AnswerLink:
    """Call in the transaction of the answer: it counts once. Raises LinkIsUsed."""
    used = AnswerLink.objects.filter(digest=digest, used_at=None, expires_at__gt=now)
    if not used.update(used_at=now):
        raise LinkIsUsed
    return AnswerLink.objects.select_related("profile").get(digest=digest)


def digest_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()
