"""The people of a run as arrays, so that millions of pairs can be scored.

Positions of mentors are in an order of their own, by kind, specialty and lot; ``order``
leads back. Everything that takes few values is folded into categories of people, and what is
true of two categories is worked out once in ``tables``. The arrays are few and wide because
compiled code pays for every array that it is handed.
"""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from corridor.algorithms.matching.lottery import Keys
from corridor.algorithms.matching.market import Ints, Longs
from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.people import SLOTS_PER_WEEK

WORDS_PER_WEEK = -(-SLOTS_PER_WEEK // 64)

OF_NEEDS, OF_HOURS, OF_INSTITUTIONS, OF_CATEGORY, OF_SPECIALTY, OF_KEY = range(6)
"""Columns of ``outline``: a bit each for tags by number modulo 64, and for blocks of hours in
the first reference week; the category, with the number of interests in the upper half; the
class of hours, with the specialty in the upper half; and the key."""
OUTLINE_COLUMNS = 8
"""Filled up to what a processor fetches at once."""
OUTLINE_BITS = 64
SLOTS_PER_BLOCK = 12
"""Three hours: the blocks of a week fit into the bits of an outline."""

UNSAID = 0
"""Specialty or hours that were not given."""

CATEGORY, SPECIALTY, HOURS, NEEDS, INTERESTS, LIVED, RANKS = range(7)
"""Columns of ``said``; the last four count what was named, whether or not anybody has it."""

NEED, INTEREST, EXPERIENCE, INSTITUTION = range(4)
"""Kinds of tags, each an ascending list: needed or covered, wished for or lived."""
CHOICE, CHOICE_SHARE, CHOSEN_BY, CHOSEN_BY_SHARE, BARRED = range(4, 9)
"""Further lists of a mentee: mentors by position, and the shares that rankings give."""


class MenteeArrays(NamedTuple):
    """A row for each mentee, in the order given."""

    key: Keys
    said: Ints
    start: Longs
    """(mentees, lists + 1) where each of her lists begins in ``item``."""
    item: Ints
    outline: NDArray[np.uint64]
    """(mentees, 8) as for mentors."""

    def listed(self, row: int, kind: int) -> Ints:
        return self.item[self.start[row, kind] : self.start[row, kind + 1]]


class MentorArrays(NamedTuple):
    """A row for each mentor by position, and for each tag the positions that have it."""

    key: Keys
    said: Ints
    start: Longs
    item: Ints
    holder_start: Longs
    holder: Ints
    outline: NDArray[np.uint64]
    """(mentors, 8) what a search reads of many, side by side; see ``OF_NEEDS``."""
    week: NDArray[np.uint64]
    """(mentors, reference weeks x words) free quarters; neighbours are often read together."""
    needs: NDArray[np.uint64]
    hours: NDArray[np.uint64]
    """(mentors,) two columns of the outline once more: these are read of everybody."""
    specialty: Ints
    """(mentors,)"""
    per_interest: NDArray[np.float32]
    """(mentors,) what one shared interest is of all that the mentor named."""
    block: Ints
    """(blocks, 3) neighbours of one kind: its number, the first, and the one after the last."""
    kind_of_category: Ints
    """(categories,) alike in stage and in what they left out, so that the same criteria count."""

    def holders(self, tag: int) -> Ints:
        return self.holder[self.holder_start[tag] : self.holder_start[tag + 1]]


class MenteeCategories(NamedTuple):
    stage: Ints
    language: Ints
    roles: Ints
    top: Ints
    has_specialty: Ints
    has_hours: Ints
    has_needs: Ints
    has_interests: Ints
    has_choices: Ints
    has_shares: Ints


class MentorCategories(NamedTuple):
    stage: Ints
    language: Ints
    roles: Ints
    has_specialty: Ints
    has_hours: Ints
    has_choices: Ints


class Languages(NamedTuple):
    """By class of people with the same languages; class 0 has named none."""

    shared: Ints
    """(classes, classes) how many languages two classes share."""
    spoken: Ints
    counts: NDArray[np.bool_]
    """Whether language is weighed for a mentee of this class."""


@dataclass(frozen=True, kw_only=True)
class Population:
    options: Options
    order: Ints
    """(mentors,) the mentor, as given, at each position."""
    mentees: MenteeArrays
    mentors: MentorArrays
    mentee_categories: MenteeCategories
    mentor_categories: MentorCategories
    languages: Languages
    few_needs: bool
    """Every need has a bit of its own in the outlines."""
    weeks: NDArray[np.uint64]
    """(classes of hours, reference weeks x words) free quarters; class 0 has not said."""

    @property
    def rows(self) -> Longs:
        """Mentees with like ones side by side, in an order that does not depend on the file."""
        return np.lexsort((self.mentees.key, self.mentees.said[:, CATEGORY]))
