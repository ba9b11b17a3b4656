"""What becomes of pictures that people send."""

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image

from corridor.kernel.pictures import MOST_BYTES, NotAPicture, PictureTooLarge, square_pictures

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def picture(kind="JPEG", size=(640, 480), mode="RGB", colour="teal", **more):
    out = BytesIO()
    Image.new(mode, size, colour).save(out, kind, **more)
    return out.getvalue()


def opened(file):
    return Image.open(BytesIO(file))


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_that_claims(width, height):
    """A few hundred bytes that say they are a picture of any size."""
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(bytes(1000)))
        + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_becomes_two_square_webps(kind):
    made = square_pictures(picture(kind))

    assert (opened(made.large).format, opened(made.large).size) == ("WEBP", (480, 480))
    assert (opened(made.small).format, opened(made.small).size) == ("WEBP", (96, 96))


def test_where_a_photo_was_taken_is_gone():
    exif = Image.Exif()
    exif[0x010F] = "Kamera-Werk Jena"
    exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 51.0, 30.0)})
    sent = picture("JPEG", exif=exif, comment=b"ward 7, bed 3")

    made = square_pictures(sent)

    assert b"Kamera-Werk Jena" in sent
    assert b"ward 7, bed 3" in sent
    for file in (made.large, made.small):
        assert dict(opened(file).getexif()) == {}
        assert b"Kamera-Werk Jena" not in file
        assert b"ward 7, bed 3" not in file
        assert b"EXIF" not in file


def test_a_photo_that_the_camera_held_sideways_is_turned_upright():
    sideways = Image.new("RGB", (600, 600), "white")
    sideways.paste("black", (0, 0, 600, 300))
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter clockwise to see it upright
    out = BytesIO()
    sideways.save(out, "JPEG", exif=exif)

    upright = opened(square_pictures(out.getvalue()).large).convert("L")

    assert upright.getpixel((470, 240)) < 30
    assert upright.getpixel((10, 240)) > 225


def test_what_lets_something_through_stands_on_white():
    made = square_pictures(picture("PNG", mode="RGBA", colour=(0, 0, 0, 0)))

    assert opened(made.large).convert("RGB").getpixel((240, 240)) == (255, 255, 255)


def test_of_a_moving_picture_the_first_frame_is_kept():
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])

    made = opened(square_pictures(out.getvalue()).large)

    assert getattr(made, "n_frames", 1) == 1
    assert made.convert("RGB").getpixel((240, 240))[0] > 200


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (400_000_000, 1), (8000, 5001)])
def test_a_small_file_that_would_unfold_to_a_huge_picture_is_refused(width, height):
    bomb = png_that_claims(width, height)

    assert len(bomb) < 300
    with pytest.raises((PictureTooLarge, NotAPicture)):
        square_pictures(bomb)


def test_a_bomb_is_refused_before_anything_is_decoded(monkeypatch):
    monkeypatch.setattr(Image.Image, "load", lambda _: pytest.fail("decoded"))

    with pytest.raises(PictureTooLarge):
        square_pictures(png_that_claims(9000, 9000))


def test_a_file_of_too_many_bytes_is_refused():
    with pytest.raises(PictureTooLarge):
        square_pictures(bytes(MOST_BYTES + 1))


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(SVG, id="svg, whatever it is called"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xff\xd8\xff\xe0 <script>", id="a jpeg's first letters"),
        pytest.param(b"GIF89a/*" + SVG + b"*/=1;", id="a gif that is a script"),
        pytest.param(picture("BMP"), id="bmp"),
        pytest.param(picture("TIFF"), id="tiff"),
        pytest.param(b"%PDF-1.7\n" + picture("JPEG"), id="a pdf before a picture"),
        pytest.param(picture("PNG")[:60], id="cut off"),
        pytest.param(picture("JPEG")[:400], id="a jpeg cut off"),
        pytest.param(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", id="postscript"),
    ],
)
def test_what_is_no_picture_is_refused(file):
    with pytest.raises(NotAPicture):
        square_pictures(file)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP"])
@pytest.mark.parametrize("second", [SVG, b"PK\x03\x04 payroll.html", b"<?php system($_GET[0]); ?>"])
def test_of_a_file_that_is_two_things_at_once_only_the_picture_is_left(kind, second):
    made = square_pictures(picture(kind) + second)

    assert second not in made.large
    assert second not in made.small


@pytest.mark.parametrize("seed", range(40))
def test_damaged_pictures_are_refused_or_made_anew_and_nothing_else(seed):
    file = bytearray(picture(["JPEG", "PNG", "WEBP", "GIF"][seed % 4], size=(40, 30)))
    for place in range(seed, len(file), 37):
        file[place] = (file[place] * 7 + seed) % 256

    try:
        made = square_pictures(bytes(file))
    except (NotAPicture, PictureTooLarge):
        return
    assert opened(made.large).size == (480, 480)
