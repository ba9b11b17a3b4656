"""How far one criterion is met, as an integer from 0 to 10,000, or None where it cannot be judged.

Two kinds of silence differ. Needs, interests and experience are things one has or has not:
a mentor who names none shares none. Specialty, stage, language and a week are things that
everybody has: where either has not said, nobody can judge, and the criterion does not count.
"""

from corridor.algorithms.matching.options import FULL_FIT, Options
from corridor.algorithms.matching.people import Mentee, Mentor, Person
from corridor.algorithms.matching.week import shared_minutes

ENOUGH_MINUTES = 240
"""Shared free time a week beyond which more does not help: a monthly hour is easily found in it."""

STAGE_SHARES = (2_000, 7_000, 10_000, 10_000, 10_000, 8_500, 7_000, 5_500, 4_000, 2_500, 1_000)
"""Share by rungs that the mentor stands above the mentee; 0 below her and beyond the last entry."""

LAST_CHOICE_SHARE = 1_000
CHOICE_STEP = 1_000
"""What each further place in a ranking takes off, down to ``LAST_CHOICE_SHARE``."""


def part_of(count: int, total: int) -> int | None:
    return count * FULL_FIT // total if total else None


def specialty_share(mentee: Mentee, mentor: Mentor) -> int | None:
    if not mentee.specialty or not mentor.specialty:
        return None
    return FULL_FIT if mentee.specialty == mentor.specialty else 0


def stage_share(mentee: Mentee, mentor: Mentor) -> int | None:
    if mentee.stage is None or mentor.stage is None:
        return None
    return share_of_rungs(mentor.stage - mentee.stage)


def share_of_rungs(rungs: int) -> int:
    return STAGE_SHARES[rungs] if 0 <= rungs < len(STAGE_SHARES) else 0


def time_share(mentee: Mentee, mentor: Mentor) -> int | None:
    minutes = shared_minutes(mentee.free, mentor.free)
    return None if minutes is None else share_of_minutes(minutes)


def share_of_minutes(minutes: int) -> int:
    return min(minutes, ENOUGH_MINUTES) * FULL_FIT // ENOUGH_MINUTES


def language_share(mentee: Mentee, mentor: Mentor, options: Options) -> int | None:
    """How many of the mentee's languages the mentor speaks.

    Where one shared language is a rule and she speaks one, every mentor left speaks it:
    counting it would lift every fit by the same points and tell nobody anything.
    """
    if (
        not mentee.languages
        or not mentor.languages
        or not weighs_language(mentee.languages, options)
    ):
        return None
    return part_of(len(mentee.languages & mentor.languages), len(mentee.languages))


def weighs_language(spoken: frozenset[str], options: Options) -> bool:
    return len(spoken) > 1 or not options.rules.shared_language


def choice_share(chooser: Person, chosen: Person) -> int | None:
    """Nothing for those outside the ranking; not judged for those who ranked nobody."""
    if not chooser.choices:
        return None
    place = place_of(chooser, chosen)
    return 0 if place is None else share_of_place(place)


def place_of(chooser: Person, chosen: Person) -> int | None:
    """Place in the chooser's ranking, from 1."""
    if chosen.id not in chooser.choices:
        return None
    return chooser.choices.index(chosen.id) + 1


def share_of_place(place: int) -> int:
    return max(LAST_CHOICE_SHARE, FULL_FIT - CHOICE_STEP * (place - 1))
