"""Finding the person that a cell names: by id, by e-mail or by name."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from django.utils.translation import gettext as _

from corridor.programmes.intake.fields import plain

NEAR = 0.6
TOO_NEAR = 0.85
"""So alike that the writer must have meant this person."""
MOST_COMPARED = 20_000
"""People among whom a misspelt name is looked for: beyond, it takes too long."""

TITLES = {"dr", "prof", "professor", "doctor", "mr", "mrs", "ms", "mx", "md", "phd"}


class Stranger(ValueError):
    """Nobody, or more than one person, goes by this name; ``args[0]`` says so."""

    def __init__(self, text: str, *, is_misspelt: bool) -> None:
        super().__init__(text)
        self.is_misspelt = is_misspelt
        """Somebody has a name so near that a slip is likely."""


class Directory:
    """Everybody on one side."""

    def __init__(self, side: str) -> None:
        self._side = side
        self._ids: set[str] = set()
        self._by_key: dict[str, str] = {}
        self._ids_of_name: dict[str, list[str]] = {}
        self._shown: dict[str, str] = {}

    def add(self, one: str, *, name: str, email: str) -> None:
        name = name or one
        self._ids.add(one)
        self._by_key[one.casefold()] = one
        self._shown[one.casefold()] = name
        if email:
            self._by_key.setdefault(email.casefold(), one)
        for known_as in {name_words(name), plain(name)} - {""}:
            ids = self._ids_of_name.setdefault(known_as, [])
            if one not in ids:
                ids.append(one)
            self._shown[known_as] = name

    def find(self, text: str) -> str:
        """Raises Stranger."""
        if text in self._ids:
            return text
        by_key = self._by_key.get(text.casefold())
        if by_key is not None:
            return by_key
        ids = self._ids_of_name.get(plain(text)) or self._ids_of_name.get(name_words(text)) or []
        if len(ids) == 1:
            return ids[0]
        if ids:
            raise Stranger(
                _("“%(name)s” is the name of several people: write %(ids)s.")
                % {"name": text, "ids": _(" or ").join(sorted(ids)[:5])},
                is_misspelt=True,
            )
        raise self._nobody(text)

    def _nobody(self, text: str) -> Stranger:
        near = self._nearest(text)
        message = _("“%(name)s” is no %(side)s in this round.") % {
            "name": text[:60],
            "side": self._side,
        }
        if not near:
            return Stranger(message, is_misspelt=False)
        hint = _(" The nearest is “%(near)s”.") % {"near": near}
        alike = SequenceMatcher(None, text.casefold(), near.casefold()).ratio()
        return Stranger(message + hint, is_misspelt=alike >= TOO_NEAR)

    def _nearest(self, text: str) -> str:
        known = [*self._ids_of_name, *self._by_key]
        if len(known) > MOST_COMPARED:
            return ""
        near = get_close_matches(name_words(text) or text.casefold(), known, n=1, cutoff=NEAR)
        return self._shown.get(near[0], near[0]) if near else ""


class Sides(NamedTuple):
    mentees: Directory
    mentors: Directory

    @classmethod
    def of_ids(cls, mentees: Iterable[str], mentors: Iterable[str]) -> "Sides":
        """People of whom nothing but the id is known."""
        sides = cls(Directory(_("mentee")), Directory(_("mentor")))
        for directory, ids in zip(sides, (mentees, mentors), strict=True):
            for one in ids:
                directory.add(one, name="", email="")
        return sides


def name_words(name: str) -> str:
    """A name without titles: “Prof. Dr Ngozi Eze, MD” and “Ngozi Eze” are one."""
    return " ".join(word for word in plain(name).split() if word not in TITLES)
