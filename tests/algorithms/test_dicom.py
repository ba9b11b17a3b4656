"""What hospital machines write is known by its content."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.dicom import is_dicom
from tests.kernel.heic import HEIC
from tests.kernel.test_pictures import picture

NAME = b"Nwosu^Amara"


def element(group, number, kind, value, order="<"):
    head = struct.pack(f"{order}HH", group, number) + kind
    length = "H" if kind else "I"
    return head + struct.pack(f"{order}{length}", len(value)) + value


def elements(kind=True, order="<"):
    parts = [(8, 5, b"CS", b"ISO_IR 100"), (8, 0x20, b"DA", b"20260314"), (16, 16, b"PN", NAME)]
    return b"".join(element(a, b, c if kind else b"", d, order) for a, b, c, d in parts)


def with_length(group, order="<", kind=b"UL"):
    return element(group, 0, kind, struct.pack(f"{order}I", 190), order)


META = with_length(2)
PART_10 = bytes(128) + b"DICM" + META + elements()
ACR_NEMA = with_length(8, kind=b"") + elements(kind=False)


def zipped(**files):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as folder:
        for name, content in files.items():
            folder.writestr(name.replace("__", "/"), content)
    return out.getvalue()


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(PART_10, id="with its mark"),
        pytest.param(picture("JPEG")[:128] + PART_10[128:], id="that begins as a picture"),
        pytest.param(picture("TIFF")[:128] + PART_10[128:], id="that begins as a TIFF"),
        pytest.param(META + elements(), id="without what stands before the mark"),
        pytest.param(with_length(8) + elements(), id="with the length of its first group"),
        pytest.param(elements(), id="the elements alone"),
        pytest.param(elements(kind=False), id="without types"),
        pytest.param(elements(order=">"), id="the large byte first"),
        pytest.param(ACR_NEMA, id="ACR-NEMA"),
        pytest.param(zipped(DICOM__IM1=PART_10), id="in a ZIP"),
        pytest.param(zipped(README="x", DICOMDIR="x"), id="the list of an export"),
    ],
)
def test_medical_images_are_known_by_their_content(file):
    assert is_dicom(file)


@pytest.mark.parametrize(
    "file",
    [
        *(pytest.param(picture(one), id=one) for one in ("JPEG", "PNG", "WEBP", "GIF", "TIFF")),
        pytest.param(HEIC, id="HEIC"),
        pytest.param(b"\x00\x00\x00\x18ftypisom" + bytes(500), id="MP4"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"DICM", id="the mark elsewhere"),
        pytest.param(bytes(500), id="zeros"),
        pytest.param(zipped(a="x", b=picture()), id="a ZIP of pictures"),
        pytest.param(zipped(a=PART_10)[:60], id="a ZIP that was cut off"),
        pytest.param(b"PK\x03\x04", id="the beginning of a ZIP"),
    ],
)
def test_other_files_are_left_alone(file):
    assert not is_dicom(file)


@given(st.binary(max_size=400))
def test_whatever_is_sent_is_answered(file):
    assert is_dicom(file) in {True, False}
    assert is_dicom(b"PK\x03\x04" + file) in {True, False}


@given(place=st.integers(0, 300), byte=st.integers(0, 255))
def test_a_damaged_zip_is_answered(place, byte):
    file = bytearray(zipped(DICOM__IM1=PART_10))
    file[place % len(file)] = byte

    assert is_dicom(bytes(file)) in {True, False}
