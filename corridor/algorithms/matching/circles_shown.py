"""What a circle is told to people by: who sits in it, when it could meet, who else could join."""

from collections.abc import Iterator, Sequence

import numpy as np

from corridor.algorithms.matching.circles import FormedCircle
from corridor.algorithms.matching.circles_meeting import Meetings
from corridor.algorithms.matching.outcome import Circle, Joiner
from corridor.algorithms.matching.run_solve import Solved


def circles_of(
    led: Solved, formed: Sequence[FormedCircle], meetings: Meetings
) -> tuple[Circle, ...]:
    return tuple(
        _circle(number, led, circle, meetings) for number, circle in enumerate(formed, start=1)
    )


def _circle(number: int, led: Solved, circle: FormedCircle, meetings: Meetings) -> Circle:
    free, languages = meetings.shared(circle.mentors, circle.mentees)
    others = [
        Joiner(mentee=led.mentee(row).id, fit=fit)
        for row, fit in _suited(led, circle)
        if meetings.could_come(row, free, languages)
    ]
    return Circle(
        number=number,
        mentors=tuple(sorted(led.mentor(column).id for column in circle.mentors)),
        mentees=tuple(sorted(led.mentee(row).id for row in circle.mentees)),
        languages=tuple(sorted(languages)),
        free=free,
        could_join=tuple(sorted(others, key=lambda one: (-one.fit, one.mentee))),
    )


def _suited(led: Solved, circle: FormedCircle) -> Iterator[tuple[int, int]]:
    """Rows outside the circle that have all its mentors among their candidates, and the fit."""
    here = np.isin(led.market.mentor, circle.mentors)
    rows, fits = led.row_of_pair[here], led.priced.fit[here]
    count = np.bincount(rows, minlength=led.market.rows)
    total = np.bincount(rows, weights=fits, minlength=led.market.rows).astype(np.int64)
    count[list(circle.mentees)] = 0
    for row in np.flatnonzero(count == len(circle.mentors)).tolist():
        yield row, int(total[row]) // len(circle.mentors)
