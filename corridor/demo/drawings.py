"""Pictures of the demo's posts: drawn here, of nobody, each with words for who does not see it."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 675
PAPER, INK, GREEN, ROSE, GOLD, BLUE = (
    "#fdfdfb",
    "#0d231d",
    "#0e533b",
    "#e9b7c4",
    "#f6c746",
    "#cfe3f2",
)


@dataclass(frozen=True, kw_only=True)
class Drawing:
    draw: Callable[[ImageDraw.ImageDraw], None]
    alt: str


def drawn(name: str) -> bytes:
    """As PNG."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    DRAWINGS[name].draw(ImageDraw.Draw(picture))
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _words(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)


def _trace(on: ImageDraw.ImageDraw) -> None:
    for place in range(0, WIDTH, 25):
        on.line([(place, 0), (place, HEIGHT)], fill=ROSE, width=3 if place % 125 == 0 else 1)
    for place in range(0, HEIGHT, 25):
        on.line([(0, place), (WIDTH, place)], fill=ROSE, width=3 if place % 125 == 0 else 1)
    beat = [
        (0, 0),
        (30, -18),
        (45, 0),
        (60, 12),
        (70, -190),
        (82, 60),
        (95, 0),
        (120, -34),
        (150, 0),
    ]
    line = [(start + x, 380 + y) for start in range(0, WIDTH, 150) for x, y in beat]
    on.line(line, fill=INK, width=5, joint="curve")


def _views(on: ImageDraw.ImageDraw) -> None:
    labels = ("lung", "heart", "belly, right", "belly, left", "vein")
    for number, label in enumerate(labels):
        left = 60 + number * 222
        on.pieslice([left - 60, 90, left + 250, 620], 60, 120, fill=GREEN, outline=INK, width=4)
        on.arc([left + 30, 300, left + 160, 380], 200, 340, fill=GOLD, width=8)
        on.text((left + 95, 610), f"{number + 1}  {label}", fill=INK, font=_words(28), anchor="mm")


def _river(on: ImageDraw.ImageDraw) -> None:
    on.rectangle([0, 0, WIDTH, 330], fill=GOLD)
    on.ellipse([880, 120, 1040, 280], fill=PAPER)
    on.rectangle([0, 300, WIDTH, 380], fill=GREEN)
    on.rectangle([0, 370, WIDTH, HEIGHT], fill=BLUE)
    for row in range(8):
        wave = [(x, 420 + row * 34 + 6 * math.sin(x / 60 + row)) for x in range(0, WIDTH, 12)]
        on.line(wave, fill=PAPER, width=4)
    on.polygon([(360, 500), (760, 500), (690, 575), (430, 575)], fill=INK)
    on.rectangle([540, 440, 580, 500], fill=ROSE)


def _curve(on: ImageDraw.ImageDraw) -> None:
    on.line([(110, 60), (110, 580), (1140, 580)], fill=INK, width=5)
    points = [(150 + number * 82, 560 - 400 * (1 - math.exp(-number / 4))) for number in range(12)]
    on.line(points, fill=GREEN, width=6, joint="curve")
    for x, y in points:
        on.ellipse([x - 11, y - 11, x + 11, y + 11], fill=GOLD, outline=INK, width=3)
    on.text((620, 630), "supervised scans, 1 to 12", fill=INK, font=_words(30), anchor="mm")
    on.text((140, 40), "found without being told", fill=INK, font=_words(30), anchor="lm")


def _list(on: ImageDraw.ImageDraw) -> None:
    lines = (
        "Diploma, translated",
        "Exam dates",
        "Two letters",
        "Visa interview",
        "A place to sleep",
    )
    for number, line in enumerate(lines):
        top = 70 + number * 115
        on.rounded_rectangle([110, top, 170, top + 60], 10, outline=GREEN, width=6)
        if number < len(lines) - 1:
            on.line([(122, top + 30), (138, top + 48), (160, top + 12)], fill=GREEN, width=8)
        on.text((210, top + 30), line, fill=INK, font=_words(44), anchor="lm")


DRAWINGS: Mapping[str, Drawing] = {
    "trace": Drawing(
        draw=_trace,
        alt="Drawn heart trace on pink squares: narrow, regular beats at about 150 a minute, with"
        " a small wave before each. It belongs to nobody.",
    ),
    "views": Drawing(
        draw=_views,
        alt="Five green ultrasound wedges in a row, numbered: lung, heart, belly right, belly left,"
        " vein. Each with one yellow arc where to look first.",
    ),
    "river": Drawing(
        draw=_river,
        alt="Drawing of a small boat on a wide river at sunset, forest behind it.",
    ),
    "curve": Drawing(
        draw=_curve,
        alt="Hand-drawn curve: over twelve supervised scans, how often the fascia was found without"
        " being told rises fast at first, then flattens.",
    ),
    "list": Drawing(
        draw=_list,
        alt="A list with boxes. Ticked: diploma translated, exam dates, two letters, visa"
        " interview."
        " Not ticked: a room.",
    ),
}
