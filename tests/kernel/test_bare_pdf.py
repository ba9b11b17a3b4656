"""Of a PDF is left what it shows."""

import random
import shutil
import subprocess
import zlib
from contextlib import suppress
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from corridor.kernel.bare_pdf import PdfIsBroken, PdfIsLocked, bare_pdf
from corridor.kernel.bare_pdf.photographs import SIGNATURE, bare_jpeg2000
from tests.kernel.pdfs import (
    TELLTALE,
    jpeg_2000,
    locked,
    pdf,
    pdf_that_tells,
    with_comment_in_last_tile,
)
from tests.kernel.test_pictures import picture

WHOLE = pdf()
BROKEN = [
    b"",
    b"%PDF-1.7",
    b"%PDF-1.7\n%%EOF",
    b"%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n",
    WHOLE[: len(WHOLE) // 2],
    WHOLE.replace(b"/Pages", b"/Sages"),
    WHOLE.replace(b"startxref", b"startover"),
    b"%PDF-1.7\n1 0 obj" + b"[" * 100_000 + b"endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
    picture("PNG"),
]
OF_THE_FILE = {"[ExifTool]", "[System]", "[File]"}
HARMLESS = {
    *("PDFVersion", "Linearized", "PageLayout", "PageCount", "ImageSize", "Megapixels"),
    *("EmbeddedImage", "EmbeddedImageColorSpace", "EmbeddedImageFilter", "EmbeddedImageHeight"),
    *("EmbeddedImageWidth", "JFIFVersion", "ResolutionUnit", "XResolution", "YResolution"),
    *("BitsPerComponent", "ColorSpace", "ColorSpecApproximation", "ColorSpecMethod"),
    *("ColorSpecPrecedence", "CompatibleBrands", "Compression", "ImageHeight", "ImageWidth"),
    *("MajorBrand", "MinorVersion", "NumberOfComponents"),
}
WORDS = "Twelve weeks of anaesthesia"


def plain(content):
    """With all streams unpacked, so that words in them are found."""
    with pikepdf.open(BytesIO(content)) as read:
        out = BytesIO()
        read.save(
            out,
            compress_streams=False,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
        )
    return out.getvalue()


def test_nobody_reads_in_it_who_made_it_when_and_with_what():
    sent = pdf_that_tells()
    assert TELLTALE.encode() in plain(sent)

    made = plain(bare_pdf(sent))

    for word in (TELLTALE, "JavaScript", "EmbeddedFile", "Launch", "D:2026", "fpdf2", "XML"):
        assert word.encode() not in made


def test_what_it_shows_stays(tmp_path):
    with pikepdf.open(BytesIO(bare_pdf(pdf_that_tells(WORDS)))) as read:
        page = read.pages[0]
        kinds = [str(one.Subtype) for one in page.Annots]

        assert kinds == ["/Text", "/Link", "/Link", "/Widget"]
        assert str(page.Annots[0].Contents) == "Who pays?"
        assert str(page.Annots[1].A.URI) == "https://severnside.ac.uk/"
        for name in ("/Im0", "/Im1", "/Im2", "/Im3", "/Im4"):
            shown = Image.open(BytesIO(page.Resources.XObject[name].read_raw_bytes()))
            assert shown.convert("RGB").getpixel((20, 15)) == pytest.approx((0, 128, 128), abs=8)
        assert WORDS.encode() in page.Contents.read_bytes()


@pytest.mark.skipif(shutil.which("exiftool") is None, reason="exiftool is not installed")
def test_exiftool_finds_nothing_that_tells(tmp_path):
    made = tmp_path / "made.pdf"
    made.write_bytes(bare_pdf(pdf_that_tells()))

    said = subprocess.run(  # noqa: S603 - the words are ours
        ["exiftool", "-s", "-G1", "-a", "-ee", str(made)],  # noqa: S607 - wherever it is
        capture_output=True,
        check=True,
        text=True,
    ).stdout

    found = {tuple(line.split()[:2]) for line in said.splitlines()}
    told = {tag for group, tag in found if group not in OF_THE_FILE}
    assert told - HARMLESS == set()
    assert TELLTALE not in said


def test_one_that_is_bare_already_stays_as_it_is():
    made = bare_pdf(pdf_that_tells(WORDS))

    assert bare_pdf(made) == made


@pytest.mark.parametrize(
    "content",
    [
        picture("JPEG"),
        jpeg_2000()[:60],
        jpeg_2000(is_bare=True)[:60],
        jpeg_2000(is_bare=True).partition(b"\xff\x90")[0] + b"\xff",
        jpeg_2000().replace(b"jp2c", b"jp2x"),
        SIGNATURE + b"\0\0\0\x01jp2h" + b"\xff" * 8,
        SIGNATURE + b"\0\0\0\x02jp2h",
    ],
)
def test_what_is_called_jpeg_2000_and_is_none_is_refused_or_emptied(content):
    with suppress(ValueError):
        assert TELLTALE.encode() not in bare_jpeg2000(content)


@pytest.mark.parametrize("has_length", [True, False])
def test_comments_inside_tiles_are_emptied_and_what_lies_behind_is_cut(has_length):
    content = with_comment_in_last_tile(has_length=has_length)
    shown = Image.open(BytesIO(content.removesuffix(TELLTALE.encode()))).tobytes()
    assert content.count(TELLTALE.encode()) == 3

    made = bare_jpeg2000(content)

    assert TELLTALE.encode() not in made
    assert made.endswith(b"\xff\xd9")
    assert Image.open(BytesIO(made)).tobytes() == shown


@pytest.mark.parametrize("by_owner_alone", [False, True])
def test_a_locked_one_is_called_locked(by_owner_alone):
    with pytest.raises(PdfIsLocked):
        bare_pdf(locked(by_owner_alone=by_owner_alone))


def test_a_broken_one_is_called_broken():
    for content in BROKEN:
        with pytest.raises(PdfIsBroken):
            bare_pdf(content)


def test_a_damaged_one_is_refused_or_written_anew_and_nothing_else():
    rng = random.Random(5)
    for _ in range(6):
        damaged = bytearray(pdf_that_tells())
        for at in rng.sample(range(len(damaged)), 20):
            damaged[at] = rng.randrange(256)
        with suppress(PdfIsBroken, PdfIsLocked):
            assert bare_pdf(bytes(damaged)).startswith(b"%PDF-")


def test_one_that_swells_takes_no_more_than_its_process_may():
    """A cross-reference of two gigabytes, packed into two megabytes."""
    packed = _zeros_packed(2 << 30)
    swelling = (
        b"%PDF-1.7\n1 0 obj<</Type/XRef/Size 3/W[1 2 1]/Root 2 0 R/Filter/FlateDecode/Length "
        + str(len(packed)).encode()
        + b">>stream\n"
        + packed
        + b"\nendstream endobj\nstartxref\n9\n%%EOF\n"
    )

    with pytest.raises(PdfIsBroken):
        bare_pdf(swelling)


def _zeros_packed(count):
    packing = zlib.compressobj(9)
    first = packing.compress(bytes(1 << 20)) + packing.flush(zlib.Z_FULL_FLUSH)
    again = packing.compress(bytes(1 << 20)) + packing.flush(zlib.Z_FULL_FLUSH)
    return first + again * ((count >> 20) - 1) + packing.flush()
