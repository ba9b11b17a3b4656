"""PDFs that were kept as they came, before they were written anew, are so by hand."""

from collections.abc import Iterator

from django.db import transaction

from corridor.conversations.actions.attach_file import PDF
from corridor.conversations.models import AttachedFile
from corridor.kernel.bare_pdf import PdfIsBroken, PdfIsLocked, bare_pdf


def write_files_anew(*, after: int = 0) -> Iterator[tuple[int, bool]]:
    """The number of each file, from the first above `after`, and whether it could be written.

    Each is kept by itself, so that a run which was broken off goes on where it was.
    """
    rows = AttachedFile.objects.filter(media_type=PDF, pk__gt=after).order_by("pk")
    for pk in list(rows.values_list("pk", flat=True)):
        yield pk, _write_anew(pk)


@transaction.atomic
def _write_anew(file_id: int) -> bool:
    """One that is gone meanwhile needs nothing; one that is locked or broken stays as it is."""
    held = AttachedFile.objects.select_for_update(of=("self",)).filter(pk=file_id).first()
    if held is None:
        return True
    content = held.content
    try:
        bare = bare_pdf(content)
    except (PdfIsBroken, PdfIsLocked):
        return False
    if bare != content:
        held.keep(bare)
        held.save(update_fields=["size", "sealed_content"])
    return True
