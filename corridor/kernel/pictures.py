"""Pictures that people send are hostile until they are made anew from their pixels.

What comes out is WebP without a word of what came in: no camera, no place, no second file behind
the picture. What would cost too much to decode is refused from its header alone.
"""

import math
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

import blurhash
import pi_heif
from PIL import Image, ImageFilter, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "HEIF")
FORMATS_OF_POSTS = (*FORMATS, "AVIF")
MOST_BYTES = 8 << 20
MOST_PIXELS = 40_000_000
"""More than the largest photo of an ordinary phone."""
LARGE, SMALL = 480, 96
"""Pixels on each side."""
FULL, PREVIEW = 2048, 640
"""Pixels on the longer side of pictures that keep their shape."""
MOST_BYTES_OF_POSTS = 16 << 20
PARTS_OF_BLUR = (4, 3)
COVER = (40, 40, 46, 255)
EDGE = 2
"""Pixels more on each side of what is covered."""
BLOCKS = 6
"""Of what is blurred so many colours are left along its longer side."""
FACES = (0.5, 0.4)
"""Where a square is cut from: in the middle, and a little above it."""
BROKEN = (OSError, SyntaxError, ValueError, EOFError, RuntimeError)
"""What Pillow raises on files that are not what they say; SyntaxError is its word for them.

RuntimeError is that of libheif, for a picture that is larger than its own header says, too.
"""

# As phones take pictures: the picture alone, without the others that may lie in the file.
pi_heif.register_heif_opener(
    thumbnails=False, aux_images=False, depth_images=False, decode_threads=1
)


class NotAPicture(Exception):
    """No JPEG, PNG, WebP, GIF or HEIC, or a broken one."""


class PictureTooLarge(Exception):
    """More bytes or more pixels than anybody needs."""


@dataclass(frozen=True, kw_only=True)
class Fitted:
    file: bytes
    """WebP."""
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class FittedPictures:
    full: Fitted
    preview: Fitted
    blurhash: str
    """A few colours to show until it has come: https://blurha.sh."""
    is_moving: bool
    """What came in was an animation; this is its first frame."""


@dataclass(frozen=True, kw_only=True)
class SquarePictures:
    """Both are WebP."""

    large: bytes
    small: bytes


def square_pictures(file: bytes) -> SquarePictures:
    """The first frame, upright. Raises NotAPicture or PictureTooLarge."""
    if len(file) > MOST_BYTES:
        raise PictureTooLarge
    with _opened(file, FORMATS) as picture:
        picture.draft("RGB", (2 * LARGE, 2 * LARGE))
        upright = ImageOps.exif_transpose(picture)
        square = ImageOps.fit(_flat(upright), (LARGE, LARGE), centering=FACES)
        small = square.resize((SMALL, SMALL), Image.Resampling.LANCZOS)
        return SquarePictures(large=_webp(square), small=_webp(small))


def fitted_pictures(file: bytes) -> FittedPictures:
    """The first frame, upright, in its own shape. Raises NotAPicture or PictureTooLarge."""
    if len(file) > MOST_BYTES_OF_POSTS:
        raise PictureTooLarge
    with _opened(file, FORMATS_OF_POSTS) as picture:
        is_moving = picture.format != "HEIF" and bool(getattr(picture, "is_animated", False))
        picture.draft("RGB", (2 * FULL, 2 * FULL))
        upright = ImageOps.exif_transpose(picture)
        full = upright.convert("RGBA" if upright.has_transparency_data else "RGB")
        full.thumbnail((FULL, FULL), Image.Resampling.LANCZOS)
        preview = full.copy()
        preview.thumbnail((PREVIEW, PREVIEW), Image.Resampling.LANCZOS)
        return FittedPictures(
            full=_fitted(full),
            preview=_fitted(preview),
            blurhash=_blurhash(preview),
            is_moving=is_moving,
        )


Part = tuple[float, float, float, float]
"""Left, top, right and bottom, in parts of width and height."""


def covered_pictures(file: bytes, solid: Sequence[Part], blurred: Sequence[Part]) -> FittedPictures:
    """What lay there cannot be made out again. Raises NotAPicture or PictureTooLarge."""
    with _opened(file, ("WEBP",)) as picture:
        full = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
        for part in blurred:
            _blur(full, _box(part, full))
        for part in solid:
            full.paste(COVER[: len(full.getbands())], _box(part, full))
    preview = full.copy()
    preview.thumbnail((PREVIEW, PREVIEW), Image.Resampling.LANCZOS)
    return FittedPictures(
        full=_fitted(full), preview=_fitted(preview), blurhash=_blurhash(preview), is_moving=False
    )


def _box(part: Part, picture: Image.Image) -> tuple[int, int, int, int]:
    """Whole pixels, a little more than was asked for."""
    left, top, right, bottom = part
    return (
        max(0, math.floor(left * picture.width) - EDGE),
        max(0, math.floor(top * picture.height) - EDGE),
        min(picture.width, math.ceil(right * picture.width) + EDGE),
        min(picture.height, math.ceil(bottom * picture.height) + EDGE),
    )


def _blur(picture: Image.Image, box: tuple[int, int, int, int]) -> None:
    """A blur alone can be undone to a degree: first all but a few colours go."""
    piece = picture.crop(box)
    by = BLOCKS / max(piece.size)
    few = piece.resize(
        (max(1, round(piece.width * by)), max(1, round(piece.height * by))), Image.Resampling.BOX
    )
    large = few.resize(piece.size, Image.Resampling.NEAREST)
    picture.paste(large.filter(ImageFilter.GaussianBlur(max(piece.size) / BLOCKS / 2)), box)


@contextmanager
def _opened(file: bytes, formats: tuple[str, ...]) -> Iterator[Image.Image]:
    """Whatever is wrong with the file, in the header or behind it, is a refusal."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            # Opening reads the header only.
            with Image.open(BytesIO(file), formats=formats) as picture:
                if picture.width * picture.height > MOST_PIXELS:
                    raise PictureTooLarge
                yield picture
    except Image.DecompressionBombError as bomb:
        raise PictureTooLarge from bomb
    except (UnidentifiedImageError, *BROKEN) as broken:
        raise NotAPicture from broken


def _fitted(picture: Image.Image) -> Fitted:
    return Fitted(file=_webp(picture), width=picture.width, height=picture.height)


def _blurhash(picture: Image.Image) -> str:
    tiny = _flat(picture).resize((32, 32))
    across, down = PARTS_OF_BLUR
    if picture.height > picture.width:
        across, down = down, across
    said: str = blurhash.encode(tiny, x_components=across, y_components=down)
    return said


def _flat(picture: Image.Image) -> Image.Image:
    """On white where it lets something through."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture.convert("RGBA"))
    return ground.convert("RGB")


def _webp(picture: Image.Image) -> bytes:
    # A new image has none of the metadata that Pillow would otherwise carry over.
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    out = BytesIO()
    bare.save(out, "WEBP", quality=82, method=4)
    return out.getvalue()
