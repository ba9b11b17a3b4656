"""What is covered in a picture cannot be made out again."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image, ImageDraw

from corridor.kernel.pictures import NotAPicture, covered_pictures, fitted_pictures

AREA = (0.25, 0.25, 0.75, 0.5)


def written(words, mode="RGB"):
    drawn = Image.new(mode, (400, 300), "white")
    ImageDraw.Draw(drawn).text((110, 85), words, fill="black", font_size=40)
    out = BytesIO()
    drawn.save(out, "PNG")
    return fitted_pictures(out.getvalue()).full.file


def seen(file):
    with Image.open(BytesIO(file)) as picture:
        return np.asarray(picture.convert("RGB"), dtype=int)


def inside(pixels):
    high, wide = pixels.shape[:2]
    left, top, right, bottom = AREA
    return pixels[int(top * high) : int(bottom * high), int(left * wide) : int(right * wide)]


@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_what_is_covered_is_the_same_whatever_stood_there(mode):
    one, other = (covered_pictures(written(words, mode), [AREA], []) for words in ("MRN 7", "DOB"))

    assert one.full.file == other.full.file
    assert one.preview.file == other.preview.file
    assert one.blurhash == other.blurhash
    assert inside(seen(one.full.file)).max() < 60


def test_what_lies_outside_stays():
    before, after = written("MRN 7"), covered_pictures(written("MRN 7"), [AREA], []).full.file

    assert np.abs(seen(before)[:60] - seen(after)[:60]).max() < 12


def test_blurred_letters_are_a_few_colours_and_no_edges():
    before = seen(written("MRN 7281904"))
    after = seen(covered_pictures(written("MRN 7281904"), [], [AREA]).full.file)

    def edges(pixels):
        return np.abs(np.diff(inside(pixels), axis=1)).max()

    assert edges(before) > 150
    assert edges(after) < 30


def test_fine_patterns_with_the_same_light_blur_to_the_same():
    def checked(first):
        squares = (np.indices((300, 400)).sum(axis=0) + first) % 2 * 255
        out = BytesIO()
        Image.fromarray(squares.astype("uint8")).convert("RGB").save(out, "WEBP", lossless=True)
        return inside(seen(covered_pictures(out.getvalue(), [], [AREA]).full.file))[8:-8, 8:-8]

    assert np.abs(checked(0) - checked(1)).max() < 16


@pytest.mark.parametrize("area", [(0, 0, 1, 1), (0, 0, 0.001, 0.001), (0.999, 0.999, 1, 1)])
def test_areas_at_the_edge_and_tiny_ones_are_covered(area):
    for solid, blurred in (([area], []), ([], [area])):
        made = covered_pictures(written("x"), solid, blurred)
        assert (made.full.width, made.full.height) == (400, 300)


def test_what_is_no_picture_of_ours_is_refused():
    with pytest.raises(NotAPicture):
        covered_pictures(b"payroll", [AREA], [])
