"""A reviewer opens a document; whoever sent it can read that in her log, each time."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from corridor.people import evidence, queries
from corridor.people.actions.record_access import record_access
from corridor.people.actions.verifying.note_claim import NotAReviewer
from corridor.people.choices import ClaimState, Deed
from corridor.people.documents import kind_of
from corridor.people.models import Claim, Profile


class DocumentGone(Exception):
    """Somebody decided, or it was withdrawn; or there never was one."""


@dataclass(frozen=True, kw_only=True)
class OpenedDocument:
    content: bytes
    kind: str
    name: str


@transaction.atomic
def open_document(*, claim: Claim, by: Profile, now: datetime) -> OpenedDocument:
    """Raises NotAReviewer, DocumentGone, or CannotOpen where the key is another one."""
    seen = queries.claim_to_review(claim.pk, viewer=by, today=now.date())
    if seen is None:
        raise NotAReviewer
    if seen.state != ClaimState.OPEN or not seen.document:
        raise DocumentGone

    content = evidence.unseal_document(bytes(seen.document), claim_id=seen.pk)
    record_access(subject=seen.profile, by=by, deed=Deed.DOCUMENT_SEEN, now=now)
    return OpenedDocument(content=content, kind=kind_of(content), name=seen.document_name)
