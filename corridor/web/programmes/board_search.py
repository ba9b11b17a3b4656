"""Finding a match among ten thousand by what its two people are called and do."""

from itertools import chain
from typing import TYPE_CHECKING

from corridor.algorithms.directory.words import is_found, words_asked, words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from corridor.web.programmes.shown import Party, Row


class BoardSearch:
    """With or without accents, each word by its beginning; each person is read once."""

    def __init__(self, text: str, party: "Callable[[str], Party]") -> None:
        self._asked = words_asked(text)
        self._party = party
        self._words: dict[str, tuple[str, ...]] = {}

    def finds(self, row: "Row") -> bool:
        two = row.proposal.mentee.profile.handle, row.proposal.mentor.profile.handle
        return is_found(chain(*map(self._words_of, two)), self._asked)

    def _words_of(self, handle: str) -> tuple[str, ...]:
        if handle not in self._words:
            self._words[handle] = words_of(self._party(handle))
        return self._words[handle]
