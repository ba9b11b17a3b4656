"""Nothing that a camera, a phone or a program wrote into a file is left after it was sent."""

import json
import shutil
import subprocess
from io import BytesIO
from subprocess import PIPE

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image

from corridor.kernel.pictures import NotAPicture
from corridor.people.actions import set_photo
from corridor.people.documents import clean_document
from corridor.people.photos import small_photo
from corridor.posts.actions import IsDicom, Upload, upload_media
from corridor.posts.models import Attachment
from tests.algorithms.test_dicom import ACR_NEMA, PART_10, zipped
from tests.films import needs_ffmpeg
from tests.kernel.heic import HEIC
from tests.kernel.test_pictures import picture as drawn
from tests.thoroughly import unusual

needs_exiftool = pytest.mark.skipif(
    shutil.which("exiftool") is None, reason="exiftool is not installed"
)
TELLTALE = "Amara Nwosu ward 7"
PLACE = ["-EXIF:GPSLatitude=59.85", "-EXIF:GPSLatitudeRef=N"]
PICTURES = ("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIC")
FILMS = ("mp4", "mp3", *unusual("mov", "webm", "mkv", "ogg", "m4a", "flac", "wav"))
OF_THE_FILE = {"ExifTool", "System"}
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/">'
    f"<dc:creator><rdf:Seq><rdf:li>{TELLTALE}</rdf:li></rdf:Seq></dc:creator>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)
HARMLESS = {
    *("FileType", "FileTypeExtension", "MIMEType", "ImageWidth", "ImageHeight", "ImageSize"),
    *("Megapixels", "VP8Version", "HorizontalScale", "VerticalScale", "WebP_Flags", "AlphaFilter"),
    *("AlphaPreprocessing", "AlphaCompression", "AlphaIsUsed", "WebPFlags"),
    *("MajorBrand", "MinorVersion", "CompatibleBrands", "MovieHeaderVersion", "TimeScale"),
    *("Duration", "PreferredRate", "PreferredVolume", "PreviewTime", "PreviewDuration"),
    *("PosterTime", "SelectionTime", "SelectionDuration", "CurrentTime", "NextTrackID"),
    *("TrackHeaderVersion", "TrackID", "TrackDuration", "TrackLayer", "TrackVolume"),
    *("MatrixStructure", "MediaHeaderVersion", "MediaTimeScale", "MediaDuration"),
    *("MediaLanguageCode", "HandlerType", "HandlerDescription", "HandlerVendorID"),
    *("GraphicsMode", "OpColor", "CompressorID", "SourceImageWidth", "SourceImageHeight"),
    *("XResolution", "YResolution", "BitDepth", "PixelAspectRatio", "VideoFrameRate", "Balance"),
    *("AudioFormat", "AudioChannels", "AudioBitsPerSample", "AudioSampleRate", "BufferSize"),
    *("MaxBitrate", "AverageBitrate", "MediaDataSize", "MediaDataOffset", "Rotation"),
    *("AvgBitrate", "VendorID", "ColorProfiles", "ColorPrimaries", "TransferCharacteristics"),
    *("MatrixCoefficients", "VideoFullRangeFlag", "CompressorName"),
}
"""What every file of its kind has to say. Dates are looked at one by one."""
DICOM = [
    pytest.param(PART_10, id="as machines write it"),
    pytest.param(ACR_NEMA, id="without its mark"),
    pytest.param(drawn("JPEG")[:128] + PART_10[128:], id="that begins as a picture"),
    pytest.param(zipped(DICOM__IM1=PART_10), id="in a ZIP"),
]
OF_DRAWING = ("JFIF", "File:", "PNG:")
"""Groups that say how the pixels are packed."""
NO_DATE = "0000:00:00 00:00:00"


@pytest.fixture(scope="module")
def exiftool():
    """`exiftool("-j", path)` is what it says. One stays: to start it takes longer than to ask."""
    command = ["exiftool", "-stay_open", "True", "-@", "-"]
    with subprocess.Popen(command, stdin=PIPE, stdout=PIPE, text=True) as program:  # noqa: S603 - ours

        def ask(*words):
            program.stdin.write("\n".join([*map(str, words), "-execute", ""]))
            program.stdin.flush()
            return "".join(iter(program.stdout.readline, "{ready}\n"))

        yield ask
        program.stdin.write("-stay_open\nFalse\n")


@pytest.fixture
def sensitive(exiftool):
    """`sensitive(path)`: what a file tells besides what every file of its kind has to say."""

    def look(path):
        (tags,) = json.loads(exiftool("-j", "-G1", "-a", "-ee", path))
        del tags["SourceFile"]
        return {name: value for name, value in tags.items() if tells(name, value)}

    return look


def tells(name, value):
    group, _, tag = name.partition(":")
    if group in OF_THE_FILE or tag in HARMLESS or value == NO_DATE:
        return False
    return tag != "HandlerDescription" or value not in {"VideoHandler", "SoundHandler"}


@pytest.fixture
def write_tags(exiftool):
    def write(path, *told):
        assert "1 image files updated" in exiftool("-overwrite_original", *told, path)

    return write


@pytest.fixture
def written(write_tags, tmp_path):
    """`written("JPEG")`: a picture that tells, in which exiftool wrote more of it."""

    def write(kind):
        path = tmp_path / f"sent.{kind.lower()}"
        path.write_bytes(picture_that_tells(kind))
        told = [f"-XMP-dc:Creator={TELLTALE}", f"-XMP-photoshop:City={TELLTALE}"]
        told += ["-XMP-exif:GPSLatitude=59.85"]
        if kind != "GIF":
            told += [f"-EXIF:Artist={TELLTALE}", *PLACE]
        if kind == "JPEG":
            small = tmp_path / "small.jpg"
            small.write_bytes(drawn("JPEG", size=(80, 60), comment=TELLTALE.encode()))
            told += [f"-IPTC:By-line={TELLTALE}", f"-IPTC:City={TELLTALE}"]
            told += [f"-ThumbnailImage<={small}"]
        write_tags(path, *told)
        return path.read_bytes()

    return write


