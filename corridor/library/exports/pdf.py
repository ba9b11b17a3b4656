"""A tutorial as a PDF: title, author and language said, headings as bookmarks, alt texts kept."""

import io
import re
from contextlib import suppress
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from fpdf import FPDF
from fpdf.enums import XPos, YPos
from PIL import UnidentifiedImageError

from corridor.algorithms.citations import Citable, plain
from corridor.algorithms.references import with_addresses
from corridor.library.queries import ReadPart, ReadTutorial

if TYPE_CHECKING:
    from corridor.posts.models import Attachment

FACES = (
    ("Fira", "", "fontpkg_fira_sans", "FiraSans-Regular.ttf"),
    ("Fira", "B", "fontpkg_fira_sans", "FiraSans-SemiBold.ttf"),
    ("Zilla", "B", "fontpkg_zilla_slab", "ZillaSlab-SemiBold.ttf"),
)
TEXT, SMALL, HEADING, TITLE = 11, 9, 14, 22
LINE = 1.45
WIDEST = 120
POINT = 0.3528
"""Millimetres."""
URL = re.compile(r"(https?://[^\s<>\"]+[^\s<>\".,;:!?)\]}])")


class _Paper(FPDF):
    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Fira", size=SMALL)
        self.cell(0, 10, f"{self.page_no()}/{{nb}}", align="C")


def pdf(read: ReadTutorial, cited: Citable) -> bytes:
    paper = _paper(read, cited)
    _heading(paper, read.version.title, size=TITLE, level=0)
    _write(paper, f"{cited.author}, {cited.published_on.isoformat()}", size=SMALL)
    if read.version.summary:
        _write(paper, read.version.summary, bold=True)
    for part in read.parts:
        if not part.is_covered:
            _part(paper, part, heading=_("Answer"))
    covered = [part for part in read.parts if part.is_covered]
    if covered:
        _heading(paper, _("Answers"))
    for part in covered:
        _part(paper, part, heading=str(part.number))
    if read.references:
        _heading(paper, _("References"))
    for one in read.references:
        _write(paper, f"{one.number}. {one.words} {one.identifier.url}", size=SMALL)
    _heading(paper, _("How to cite"))
    _write(paper, plain(cited).strip(), size=SMALL)
    return bytes(paper.output())


def _paper(read: ReadTutorial, cited: Citable) -> _Paper:
    paper = _Paper(format="A4")
    for family, style, package, name in FACES:
        with as_file(files(package) / "files" / name) as path:
            paper.add_font(family, style, str(path))
    paper.set_title(read.version.title)
    paper.set_author(cited.author)
    paper.set_subject(read.version.summary)
    paper.set_lang(read.version.language or "en")
    paper.set_creator(cited.publisher)
    paper.set_margins(25, 22, 25)
    paper.set_auto_page_break(auto=True, margin=22)
    paper.add_page()
    return paper


def _part(paper: _Paper, part: ReadPart, *, heading: str) -> None:
    if part.part.is_reveal:
        _heading(paper, heading, size=TEXT + 1)
    _write(paper, with_addresses(part.part.text))
    for answer in part.answers:
        _write(paper, f"•  {answer}")
    for picture in part.part.pictures.all():
        _picture(paper, picture.attachment)


def _picture(paper: _Paper, attachment: "Attachment") -> None:
    """Its words stand below it too, for readers of programs that do not tell alt texts."""
    if attachment.kind == "image" and attachment.file:
        with suppress(FileNotFoundError, UnidentifiedImageError), attachment.file.open() as file:
            paper.image(
                io.BytesIO(file.read()),
                w=min(paper.epw, 120),
                alt_text=attachment.alt,
                keep_aspect_ratio=True,
            )
    _write(paper, attachment.alt, size=SMALL)


def _heading(paper: _Paper, words: str, *, size: int = HEADING, level: int = 1) -> None:
    paper.ln(3)
    paper.set_font("Zilla", "B", size=size)
    paper.start_section(words, level=level)
    paper.multi_cell(0, size * POINT * 1.2, words, align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
    paper.ln(2)


def _write(paper: _Paper, words: str, *, size: int = TEXT, bold: bool = False) -> None:
    paper.set_font("Fira", "B" if bold else "", size=size)
    height = size * POINT * LINE
    for piece in URL.split(words.strip()):
        paper.write(height, piece, link=piece if URL.fullmatch(piece) else "")
    paper.ln(height * 1.5)
