"""The card of an achievement as a picture to share elsewhere, and the words that go with it."""

import io
import textwrap
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from PIL import Image, ImageDraw, ImageFont

if TYPE_CHECKING:
    from corridor.posts.models import Achievement

WIDE, HIGH, EDGE = 1200, 630, 80
PAPER, INK, QUIET, MARK = "#f0f2eb", "#0d231d", "#374b45", "#0e533b"
TITLE_SIZES = ((64, 30, 4), (52, 38, 5), (42, 47, 6))
"""Size of letters, letters in a line, lines: the first in which the title fits."""


def alt_text(achievement: "Achievement") -> str:
    facts = (
        achievement.about.display_name,
        f"{achievement.get_feat_display()}: {achievement.title}",
        _where_and_when(achievement),
    )
    return _("Card. %(facts)s.") % {"facts": ". ".join(fact for fact in facts if fact)}


def draw_card(achievement: "Achievement") -> bytes:
    """PNG."""
    picture = Image.new("RGB", (WIDE, HIGH), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 24, HIGH), fill=MARK)
    pen.text((EDGE, 70), str(achievement.get_feat_display()).upper(), font=_letters(30), fill=MARK)
    size, lines = _fitted(achievement.title)
    pen.multiline_text(
        (EDGE, 130), "\n".join(lines), font=_heading(size), fill=INK, spacing=size // 5
    )
    name = textwrap.shorten(achievement.about.display_name, 48, placeholder="…")
    pen.text((EDGE, HIGH - 170), name, font=_letters(44), fill=INK)
    below = textwrap.shorten(_where_and_when(achievement), 68, placeholder="…")
    pen.text((EDGE, HIGH - 105), below, font=_letters(30), fill=QUIET)
    file = io.BytesIO()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _where_and_when(achievement: "Achievement") -> str:
    when = achievement.happened_on
    facts = (achievement.place, date_format(when, "j F Y") if when else "", achievement.doi)
    return ", ".join(fact for fact in facts if fact)


def _fitted(title: str) -> tuple[int, list[str]]:
    for size, letters, most in TITLE_SIZES:
        lines = textwrap.wrap(title, letters)
        if len(lines) <= most:
            return size, lines
    size, letters, most = TITLE_SIZES[-1]
    return size, textwrap.wrap(title, letters, max_lines=most, placeholder="…")


@cache
def _letters(size: int) -> ImageFont.FreeTypeFont:
    return _face("fontpkg_fira_sans", "FiraSans-SemiBold.ttf", size)


@cache
def _heading(size: int) -> ImageFont.FreeTypeFont:
    return _face("fontpkg_zilla_slab", "ZillaSlab-SemiBold.ttf", size)


def _face(package: str, name: str, size: int) -> ImageFont.FreeTypeFont:
    content = (files(package) / "files" / name).read_bytes()
    return ImageFont.truetype(io.BytesIO(content), size)