def picture_that_tells(kind):
    """With a camera, a place, a comment, a small picture and a second file behind it."""
    if kind == "HEIC":
        return HEIC
    exif = Image.Exif()
    exif[0x013B] = TELLTALE
    exif[0x010F] = TELLTALE
    exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 51.0, 30.0), 3: "E", 4: (17.0, 38.0, 0.0)})
    more = {} if kind == "GIF" else {"exif": exif}
    if kind in {"JPEG", "WEBP", "AVIF"}:
        more["xmp"] = XMP.encode()
    if kind in {"JPEG", "GIF"}:
        more["comment"] = TELLTALE.encode()
    return drawn(kind, **more)


@pytest.fixture
def kept(amara, now, tmp_path):
    """Sends a file, and answers where what became of it lies."""

    def send(content):
        upload_media(Upload(file=ContentFile(content, name=f"{TELLTALE}.bin")), by=amara, now=now)
        made = Attachment.objects.get()
        files = []
        for file in filter(None, (made.file, made.preview)):
            path = tmp_path / file.name.rpartition("/")[2]
            with file.open("rb") as read:
                path.write_bytes(read.read())
            files.append(path)
        return files

    return send


@needs_exiftool
@pytest.mark.parametrize("kind", PICTURES)
def test_of_a_picture_nothing_but_what_it_shows_is_left(kind, kept, written, sensitive, tmp_path):
    sent = written(kind)
    sent += b"PK\x03\x04" + TELLTALE.encode() + drawn("JPEG", comment=TELLTALE.encode())
    before = tmp_path / f"before.{kind.lower()}"
    before.write_bytes(sent)
    assert len(sensitive(before)) >= 3

    files = kept(sent)

    assert len(files) == 2
    for path in files:
        assert sensitive(path) == {}
        assert TELLTALE.encode() not in path.read_bytes()


@needs_exiftool
@pytest.mark.parametrize("kind", ["JPEG", "HEIC", *unusual("PNG", "WEBP", "GIF")])
def test_of_a_photo_of_somebody_nothing_but_what_it_shows_is_left(
    kind, written, sensitive, amara, tmp_path
):
    set_photo(
        profile=amara,
        file=written(kind) + TELLTALE.encode(),
        shows="Amara",
        by=amara,
    )

    for name in (amara.photo.name, small_photo(amara.photo.name)):
        with default_storage.open(name) as file:
            made = tmp_path / "made.webp"
            made.write_bytes(file.read())
        assert sensitive(made) == {}
        assert TELLTALE.encode() not in made.read_bytes()


@needs_exiftool
@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_of_a_picture_of_a_document_nothing_but_what_it_shows_is_left(
    kind, written, sensitive, tmp_path
):
    sent = written(kind)

    made = tmp_path / f"made.{kind.lower()}"
    made.write_bytes(clean_document(sent + TELLTALE.encode()))

    assert {name for name in sensitive(made) if not name.startswith(OF_DRAWING)} == set()
    assert TELLTALE.encode() not in made.read_bytes()


@pytest.mark.parametrize("content", DICOM)
def test_a_dicom_file_is_no_photo_and_no_document(content, amara):
    with pytest.raises(IsDicom):
        set_photo(profile=amara, file=content, shows="", by=amara)
    with pytest.raises(IsDicom):
        clean_document(content)
    assert not amara.photo


@needs_exiftool
@needs_ffmpeg
@pytest.mark.parametrize("ending", FILMS)
def test_of_video_and_sound_nothing_else_is_left(ending, film, kept, write_tags, sensitive):
    sent = film(
        ending,
        sound=True,
        title=TELLTALE,
        artist=TELLTALE,
        comment=TELLTALE,
        location="+59.85+017.64/",
    )
    if ending in {"mp4", "mov", "m4a"}:
        write_tags(sent, f"-XMP-dc:Creator={TELLTALE}", "-Keys:GPSCoordinates=59.85,17.64")
    assert TELLTALE.encode() in sent.read_bytes()

    files = kept(sent.read_bytes() + TELLTALE.encode())

    assert files
    for path in files:
        assert sensitive(path) == {}
        assert TELLTALE.encode() not in path.read_bytes()


@pytest.mark.parametrize("content", DICOM)
def test_a_dicom_file_is_refused_and_kept_nowhere(content, kept):
    with pytest.raises(IsDicom):
        kept(content)
    assert not Attachment.objects.exists()


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_formats_that_nobody_needs_are_not_decoded(kind, kept, monkeypatch):
    sent = drawn(kind)
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("decoded"))

    with pytest.raises(NotAPicture):
        kept(sent)
    assert not Attachment.objects.exists()


def test_only_the_picture_of_a_file_with_several_is_kept(kept):
    """As phones write two in one JPEG, and programs a page after the other."""
    first, second = (Image.new("RGB", (64, 48), colour) for colour in ("teal", "red"))
    out = BytesIO()
    first.save(out, "MPO", save_all=True, append_images=[second])

    full, _small = kept(out.getvalue())

    with Image.open(full) as made:
        assert getattr(made, "n_frames", 1) == 1
        assert made.convert("RGB").getpixel((5, 5))[0] < 80
