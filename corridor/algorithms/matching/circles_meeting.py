"""When, and in what language, a circle could meet: everybody in it, its mentors too.

A circle meets together, so where the programme asks two people for hours and a language in
common, a circle needs one stretch of time and one language for all. Who did not say is asked
for nothing. The stretch may be another one in each reference week.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import reduce
from operator import and_

from corridor.algorithms.matching.options import Rules
from corridor.algorithms.matching.people import SLOTS_PER_WEEK, Person
from corridor.algorithms.matching.week import MINUTES_PER_SLOT

ALWAYS = (1 << SLOTS_PER_WEEK) - 1
ANY_LANGUAGE = ""
"""Where nobody is asked for one, or nobody said any."""

Score = Callable[[Sequence[int]], tuple[int, ...]]
"""How good it would be to choose from these people."""


class Meetings:
    def __init__(self, mentees: Sequence[Person], mentors: Sequence[Person], rules: Rules) -> None:
        self._mentees, self._mentors = mentees, mentors
        self._slots = -(-rules.overlap_minutes // MINUTES_PER_SLOT)
        self._rules = rules
        people = (*mentees, *mentors)
        self._weeks = max((len(one.free) for one in people), default=0) if self._slots else 0

    def together(self, columns: Sequence[int], rows: Sequence[int], score: Score) -> list[int]:
        """Those of ``rows`` who could all meet with these mentors, the most by ``score``."""
        mentors = [self._mentors[column] for column in columns]
        best: list[int] = []
        for language in self._languages(mentors, rows):
            found = [row for row in rows if _speaks(self._mentees[row], language)]
            for week in range(self._weeks):
                found = self._in_week(week, mentors, found, score)
            if not best or score(found) > score(best):
                best = found
        return best

    def shared(
        self, columns: Sequence[int], rows: Sequence[int]
    ) -> tuple[tuple[int, ...], set[str]]:
        """Quarters in which all of these are free, by week, and the languages that all speak.

        Who did not say is not counted; both are empty where nobody said.
        """
        people = [
            *(self._mentors[column] for column in columns),
            *(self._mentees[row] for row in rows),
        ]
        masks = [one.free for one in people if one.free]
        said = [set(one.languages) for one in people if one.languages]
        free = tuple(reduce(and_, week) for week in zip(*masks, strict=True))
        return free, set.intersection(*said) if said else set()

    def could_come(self, row: int, free: Sequence[int], languages: Collection[str]) -> bool:
        """Whether somebody more leaves everybody a stretch and a language in common."""
        one = self._mentees[row]
        speaks = not (languages and one.languages and self._rules.shared_language)
        if not speaks and one.languages.isdisjoint(languages):
            return False
        if not (free and one.free and self._slots):
            return True
        weeks = zip(free, one.free, strict=True)
        return all(_stretches(mine & yours, self._slots) for mine, yours in weeks)

    def _languages(self, mentors: Sequence[Person], rows: Sequence[int]) -> Iterator[str]:
        said = [one.languages for one in mentors if one.languages]
        if not self._rules.shared_language:
            yield ANY_LANGUAGE
        elif said:
            yield from sorted(frozenset.intersection(*said))
        else:
            spoken = frozenset[str]().union(*(self._mentees[row].languages for row in rows))
            yield from sorted(spoken) or [ANY_LANGUAGE]

    def _in_week(
        self, week: int, mentors: Sequence[Person], rows: Sequence[int], score: Score
    ) -> list[int]:
        free = ALWAYS
        for one in mentors:
            free &= one.free[week] if one.free else ALWAYS
        begin = _stretches(free, self._slots)
        starts = [
            _stretches(one.free[week], self._slots) if (one := self._mentees[row]).free else ALWAYS
            for row in rows
        ]
        best: list[int] = []
        tried = set[tuple[int, ...]]()
        for slot in range(SLOTS_PER_WEEK):
            if not begin >> slot & 1:
                continue
            found = [row for row, own in zip(rows, starts, strict=True) if own >> slot & 1]
            if tuple(found) not in tried:
                tried.add(tuple(found))
                if not best or score(found) > score(best):
                    best = found
        return best


def _speaks(person: Person, language: str) -> bool:
    return language == ANY_LANGUAGE or not person.languages or language in person.languages


def _stretches(free: int, slots: int) -> int:
    """The quarters at which a stretch could begin; the week goes round."""
    begin = free
    for ahead in range(1, slots):
        begin &= (free >> ahead) | (free << (SLOTS_PER_WEEK - ahead) & ALWAYS)
    return begin
