"""Whom a mentor has already: earlier matches of this programme are among them, and count once."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import replace

from corridor.algorithms.matching.options import Pair
from corridor.algorithms.matching.people import Mentor
from corridor.programmes.intake.people import Intake


def without_counting_twice(
    intake: Intake, existing: Collection[Pair]
) -> tuple[Sequence[Mentor], int]:
    """Mentors who carry only whom they have elsewhere, and how many mentees were counted twice.

    A mentee whose match may go on takes a place of her own in this run, so she is not carried
    as well. What a mentor carries never falls below those she has in other programmes.
    """
    kept = Counter(pair.mentor for pair in existing)
    twice = {
        mentor.id: min(kept[mentor.id], mentor.carries - intake.elsewhere.get(mentor.id, 0))
        for mentor in intake.mentors
        if mentor.id in kept
    }
    mentors = [
        replace(mentor, carries=mentor.carries - twice[mentor.id])
        if twice.get(mentor.id)
        else mentor
        for mentor in intake.mentors
    ]
    return mentors, sum(twice.values())
