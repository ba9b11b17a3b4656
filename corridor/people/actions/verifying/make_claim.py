"""Somebody puts something before the reviewers of the verification desk."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from corridor.algorithms.credentials.domains import (
    NotADomain,
    is_public_suffix,
    plain_address,
    plain_domain,
)
from corridor.algorithms.credentials.names import likeness
from corridor.algorithms.credentials.npi import plain_npi
from corridor.kernel.outbound_http import NotReached
from corridor.people import evidence, npi_registry, queries
from corridor.people.actions.verifying.grant_badge import NewBadge, ShownByAnother, grant_badge
from corridor.people.choices import ClaimState, Route
from corridor.people.documents import ENDINGS, clean_document, kind_of
from corridor.people.models import Badge, Claim, Profile, RegistryRecord
from corridor.people.npi_registry import Found

NAMES_FIT_FROM = 88
"""A name that differs by no more than a part of a double family name."""


class ClaimOpenAlready(Exception):
    """One of each route at a time."""


class SayWhatItIs(Exception):
    """A reviewer, and later the badge, needs a name for the document."""


class DomainKnownAlready(Exception):
    """Nothing to ask for: a code can be sent there."""


@dataclass(frozen=True, kw_only=True)
class NewDocument:
    what: str
    """What it is: "staff card of Wharfgate Infirmary"."""
    content: bytes
    words: str = ""


def send_document(*, profile: Profile, new: NewDocument, now: datetime) -> Claim:
    """Raises SayWhatItIs, ClaimOpenAlready, IsDicom, NotADocument, DocumentTooLarge, PdfIsLocked or
    ValidationError.
    """
    what = " ".join(new.what.split())
    if not what:
        raise SayWhatItIs
    return _keep_document(profile, what, clean_document(new.content), new.words, now)


@transaction.atomic
def _keep_document(profile: Profile, what: str, content: bytes, words: str, now: datetime) -> Claim:
    claim = _open(profile, Route.DOCUMENT, subject=what, words=words, now=now)
    claim.document = evidence.seal_document(content, claim_id=claim.pk)
    claim.document_name = f"document.{ENDINGS[kind_of(content)]}"
    claim.save(update_fields=["document", "document_name"])
    return claim


@transaction.atomic
def ask_for_domain(*, profile: Profile, address: str, words: str, now: datetime) -> Claim:
    """For an institution that the table lacks.

    Raises NotAnAddress, NotADomain, DomainKnownAlready, ClaimOpenAlready or ValidationError.
    """
    domain = plain_address(address).domain if "@" in address else plain_domain(address)
    if is_public_suffix(domain):
        raise NotADomain(domain)
    if queries.institution_of_domain(domain) is not None:
        raise DomainKnownAlready
    return _open(profile, Route.EMAIL, subject=domain, words=words, now=now)


def claim_npi(*, profile: Profile, number: str, words: str, now: datetime) -> Claim:
    """The number goes to a reviewer, with what the registry says where it may be asked.

    Together with a mailbox that she has shown, a record in her name is enough without one.
    Raises NotAnNpi, ClaimOpenAlready or ValidationError.
    """
    plain = plain_npi(number)
    _refuse_second(profile, Route.NPI)
    found, was_asked = _ask_registry(plain)
    with transaction.atomic():
        claim = _open(profile, Route.NPI, subject=f"…{plain[-4:]}", words=words, now=now)
        record = _keep(claim, plain, found, checked_at=now if was_asked else None)
        mailbox = queries.badges_in_force(now=now).filter(profile=profile, route=Route.EMAIL)
        if _suffices(record, profile) and (beside := mailbox.first()):
            _accept(claim, record, beside, plain, now)
    return claim


def _ask_registry(number: str) -> tuple[Found | None, bool]:
    """What it says, and whether it was asked and answered."""
    if not settings.NPI_LOOKUP:
        return None, False
    try:
        return npi_registry.look_up(number), True
    except NotReached:
        return None, False


def _keep(
    claim: Claim, number: str, found: Found | None, *, checked_at: datetime | None
) -> RegistryRecord:
    record = RegistryRecord(
        claim=claim,
        number=evidence.seal_number(number, claim_id=claim.pk),
        digest=evidence.digest_of(Route.NPI, number),
        checked_at=checked_at,
    )
    if found is not None:
        fit = likeness(claim.profile.display_name, found.name, found.other_names)
        record.is_found = True
        record.is_person = found.is_person
        record.name_score = fit.score
        record.name_findings = ",".join(fit.findings)
        record.taxonomy = found.taxonomy
        record.state = found.state
    record.save()
    return record


def _suffices(record: RegistryRecord, profile: Profile) -> bool:
    """A name that somebody chose to be known by says nothing beside a registry's."""
    return (
        record.is_found
        and record.is_person
        and record.name_score >= NAMES_FIT_FROM
        and not profile.is_pseudonymous
    )


def _accept(
    claim: Claim, record: RegistryRecord, mailbox: Badge, number: str, now: datetime
) -> None:
    """Leaves it to a reviewer where another profile has shown the number."""
    shows = _("%(record)s, with a mailbox at %(domain)s") % {
        "record": queries.words_of_record(record) or _("a record in this name"),
        "domain": mailbox.shows,
    }
    try:
        grant_badge(
            profile=claim.profile,
            new=NewBadge(route=Route.NPI, shows=shows[:200], evidence=number),
            now=now,
        )
    except ShownByAnother:
        return
    claim.state = ClaimState.ACCEPTED
    claim.decided_at = now
    claim.save(update_fields=["state", "decided_at"])
    record.number = None
    record.save(update_fields=["number"])


def _open(profile: Profile, route: Route, *, subject: str, words: str, now: datetime) -> Claim:
    Profile.objects.select_for_update().get(pk=profile.pk)
    _refuse_second(profile, route)
    claim = Claim(profile=profile, route=route, subject=subject, words=words.strip(), made_at=now)
    claim.full_clean(exclude=["document"])
    claim.save()
    return claim


def _refuse_second(profile: Profile, route: Route) -> None:
    if Claim.objects.filter(profile=profile, route=route, state=ClaimState.OPEN).exists():
        raise ClaimOpenAlready
