"""Somebody asks for a code to be sent to her institution's mailbox."""

import secrets
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.algorithms.credentials.domains import is_for_life, plain_address
from corridor.people import evidence, letters, queries
from corridor.people.choices import Route
from corridor.people.letters import Letter
from corridor.people.models import MailboxProof, Profile

CODE_DIGITS = 8
CODE_VALID_FOR = timedelta(minutes=30)
BETWEEN_CODES = timedelta(minutes=1)


class DomainNotKnown(Exception):
    """No institution of the table has this domain."""

    def __init__(self, domain: str) -> None:
        super().__init__(domain)
        self.domain = domain


class DomainDoesNotCount(Exception):
    """A domain that was switched off, or whose mailboxes people keep when they leave."""


class CodeSentJustNow(Exception):
    """Another one a minute later at the earliest."""


def ask_mailbox_code(*, profile: Profile, address: str, now: datetime) -> str:
    """The address that the code went to, written one way.

    Raises NotAnAddress, DomainNotKnown, DomainDoesNotCount, CodeSentJustNow or MailNotSent.
    """
    plain = plain_address(address)
    known = queries.institution_of_domain(plain.domain)
    if known is None:
        raise DomainNotKnown(plain.domain)
    if not known.is_active or is_for_life(plain.domain):
        raise DomainDoesNotCount

    code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
    with transaction.atomic():
        Profile.objects.select_for_update().get(pk=profile.pk)
        earlier = MailboxProof.objects.filter(profile=profile).first()
        if earlier is not None and now < earlier.sent_at + BETWEEN_CODES:
            raise CodeSentJustNow
        MailboxProof.objects.update_or_create(
            profile=profile,
            defaults={
                "address": str(plain),
                "code_digest": evidence.digest_of(Route.EMAIL, f"{profile.pk} {code}"),
                "sent_at": now,
                "attempts": 0,
            },
        )
        # Within the transaction: a code that went nowhere is not waited for.
        letters.send(_letter(profile, f"{code[:4]} {code[4:]}"), to=str(plain))
    return str(plain)


def _letter(profile: Profile, code: str) -> Letter:
    return Letter(
        subject=_("Your code for Corridor: %(code)s") % {"code": code},
        paragraphs=(
            _(
                "%(name)s (@%(handle)s) wants to show that this mailbox is theirs. Type this code"
                " in on Corridor. It is good for %(minutes)d minutes."
            )
            % {
                "name": profile.display_name,
                "handle": profile.handle,
                "minutes": CODE_VALID_FOR.seconds // 60,
            },
            _("If that is not you, there is nothing to do: without the code nothing happens."),
        ),
        code=code,
        why=_("You get this because somebody typed in this address. Nothing more is sent to it."),
    )
