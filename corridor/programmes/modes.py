"""How a round's mode changes what goes into its runs; the engine knows nothing of modes.

- Best for everybody: as it is.
- Mentees rank: their choices outweigh all else, and only their view counts.
- Suggestions: everybody is given up to so many people, and a match needs a yes from both.
- Directors choose: nobody is matched but those whom a director put together.
"""

from dataclasses import replace

from corridor.algorithms.matching.options import MUST
from corridor.algorithms.matching.people import Criterion, Mentee, Mentor
from corridor.programmes.documents import Given

OTHERS_AT_MOST = 2
"""What any other criterion weighs where mentees rank; a must stays one."""


def as_mentees_rank(given: Given) -> Given:
    weights = {
        criterion: min(weight, OTHERS_AT_MOST)
        for criterion, weight in given.options.weights.items()
    }
    weights[Criterion.CHOICES] = MUST - 1
    return replace(given, options=replace(given.options, weights=weights, mentee_voice=100))


def as_suggestions(given: Given, *, at_most: int) -> Given:
    """Whoever has no place left is suggested to nobody."""
    return replace(
        given,
        mentees=tuple(_open_to(mentee, at_most) for mentee in given.mentees),
        mentors=tuple(_suggested_to(mentor, at_most) for mentor in given.mentors),
        options=replace(given.options, existing=frozenset()),
    )


def as_directors_choose(given: Given) -> Given:
    options = replace(given.options, places=len(given.options.pins), existing=frozenset())
    return replace(given, options=options)


def _open_to(mentee: Mentee, at_most: int) -> Mentee:
    wishes = {role: max(count, at_most) for role, count in mentee.wishes.items() if count}
    return replace(mentee, wishes=wishes)


def _suggested_to(mentor: Mentor, at_most: int) -> Mentor:
    if mentor.capacity <= mentor.carries:
        return mentor
    return replace(mentor, capacity=mentor.carries + at_most)
