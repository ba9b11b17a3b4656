"""The list of references of a text: what it names, with what is known of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from corridor.algorithms.references import Identifier, identifiers
from corridor.algorithms.retractions import Notice
from corridor.library.models import Reference
from corridor.library.queries.retractions import notices_on, words_of


@dataclass(frozen=True, kw_only=True)
class ListedReference:
    number: int
    identifier: Identifier
    known: Reference | None
    notice: Notice | None = None
    """That it was retracted, or is doubted."""

    @property
    def notice_words(self) -> str:
        return "" if self.notice is None else words_of(self.notice)

    @property
    def words(self) -> str:
        """As a list has them; the number alone where nothing else is known."""
        if self.known is None or not self.known.title:
            return ""
        year = str(self.known.year) if self.known.year else ""
        where = " ".join(piece for piece in (self.known.journal, year) if piece)
        pieces = (self.known.authors.rstrip("."), self.known.title.rstrip("."), where)
        return " ".join(f"{piece}." for piece in pieces if piece)


def references_in(texts: Iterable[str]) -> list[ListedReference]:
    """Numbered in the order in which they are first named."""
    (listed,) = references_of(["\n\n".join(texts)])
    return listed


def references_of(texts: Sequence[str]) -> list[list[ListedReference]]:
    """Of several texts that stand apart, each with its own numbers: two queries for all."""
    found = [identifiers(text) for text in texts]
    works = [one for several in found for one in several]
    known, notices = _known(works), notices_on(works)
    return [
        [
            ListedReference(
                number=number,
                identifier=one,
                known=known.get(one.value),
                notice=notices.get(one),
            )
            for number, one in enumerate(several, start=1)
        ]
        for several in found
    ]


def unknown_dois(texts: Iterable[str]) -> list[str]:
    """Those that nobody asked Crossref about."""
    found = identifiers("\n\n".join(texts))
    known = _known(found)
    return [one.value for one in found if one.kind == "doi" and one.value not in known]


def _known(found: Iterable[Identifier]) -> dict[str, Reference]:
    dois = [one.value for one in found if one.kind == "doi"]
    if not dois:
        return {}
    return {one.doi: one for one in Reference.objects.filter(doi__in=dois).order_by("doi")}
