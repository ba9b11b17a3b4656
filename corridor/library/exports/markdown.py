"""A tutorial as a text in Markdown."""

from collections.abc import Iterator

from django.conf import settings
from django.utils.translation import gettext as _

from corridor.algorithms.citations import Citable, plain
from corridor.algorithms.words_in_markdown import in_markdown, in_one_line
from corridor.library.queries import ReadPart, ReadTutorial


def markdown(read: ReadTutorial, cited: Citable) -> str:
    return "\n\n".join(piece for piece in _pieces(read, cited) if piece) + "\n"


def _pieces(read: ReadTutorial, cited: Citable) -> Iterator[str]:
    yield f"# {in_one_line(read.version.title)}"
    yield f"*{in_one_line(read.version.summary)}*" if read.version.summary else ""
    yield in_markdown(f"{cited.author}, {cited.published_on.isoformat()}, {cited.url}")
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
            f"{one.number}. {in_markdown(f'{one.words} {one.identifier.url}')}"
            for one in read.references
        )
    yield f"## {_('How to cite')}"
    yield in_markdown(plain(cited))


def _part(part: ReadPart, *, heading: str) -> Iterator[str]:
    yield f"### {heading}" if part.part.is_reveal else ""
    yield in_markdown(part.part.text)
    yield "\n".join(f"- {in_markdown(answer)}" for answer in part.answers)
    for picture in part.part.pictures.all():
        attachment = picture.attachment
        yield f"![{in_one_line(attachment.alt)}]({settings.PUBLIC_URL}{attachment.file.url})"
