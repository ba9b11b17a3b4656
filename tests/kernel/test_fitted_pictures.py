"""What becomes of pictures that go with posts: they keep their shape, and nothing else."""

from io import BytesIO

import pytest
from PIL import Image

from corridor.kernel.pictures import NotAPicture, PictureTooLarge, fitted_pictures, square_pictures
from tests.kernel.heic import HEIC, heic_that_claims
from tests.kernel.test_pictures import SVG, opened, picture, png_that_claims


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF", "AVIF"])
def test_a_picture_keeps_its_shape(kind):
    made = fitted_pictures(picture(kind, size=(1000, 500)))

    assert (opened(made.full.file).format, opened(made.full.file).size) == ("WEBP", (1000, 500))
    assert opened(made.preview.file).size == (made.preview.width, made.preview.height) == (640, 320)
    assert (made.full.width, made.full.height, made.is_moving) == (1000, 500, False)


def test_no_side_is_longer_than_screens_show():
    made = fitted_pictures(picture(size=(4000, 1000)))

    assert (made.full.width, made.full.height) == (2048, 512)


def test_where_a_photo_was_taken_is_gone_and_it_stands_upright():
    sideways = Image.new("RGB", (600, 300), "white")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Kamera-Werk Jena"
    exif.get_ifd(0x8825).update({1: "N", 2: (59.0, 51.0, 30.0)})
    out = BytesIO()
    sideways.save(out, "JPEG", exif=exif, comment=b"ward 7, bed 3", icc_profile=b"profile of bed 3")

    made = fitted_pictures(out.getvalue())

    assert (made.full.width, made.full.height) == (300, 600)
    for file in (made.full.file, made.preview.file):
        assert dict(opened(file).getexif()) == {}
        for left in (b"Kamera-Werk", b"bed 3", b"EXIF", b"ICCP", b"XMP"):
            assert left not in file


def test_what_lets_something_through_still_does():
    made = fitted_pictures(picture("PNG", mode="RGBA", colour=(0, 0, 0, 0)))

    assert opened(made.full.file).convert("RGBA").getpixel((9, 9))[3] == 0


def test_a_few_colours_stand_for_it():
    made = fitted_pictures(picture(size=(64, 48), colour="white"))

    assert 6 < len(made.blurhash) < 40


def test_an_animation_is_told_from_a_picture():
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    out = BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])

    assert fitted_pictures(out.getvalue()).is_moving


def test_a_picture_of_a_phone_is_made_anew_without_where_it_was_taken():
    made = fitted_pictures(HEIC)

    drawn = opened(made.full.file)
    assert (drawn.format, drawn.size, made.is_moving) == ("WEBP", (96, 64), False)
    assert not drawn.getexif()
    red, green, _blue = drawn.convert("RGB").getpixel((10, 30))
    assert red > 2 * green
    assert b"Camera" in HEIC
    assert b"Camera" not in made.full.file


def test_a_profile_takes_it_as_well():
    assert opened(square_pictures(HEIC).large).size == (480, 480)


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (8000, 5001), (30, 20), (1, 1)])
def test_one_that_is_not_as_large_as_it_says_is_refused(width, height):
    with pytest.raises((PictureTooLarge, NotAPicture)):
        fitted_pictures(heic_that_claims(width, height))


@pytest.mark.parametrize("seed", range(24))
def test_a_damaged_one_is_refused_or_made_anew_and_nothing_else(seed):
    file = bytearray(HEIC)
    for place in range(16 + seed, len(file), 41):
        file[place] = (file[place] * 7 + seed) % 256

    assert is_refused_or_made_anew(bytes(file))


@pytest.mark.parametrize(("width", "height"), [(60_000, 60_000), (400_000_000, 1), (8000, 5001)])
def test_a_small_file_that_would_unfold_to_a_huge_picture_is_refused(width, height):
    with pytest.raises((PictureTooLarge, NotAPicture)):
        fitted_pictures(png_that_claims(width, height))


def test_a_file_of_too_many_bytes_is_refused():
    with pytest.raises(PictureTooLarge):
        fitted_pictures(bytes((16 << 20) + 1))


@pytest.mark.parametrize(
    "file",
    [
        pytest.param(SVG, id="svg"),
        pytest.param(b"", id="nothing"),
        pytest.param(picture("BMP"), id="bmp"),
        pytest.param(picture("TIFF"), id="tiff"),
        pytest.param(picture("JPEG")[:400], id="a jpeg cut off"),
        pytest.param(picture("AVIF")[:200], id="an avif cut off"),
        pytest.param(b"\x00\x00\x00\x1cftypheic" + bytes(50), id="heic"),
    ],
)
def test_what_is_no_picture_is_refused(file):
    with pytest.raises(NotAPicture):
        fitted_pictures(file)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
@pytest.mark.parametrize("second", [SVG, b"PK\x03\x04 payroll.html", b"<?php system($_GET[0]); ?>"])
def test_of_a_file_that_is_two_things_at_once_only_the_picture_is_left(kind, second):
    made = fitted_pictures(picture(kind) + second)

    assert second not in made.full.file
    assert second not in made.preview.file


@pytest.mark.parametrize("seed", range(40))
def test_damaged_pictures_are_refused_or_made_anew_and_nothing_else(seed):
    kind = ["JPEG", "PNG", "WEBP", "GIF", "AVIF"][seed % 5]
    file = bytearray(picture(kind, size=(40, 30)))
    for place in range(seed, len(file), 37):
        file[place] = (file[place] * 7 + seed) % 256

    assert is_refused_or_made_anew(bytes(file))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "RGBA", "CMYK", "RGB"])
def test_every_kind_of_pixels_is_shown(mode):
    out = BytesIO()
    Image.new(mode, (40, 30)).save(out, "JPEG" if mode == "CMYK" else "PNG")

    assert fitted_pictures(out.getvalue()).full.width == 40


def is_refused_or_made_anew(file):
    try:
        made = fitted_pictures(file)
    except (NotAPicture, PictureTooLarge):
        return True
    return opened(made.full.file).format == "WEBP"
