"""Documents that wait at the verification desk, kept as they came, are written anew by hand."""

from collections.abc import Iterator

from django.db import transaction

from corridor.kernel.bare_pdf import PdfIsBroken, PdfIsLocked, bare_pdf
from corridor.people import evidence
from corridor.people.choices import ClaimState
from corridor.people.documents import ENDINGS, PDF
from corridor.people.models import Claim


def write_documents_anew() -> Iterator[bool]:
    """Of each PDF, whether it could be written: a few wait at a time."""
    rows = Claim.objects.filter(
        state=ClaimState.OPEN, document_name__endswith=f".{ENDINGS[PDF]}"
    ).order_by("pk")
    for pk in list(rows.values_list("pk", flat=True)):
        yield _write_anew(pk)


@transaction.atomic
def _write_anew(claim_id: int) -> bool:
    """One that was decided meanwhile is gone; one that is locked or broken stays as it is."""
    held = Claim.objects.select_for_update(of=("self",)).get(pk=claim_id)
    if not held.document:
        return True
    content = evidence.unseal_document(bytes(held.document), claim_id=held.pk)
    try:
        bare = bare_pdf(content)
    except (PdfIsBroken, PdfIsLocked):
        return False
    if bare != content:
        held.document = evidence.seal_document(bare, claim_id=held.pk)
        held.save(update_fields=["document"])
    return True
