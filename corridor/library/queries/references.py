"""The list of references of a text: what it names, with what is known of it."""

from collections.abc import Iterable
from dataclasses import dataclass

from corridor.algorithms.references import Identifier, identifiers
from corridor.library.models import Reference


@dataclass(frozen=True, kw_only=True)
class ListedReference:
    number: int
    identifier: Identifier
    known: Reference | None

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
    found = identifiers("\n\n".join(texts))
    known = _known(found)
    return [
        ListedReference(number=number, identifier=one, known=known.get(one.value))
        for number, one in enumerate(found, start=1)
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
