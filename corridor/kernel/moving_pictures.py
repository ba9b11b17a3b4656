"""Video and sound that people send are hostile until ffmpeg made them anew.

What a file is, is read from its first bytes, and ffmpeg is told to read it as that and nothing
else: lists of other files, which ffmpeg would follow, are none of these. What comes out is MP4
without a word of what came in.
"""

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MOST_BYTES = 40 << 20
MOST_SECONDS = 300
MOST_PIXELS = 16_000_000
LONGEST_SIDE = 1280
PATIENCE = 240
"""Seconds that making one anew may take."""
HEAD = 16


class NotAMovingPicture(Exception):
    """No video or sound that is known here, or a broken one."""


class MovingPictureTooLarge(Exception):
    """More bytes or seconds than anybody needs, or too much work."""


class CannotMakeAnew(Exception):
    """There is no ffmpeg here."""


@dataclass(frozen=True, kw_only=True)
class Moving:
    is_video: bool
    seconds: float
    width: int
    height: int


def can_make_anew() -> bool:
    return bool(shutil.which("ffmpeg") and shutil.which("ffprobe"))


def container_of(head: bytes) -> str | None:
    """ffmpeg's name of what begins so; None of what is none of these."""
    if head[4:8] == b"ftyp" and head[8:12] not in PICTURES:
        return "mov"
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "wav"
    if head[:2] in {b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"}:
        return "mp3"
    if head[:2] in {b"\xff\xf1", b"\xff\xf9"}:
        return "aac"
    return next((name for start, name in STARTS.items() if head.startswith(start)), None)


PICTURES = {b"avif", b"avis", b"heic", b"heix", b"mif1", b"msf1"}
STARTS = {
    b"\x1aE\xdf\xa3": "matroska",
    b"OggS": "ogg",
    b"ID3": "mp3",
    b"fLaC": "flac",
    b"GIF8": "gif",
}


def make_anew(source: Path, target: Path, *, is_silent: bool = False) -> Moving:
    """`target` becomes an MP4 with what can be seen and heard in `source`.

    Raises CannotMakeAnew, NotAMovingPicture or MovingPictureTooLarge.
    """
    if not can_make_anew():
        raise CannotMakeAnew
    if source.stat().st_size > MOST_BYTES:
        raise MovingPictureTooLarge
    with source.open("rb") as file:
        container = container_of(file.read(HEAD))
    if container is None:
        raise NotAMovingPicture
    reading = ["-protocol_whitelist", "file", "-f", container]
    sent = _told(source, reading)
    if sent.seconds > MOST_SECONDS:
        raise MovingPictureTooLarge
    _run(
        [
            *("ffmpeg", "-nostdin", "-v", "error", "-y", "-threads", "1"),
            *("-max_alloc", str(256 << 20), "-max_pixels", str(MOST_PIXELS)),
            *reading,
            *("-i", str(source)),
            *(VIDEO if sent.is_video else ["-vn"]),
            *(["-an"] if is_silent else SOUND),
            *BARE,
            str(target),
        ]
    )
    return _told(target, ["-f", "mov"])


def first_frame(video: Path, target: Path) -> None:
    """Of what was made anew, as PNG. Raises NotAMovingPicture."""
    _run(
        [
            *("ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "mov", "-i", str(video)),
            *("-frames:v", "1", "-f", "image2", "-c:v", "png", str(target)),
        ]
    )


def frames(video: Path, folder: Path, *, most: int, seconds: float) -> list[Path]:
    """Of what was made anew, evenly over its time, as PNG. Raises NotAMovingPicture."""
    every = max(seconds / most, 1 / most)
    _run(
        [
            *("ffmpeg", "-nostdin", "-v", "error", "-y", "-f", "mov", "-i", str(video)),
            *("-vf", f"fps=1/{every:.3f}:round=up", "-frames:v", str(most)),
            *("-f", "image2", "-c:v", "png", str(folder / "frame%03d.png")),
        ]
    )
    return sorted(folder.glob("frame*.png"))


SCALE = (
    f"scale='min({LONGEST_SIDE},iw)':'min({LONGEST_SIDE},ih)'"
    ":force_original_aspect_ratio=decrease:force_divisible_by=2"
)
VIDEO = [
    *("-map", "0:v:0", "-vf", SCALE, "-pix_fmt", "yuv420p", "-fpsmax", "30"),
    *("-c:v", "libx264", "-preset", "veryfast", "-crf", "26"),
]
SOUND = ["-map", "0:a:0?", "-c:a", "aac", "-b:a", "128k", "-ac", "2"]
BARE = [
    *("-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn", "-fflags", "+bitexact"),
    *("-t", str(MOST_SECONDS), "-fs", str(MOST_BYTES), "-movflags", "+faststart", "-f", "mp4"),
]


def _told(file: Path, reading: list[str]) -> Moving:
    """Raises NotAMovingPicture."""
    said = json.loads(
        _run(
            [
                *("ffprobe", "-v", "error", *reading, "-of", "json"),
                *("-show_entries", "format=duration:stream=codec_type,width,height:"),
                *("-show_entries", "stream_disposition=attached_pic", str(file)),
            ]
        )
    )
    streams = said.get("streams", [])
    seen = next((one for one in streams if _is_video(one)), None)
    if seen is None and not any(one.get("codec_type") == "audio" for one in streams):
        raise NotAMovingPicture
    size = (0, 0) if seen is None else (int(seen.get("width", 0)), int(seen.get("height", 0)))
    if size[0] * size[1] > MOST_PIXELS:
        raise MovingPictureTooLarge
    return Moving(
        is_video=seen is not None,
        seconds=float(said.get("format", {}).get("duration", 0)),
        width=size[0],
        height=size[1],
    )


def _is_video(stream: dict[str, Any]) -> bool:
    """And not the picture on the cover of a record."""
    is_cover = bool(stream.get("disposition", {}).get("attached_pic"))
    return stream.get("codec_type") == "video" and not is_cover


def _run(command: list[str]) -> bytes:
    """Raises NotAMovingPicture or MovingPictureTooLarge."""
    try:
        done = subprocess.run(  # noqa: S603 - no shell, and every word is ours
            command, capture_output=True, timeout=PATIENCE, check=True
        )
    except subprocess.TimeoutExpired as slow:
        raise MovingPictureTooLarge from slow
    except subprocess.CalledProcessError as broken:
        raise NotAMovingPicture from broken
    return done.stdout
