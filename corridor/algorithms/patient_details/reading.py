"""A text while it is read: its sentences, and where cues begin in them."""

import re
from bisect import bisect_left, bisect_right

from corridor.algorithms.patient_details.folding import Folded
from corridor.algorithms.patient_details.pack import Condition, Pack

TOKEN = re.compile(r"[a-z0-9][a-z0-9'/-]{0,40}", re.ASCII)
SENTENCE_END = re.compile(r"[.!?]{1,3}[\"')]{0,2} (?=[A-Z0-9@#(\"'])|\n", re.ASCII)
LAST_WORD = re.compile(r"[A-Za-z.]{0,12}\Z", re.ASCII)
REACH = {"match": (0, 0), "before": (1, 0), "after": (0, 1), "near": (1, 1)}
"""Scope -> whether it looks back, and ahead."""
NO_SHORT_WORDS = frozenset({"i", "f", "m"})
"""One letter ends a sentence: \"she is 54 F.\""""


class Reading:
    def __init__(self, folded: Folded, pack: Pack, *, presumed: frozenset[str]) -> None:
        self.text = folded.text
        self.lower = folded.lower
        self._pack = pack
        self._presumed = presumed
        self._spans: dict[str, list[tuple[int, int]]] = {}
        self._starts: dict[str, list[int]] = {}
        self._words = self._cues_of_words()
        self._sentences = self._sentence_starts()

    def holds(self, condition: Condition, start: int, end: int) -> bool:
        """Whether one of the cues begins where the condition looks."""
        low, high = self._window(condition, start, end)
        is_wide = condition.scope in {"text", "sentence"}
        for name in condition.cues:
            if is_wide and name in self._presumed:
                return True
            starts = self._starts_of(name)
            place = bisect_left(starts, low)
            if place < len(starts) and starts[place] < high:
                return True
        return False

    def spans_of(self, name: str) -> list[tuple[int, int]]:
        if name not in self._spans:
            cue = self._pack.cues[name]
            found = [*self._words.get(name, ())]
            for pattern in cue.patterns:
                found += [match.span() for match in pattern.finditer(self.lower)]
            for pattern in cue.cased_patterns:
                found += [match.span() for match in pattern.finditer(self.text)]
            self._spans[name] = sorted(found)
        return self._spans[name]

    def _starts_of(self, name: str) -> list[int]:
        if name not in self._starts:
            self._starts[name] = [start for start, _ in self.spans_of(name)]
        return self._starts[name]

    def _window(self, condition: Condition, start: int, end: int) -> tuple[int, int]:
        if condition.scope == "text":
            return 0, len(self.text)
        if condition.scope == "sentence":
            place = bisect_right(self._sentences, start)
            return self._sentences[place - 1], self._sentences[place]
        back, ahead = REACH[condition.scope]
        if condition.scope == "after":
            start = end
        if condition.scope == "before":
            end = start
        return start - back * condition.within, end + ahead * condition.within

    def _cues_of_words(self) -> dict[str, list[tuple[int, int]]]:
        known = self._pack.cues_of_words
        found: dict[str, list[tuple[int, int]]] = {}
        for token in TOKEN.finditer(self.lower):
            word = token[0]
            names = known.get(word) or known.get(word.removesuffix("'s"))
            for name in names or ():
                found.setdefault(name, []).append(token.span())
        return found

    def _sentence_starts(self) -> list[int]:
        """With one more start behind the end of the text."""
        starts = [0]
        for end in SENTENCE_END.finditer(self.text):
            before = LAST_WORD.search(self.text, max(0, end.start() - 12), end.start())
            last = before[0].lower() if before else ""
            is_initial = len(last) == 1 and last not in NO_SHORT_WORDS
            is_short = is_initial or last in self._pack.words["abbreviations"]
            if end[0] == "\n" or not (end[0].startswith(". ") and is_short):
                starts.append(end.end())
        return [*starts, len(self.text) + 1]
