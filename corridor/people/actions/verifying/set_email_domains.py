"""Which mail domains belong to institutions: added, switched off, taken over from a list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corridor.algorithms.credentials.domains import NotADomain, is_public_suffix, plain_domain
from corridor.people import policies
from corridor.people.actions.verifying.note_claim import NotAReviewer
from corridor.people.models import EmailDomain, Profile

AT_A_TIME = 500


class DomainThereAlready(Exception):
    """The table has it; it may be switched off."""


@dataclass(frozen=True, kw_only=True)
class NewDomain:
    domain: str
    institution: str
    country: str = ""
    source: str


@dataclass(frozen=True, kw_only=True)
class Imported:
    added: int
    known: int
    """Left as they were: what a reviewer entered or switched off stays."""


@transaction.atomic
def add_email_domain(*, new: NewDomain, by: Profile, now: datetime) -> EmailDomain:
    """Raises NotAReviewer, NotADomain, DomainThereAlready or ValidationError.

    What many institutions share, such as `ac.uk`, is no domain of one.
    """
    if not policies.can_review(by):
        raise NotAReviewer
    domain = plain_domain(new.domain.strip().lstrip("@"))
    if is_public_suffix(domain):
        raise NotADomain(domain)
    if EmailDomain.objects.filter(domain=domain).exists():
        raise DomainThereAlready

    row = EmailDomain(
        domain=domain,
        institution=" ".join(new.institution.split()),
        country=new.country.strip().upper(),
        source=new.source.strip(),
        added_at=now,
        changed_by=by,
    )
    row.full_clean()
    row.save()
    return row


def switch_email_domain(*, domain: EmailDomain, is_active: bool, by: Profile) -> None:
    """Badges that were granted by it stay until they expire. Raises NotAReviewer."""
    if not policies.can_review(by):
        raise NotAReviewer
    domain.is_active = is_active
    domain.changed_by = by
    domain.save(update_fields=["is_active", "changed_by"])


@transaction.atomic
def import_email_domains(domains: Iterable[NewDomain], *, now: datetime) -> Imported:
    """Of rows that `domain_file` has read; whoever runs the server calls it."""
    new = {row.domain: row for row in reversed(list(domains))}
    known = set(EmailDomain.objects.filter(domain__in=new).values_list("domain", flat=True))
    EmailDomain.objects.bulk_create(
        [
            EmailDomain(
                domain=row.domain,
                institution=row.institution,
                country=row.country,
                source=row.source,
                added_at=now,
            )
            for row in new.values()
            if row.domain not in known
        ],
        batch_size=AT_A_TIME,
    )
    return Imported(added=len(new) - len(known), known=len(known))
