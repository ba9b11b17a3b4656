"""`corridor bare-pdfs`, for PDFs that were kept as they came."""

import pytest

from corridor.cli.main import main
from corridor.conversations.models import AttachedFile
from corridor.people import evidence
from corridor.people.actions.verifying import NewDocument, send_document
from corridor.people.models import Claim
from tests.kernel.pdfs import TELLTALE, locked, pdf, pdf_that_tells
from tests.kernel.test_bare_pdf import plain

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(amara, now):
    """`kept(content)`: as it came."""

    def kept(content):
        made = AttachedFile(owner=amara, at=now, media_type="application/pdf")
        made.name = "cv.pdf"
        made.keep(content)
        made.save()
        return made

    return kept


def tells(content):
    return TELLTALE.encode() in plain(content)


def again(file):
    return AttachedFile.objects.get(pk=file.pk)


def test_files_and_documents_are_written_anew_and_what_is_locked_stays(kept, amara, now, capsys):
    telling, shut = kept(pdf_that_tells()), kept(locked())
    new = NewDocument(what="staff card", content=pdf())
    claim = send_document(profile=amara, new=new, now=now)
    claim.document = evidence.seal_document(pdf_that_tells(), claim_id=claim.pk)
    claim.save(update_fields=["document"])

    assert main(["bare-pdfs"]) == 0

    assert not tells(again(telling).content)
    assert again(telling).size == len(again(telling).content)
    held = bytes(Claim.objects.get().document)
    assert not tells(evidence.unseal_document(held, claim_id=claim.pk))
    assert again(shut).content == shut.content
    said = capsys.readouterr().out
    assert "2 PDFs are written anew." in said
    assert "1 is locked or broken, and stays as it is." in said


def test_a_run_that_was_broken_off_goes_on_after_what_it_said(kept, capsys):
    first, second = kept(pdf_that_tells()), kept(pdf_that_tells())

    assert main(["bare-pdfs", "--after", str(first.pk)]) == 0

    assert [tells(again(one).content) for one in (first, second)] == [True, False]
    assert "1 PDF is written anew." in capsys.readouterr().out
