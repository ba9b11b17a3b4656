"""Somebody types in the code that came to her institution's mailbox."""

import secrets
from datetime import datetime

from django.db import transaction

from corridor.algorithms.credentials.domains import plain_address
from corridor.people import evidence, queries
from corridor.people.actions.verifying.ask_mailbox_code import CODE_VALID_FOR, DomainDoesNotCount
from corridor.people.actions.verifying.grant_badge import NewBadge, grant_badge
from corridor.people.choices import Route
from corridor.people.models import Badge, MailboxProof, Profile

MOST_ATTEMPTS = 5


class NoCodeSent(Exception):
    """Ask for one first."""


class CodeExpired(Exception):
    """It was sent too long ago."""


class TooManyAttempts(Exception):
    """The code is void; a new one can be asked for."""


class WrongCode(Exception):
    def __init__(self, left: int) -> None:
        super().__init__(left)
        self.left = left


def prove_mailbox(*, profile: Profile, code: str, now: datetime) -> Badge:
    """Raises the refusals above, DomainDoesNotCount or ShownByAnother."""
    proof = _attempt(profile, now)
    digits = "".join(letter for letter in code if letter.isdigit())
    typed = evidence.digest_of(Route.EMAIL, f"{profile.pk} {digits}")
    if not secrets.compare_digest(typed, proof.code_digest):
        raise WrongCode(MOST_ATTEMPTS - proof.attempts)

    address = plain_address(proof.address)
    known = queries.institution_of_domain(address.domain)
    if known is None or not known.is_active:
        raise DomainDoesNotCount
    with transaction.atomic():
        proof.delete()
        return grant_badge(
            profile=profile,
            new=NewBadge(route=Route.EMAIL, shows=known.domain, evidence=address.mailbox),
            now=now,
        )


@transaction.atomic
def _attempt(profile: Profile, now: datetime) -> MailboxProof:
    """Counted before the code is looked at, so that many at once are no more than five."""
    proof = MailboxProof.objects.select_for_update().filter(profile=profile).first()
    if proof is None:
        raise NoCodeSent
    if now >= proof.sent_at + CODE_VALID_FOR:
        raise CodeExpired
    if proof.attempts >= MOST_ATTEMPTS:
        raise TooManyAttempts
    proof.attempts += 1
    proof.save(update_fields=["attempts"])
    return proof
