import base64
from io import BytesIO

import pytest
from PIL import Image

from corridor.algorithms.credentials.domains import NotADomain
from corridor.people.actions import verifying
from corridor.people.actions.verifying import NewDocument
from corridor.people.documents import DocumentTooLarge, NotADocument
from corridor.people.evidence import unseal_document
from corridor.people.models import Claim
from tests.people.verifying import PDF, picture


def send(profile, content, now, what="Staff card"):
    return verifying.send_document(
        profile=profile, new=NewDocument(what=what, content=content), now=now
    )


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (PDF, "document.pdf"),
        (picture("PNG"), "document.png"),
        (picture("JPEG"), "document.jpg"),
    ],
)
def test_a_document_lies_sealed_until_somebody_decides(amara, now, content, name):
    claim = send(amara, content, now)

    claim.refresh_from_db()
    assert claim.document_name == name
    sealed = bytes(claim.document)
    assert content[:8] not in sealed
    assert base64.b64encode(content[:9]) not in sealed
    assert unseal_document(sealed, claim_id=claim.pk)[:4] == content[:4]


def test_a_picture_keeps_nothing_of_where_it_was_taken_nor_of_what_hid_behind_it(amara, now):
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    script = b"<script>alert(1)</script>"

    claim = send(amara, picture("JPEG", exif=exif) + script, now)

    kept = unseal_document(bytes(claim.document), claim_id=claim.pk)
    assert b"taken at home" not in kept
    assert script not in kept
    assert Image.open(BytesIO(kept)).size == (40, 30)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>",
        b"MZ\x90\x00",
        b"PK\x03\x04",
        b"GIF89a",
        b" %PDF-1.7\n%%EOF",
        b"%PDF-1.7 and no end",
        b"\xff\xd8\xffno picture",
        b"\x89PNG\r\n\x1a\n",
        picture("PNG")[:60],
    ],
)
def test_what_is_neither_pdf_nor_picture_is_refused(amara, now, content):
    with pytest.raises(NotADocument):
        send(amara, content, now)

    assert not Claim.objects.exists()


def test_a_picture_of_far_too_many_pixels_is_refused_by_its_header(amara, now):
    bomb = bytearray(picture("PNG", size=(1, 1)))
    bomb[16:24] = (60_000).to_bytes(4) + (60_000).to_bytes(4)

    with pytest.raises((NotADocument, DocumentTooLarge)):
        send(amara, bytes(bomb), now)

    assert not Claim.objects.exists()


def test_more_than_five_megabytes_are_refused(amara, now):
    with pytest.raises(DocumentTooLarge):
        send(amara, PDF[:9] + b"0" * (5 << 20) + PDF[9:], now)

    assert not Claim.objects.exists()


def test_a_document_has_a_name(amara, now):
    with pytest.raises(verifying.SayWhatItIs):
        send(amara, PDF, now, what="  ")

    assert not Claim.objects.exists()


def test_one_document_waits_at_a_time(amara, now):
    send(amara, PDF, now)

    with pytest.raises(verifying.ClaimOpenAlready):
        send(amara, PDF, now)

    assert Claim.objects.count() == 1


def test_what_is_taken_back_is_deleted_at_once(staff_card, amara, now):
    verifying.withdraw_claim(claim=staff_card, by=amara, now=now)

    staff_card.refresh_from_db()
    assert staff_card.document is None
    assert staff_card.state == "withdrawn"
    assert [access.deed for access in amara.accesses.all()] == ["document_deleted"]


def test_nobody_takes_back_what_is_not_hers_nor_twice(staff_card, amara, mallory, now):
    with pytest.raises(verifying.NotYourClaim):
        verifying.withdraw_claim(claim=staff_card, by=mallory, now=now)
    staff_card.refresh_from_db()
    assert staff_card.document is not None

    verifying.withdraw_claim(claim=staff_card, by=amara, now=now)
    with pytest.raises(verifying.DecidedAlready):
        verifying.withdraw_claim(claim=staff_card, by=amara, now=now)


def test_an_institution_that_the_table_lacks_can_be_asked_for(amara, now):
    claim = verifying.ask_for_domain(
        profile=amara, address="a.nwosu@Severnside.ac.uk", words="My school", now=now
    )

    assert (claim.route, claim.subject) == ("email", "severnside.ac.uk")


@pytest.mark.parametrize(
    ("address", "refusal"),
    [
        ("a@x.harvard.edu", verifying.DomainKnownAlready),
        ("ac.uk", NotADomain),
        ("severnside", NotADomain),
    ],
)
def test_a_domain_that_is_known_or_nobodys_is_not_asked_for(amara, now, address, refusal):
    with pytest.raises(refusal):
        verifying.ask_for_domain(profile=amara, address=address, words="", now=now)

    assert not Claim.objects.exists()
