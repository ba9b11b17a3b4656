"""What members are told of notes is what the code does."""

import re
from pathlib import Path

from corridor.algorithms import bridging
from corridor.algorithms.bridging import ranking, record
from corridor.context_notes import choices
from corridor.context_notes.actions.rank_notes import SMALL

MEMBERS = " ".join(Path("docs/using/context-notes.md").read_text().split())
ALGORITHM = " ".join(Path("docs/algorithms/bridging.md").read_text().split())
OPERATORS = " ".join(Path("docs/running/retractions.md").read_text().split())


def numbers(pattern, text):
    (found,) = re.findall(pattern, text)
    several = found if isinstance(found, tuple) else (found,)
    return tuple(int(one.replace(",", "")) for one in several)


def test_members_read_the_numbers_that_hold():
    hours = choices.ANSWER_FIRST.total_seconds() / 3600
    days = choices.SETTLES_AFTER.days
    assert numbers(r"at most (\d+) characters, at least", MEMBERS) == (choices.LONGEST_NOTE,)
    assert numbers(r"Your answer, at most (\d+) characters", MEMBERS) == (choices.LONGEST_ANSWER,)
    assert numbers(r"and (\d+) hours to answer", MEMBERS) == (hours,)
    assert numbers(r"(\d+) days after it could be rated", MEMBERS) == (days,)
    assert numbers(r"fewer than (\d+) people have rated (\d+) notes", MEMBERS) == (
        bridging.LEAST_RATERS,
        bridging.ACTIVE_RATINGS,
    )
    assert numbers(
        r"when (\d+) or more find it not helpful, and at least (\d+) times", MEMBERS
    ) == (
        ranking.LEAST_AWAY,
        ranking.TWICE,
    )
    assert numbers(
        r"write (\d+) notes a day\. .*?each (\d+) ratings .*?up to (\d+); .*?down to (\d+)\.",
        MEMBERS,
    ) == (record.TO_BEGIN_WITH, record.FOR_ONE_MORE, record.MOST, record.LEAST)


def test_the_page_of_the_algorithm_has_them_too():
    assert numbers(r"Below (\d+) active raters", ALGORITHM) == (bridging.LEAST_RATERS,)
    assert numbers(r"up to ([\d,]+) ratings within a minute", ALGORITHM) == (SMALL,)
    assert numbers(r"as it is after (\d+) days", ALGORITHM) == (choices.SETTLES_AFTER.days,)
    assert numbers(
        r"unhelpful \| there are fewer than (\d+) active raters, and (\d+) or more", ALGORITHM
    ) == (
        bridging.LEAST_RATERS,
        ranking.LEAST_AWAY,
    )
    assert numbers(r"within a minute of a change up to ([\d,]+) ratings", OPERATORS) == (SMALL,)
