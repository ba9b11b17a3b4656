"""Pictures that people send are hostile until they are made anew from their pixels.

What comes out is a square WebP without a word of what came in: no camera, no place, no second
file behind the picture. What would cost too much to decode is refused from its header alone.
"""

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MOST_BYTES = 8 << 20
MOST_PIXELS = 40_000_000
"""More than the largest photo of an ordinary phone."""
LARGE, SMALL = 480, 96
"""Pixels on each side."""
FACES = (0.5, 0.4)
"""Where a square is cut from: in the middle, and a little above it."""
BROKEN = (OSError, SyntaxError, ValueError, EOFError, Image.DecompressionBombError)
"""What Pillow raises on files that are not what they say; SyntaxError is its word for them."""


class NotAPicture(Exception):
    """No JPEG, PNG, WebP or GIF, or a broken one."""


class PictureTooLarge(Exception):
    """More bytes or more pixels than anybody needs."""


@dataclass(frozen=True, kw_only=True)
class SquarePictures:
    """Both are WebP."""

    large: bytes
    small: bytes


def square_pictures(file: bytes) -> SquarePictures:
    """The first frame, upright. Raises NotAPicture or PictureTooLarge."""
    if len(file) > MOST_BYTES:
        raise PictureTooLarge
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return _drawn(file)
    except (UnidentifiedImageError, *BROKEN) as broken:
        raise NotAPicture from broken


def _drawn(file: bytes) -> SquarePictures:
    # Opening reads the header only.
    with Image.open(BytesIO(file), formats=FORMATS) as picture:
        if picture.width * picture.height > MOST_PIXELS:
            raise PictureTooLarge
        picture.draft("RGB", (2 * LARGE, 2 * LARGE))
        upright = ImageOps.exif_transpose(picture)
        square = ImageOps.fit(_flat(upright), (LARGE, LARGE), centering=FACES)
    return SquarePictures(
        large=_webp(square), small=_webp(square.resize((SMALL, SMALL), Image.Resampling.LANCZOS))
    )


def _flat(picture: Image.Image) -> Image.Image:
    """On white where it lets something through."""
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    ground = Image.new("RGBA", picture.size, "white")
    ground.alpha_composite(picture.convert("RGBA"))
    return ground.convert("RGB")


def _webp(picture: Image.Image) -> bytes:
    # A new image has none of the metadata that Pillow would otherwise carry over.
    bare = Image.new("RGB", picture.size)
    bare.paste(picture)
    out = BytesIO()
    bare.save(out, "WEBP", quality=82, method=4)
    return out.getvalue()
