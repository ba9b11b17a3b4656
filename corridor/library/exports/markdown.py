"""A tutorial as a text in Markdown."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from corridor.algorithms.citations import Citable, plain
from corridor.library.queries import ReadPart, ReadTutorial


def markdown(read: ReadTutorial, cited: Citable) -> str:
    return "\n\n".join(piece for piece in _pieces(read, cited) if piece) + "\n"


def _pieces(read: ReadTutorial, cited: Citable) -> Iterator[str]:
    yield f"# {read.version.title}"
    yield f"*{read.version.summary}*" if read.version.summary else ""
    yield f"{cited.author}, {cited.published_on.isoformat()}, {cited.url}"
    for part in read.parts:
        yield from _part(part, heading=_("Answer")) if not part.is_covered else ()
    covered = [part for part in read.parts if part.is_covered]
    if covered:
        yield f"## {_('Answers')}"
    for part in covered:
        yield from _part(part, heading=str(part.number))
    if read.references:
        yield f"## {_('References')}"
        yield "\n".join(
            f"{one.number}. {f'{one.words} {one.identifier.url}'.strip()}"
            for one in read.references
        )
    yield f"## {_('How to cite')}"
    yield plain(cited).strip()


def _part(part: ReadPart, *, heading: str) -> Iterator[str]:
    yield f"### {heading}" if part.part.is_reveal else ""
    yield part.part.text
    yield "\n".join(f"- {answer}" for answer in part.answers)
    for picture in part.part.pictures.all():
        yield f"![{_one_line(picture.attachment.alt)}]({picture.attachment.file.url})"


def _one_line(words: str) -> str:
    return " ".join(words.replace("[", "(").replace("]", ")").split())
