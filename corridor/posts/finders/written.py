"""What is written in a picture, by the nets of PP-OCRv4, where `[ocr]` is installed.

Nothing leaves this process, and what was read is given back and never kept.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from PIL import Image

from corridor.algorithms import text_lines
from corridor.algorithms.text_lines import LineBox, Numbers
from corridor.posts.finders.nets import RUNTIME, asked, is_installed, model, session

PACKAGE = "rapidocr_onnxruntime"
WHERE = "models/ch_PP-OCRv4_det_infer.onnx"
WHERE_SHA256 = "d2a7720d45a54257208b1e13e36a8479894cb74155a5efe29462512d42f49da9"
WHAT = "models/ch_PP-OCRv4_rec_infer.onnx"
WHAT_SHA256 = "48fc40f24f6d2a207a2b1091d3437eb3cc3eb6b676dc3ef9c37384005483683b"
TILE, OVERLAP, MARGIN = 736, 96, 40
"""Pixels on each side: the memory that it takes does not grow with the picture."""
SHORTEST, LONGEST = 736, 2048
"""Pixels of the shorter side at least: small letters are made larger."""
HEIGHT, WIDEST = 48, 1600
"""Of a line, as the second net reads it."""
MOST_LINES = 120
SURE, VERY_SURE = 0.6, 0.97
TIGHTER = 0.1
"""Of its height: a line that is not read very surely is tried again without its margins."""
FEWEST_LETTERS = 2
MIDDLE = 0.5
"""Both nets were taught colours from -1 to 1."""


@dataclass(frozen=True, kw_only=True)
class Written:
    """A line, and the box around it in parts of the picture's width and height."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def can_read() -> bool:
    return is_installed(RUNTIME, PACKAGE)


def written_in(picture: Image.Image) -> list[Written]:
    """From top to bottom. Raises ModelIsAnother or NetFailed."""
    larger = _larger(picture.convert("RGB"))
    found = text_lines.lines(_likely(larger))[:MOST_LINES]
    read = [(line, _read(larger, line)) for line in found]
    return [_written(line, text, larger.size) for line, text in read if _is_text(text)]


def _is_text(text: str) -> bool:
    return sum(one.isalnum() for one in text) >= FEWEST_LETTERS


def _larger(picture: Image.Image) -> Image.Image:
    by = max(1.0, SHORTEST / min(picture.size))
    by = min(by, LONGEST / max(picture.size))
    if by == 1:
        return picture
    size = (max(1, round(picture.width * by)), max(1, round(picture.height * by)))
    return picture.resize(size, Image.Resampling.BICUBIC)


def _likely(picture: Image.Image) -> Numbers:
    """Piece by piece; where pieces overlap the likelier counts.

    At an edge of a piece a line looks cut off, and the net guesses: it is left to the next piece.
    """
    likely = np.zeros((picture.height, picture.width), dtype=np.float32)
    for top in _starts(picture.height):
        for left in _starts(picture.width):
            right, bottom = min(left + TILE, picture.width), min(top + TILE, picture.height)
            piece = Image.new("RGB", (TILE, TILE))
            piece.paste(picture.crop((left, top, right, bottom)))
            (answer,) = asked(_nets()[0], "x", _numbers(piece))
            first_row, first_column = top and MARGIN, left and MARGIN
            last_row = bottom - top - (MARGIN if bottom < picture.height else 0)
            last_column = right - left - (MARGIN if right < picture.width else 0)
            part = answer[0, 0, first_row:last_row, first_column:last_column]
            kept = likely[top:bottom, left:right][first_row:last_row, first_column:last_column]
            np.maximum(kept, part, out=kept)
    return likely


def _starts(side: int) -> list[int]:
    starts = [0]
    while starts[-1] + TILE < side:
        starts.append(min(starts[-1] + TILE - OVERLAP, max(0, side - TILE)))
    return starts


def _read(picture: Image.Image, line: LineBox) -> str:
    """As it stands, or turned where that is surer."""
    ways = [(0, 1, 2, 3), (2, 3, 0, 1)]
    if line.is_upright:
        ways = [(3, 0, 1, 2), (1, 2, 3, 0)]
    for way in ways:
        turned = LineBox(corners=_turned(line, way), sureness=line.sureness)
        best = _read_so(picture, turned)
        if best[1] < VERY_SURE:
            best = max(best, _read_so(picture, turned.tighter(by=TIGHTER)), key=lambda one: one[1])
        if best[1] >= SURE and _is_text(best[0]):
            return best[0]
    return ""


def _turned(line: LineBox, way: tuple[int, int, int, int]) -> Any:
    return tuple(line.corners[one] for one in way)


def _read_so(picture: Image.Image, line: LineBox) -> tuple[str, float]:
    first, second, third, fourth = line.corners
    wide = round(HEIGHT * line.width / max(1.0, line.height))
    size = (min(WIDEST, max(HEIGHT // 2, wide)), HEIGHT)
    corners = (*first, *fourth, *third, *second)
    cut = picture.transform(size, Image.Transform.QUAD, corners, Image.Resampling.BICUBIC)
    net, letters = _nets()[1:]
    (answer,) = asked(net, "x", _numbers(cut))
    return text_lines.read(answer[0], letters)


def _numbers(picture: Image.Image) -> Numbers:
    """Blue first, as both nets were taught."""
    colours = np.asarray(picture, dtype=np.float32)[:, :, ::-1] / 255
    return np.ascontiguousarray(((colours - MIDDLE) / MIDDLE).transpose(2, 0, 1)[None])


def _written(line: LineBox, text: str, size: tuple[int, int]) -> Written:
    across = [x / size[0] for x, _y in line.corners]
    down = [y / size[1] for _x, y in line.corners]
    return Written(
        text=text,
        left=max(0.0, min(across)),
        top=max(0.0, min(down)),
        right=min(1.0, max(across)),
        bottom=min(1.0, max(down)),
    )


@cache
def _nets() -> tuple[Any, Any, list[str]]:
    """Both nets, and the letters that the second knows. Raises ModelIsAnother."""
    where = session(model(PACKAGE, WHERE, sha256=WHERE_SHA256))
    what = session(model(PACKAGE, WHAT, sha256=WHAT_SHA256))
    letters = what.get_modelmeta().custom_metadata_map["character"].splitlines()
    return where, what, ["", *letters, " "]
