"""Beside the package `mentor-match`: 500 mentees, 500 mentors, its own rules, one round.

    python benchmarks/mentor_match.py

The package is installed under the name of another peer, `matching`, so it gets an environment
of its own beside ours, `.venv-mentor-match`, on the first run. Its sample is random people of
some organisations, grades and professions; ours are drawn the same way from a seed. Both sides
are timed from the people to the pairs.
"""

import json
import operator
import random
import subprocess
import sys
from pathlib import Path
from time import process_time
from typing import Any

ROOT = Path(__file__).parents[1]
ENVIRONMENT = ROOT / ".venv-mentor-match"
# Run as a script, this folder would stand in front with its own ``matching``.
sys.path[0] = str(ROOT)

from benchmarks.children import answer_of_child

PEOPLE = 500
GRADES, ORGANISATIONS, PROFESSIONS, TRAITS = 9, 6, 5, 7
ONE_GRADE, TWO_GRADES, SAME_PROFESSION, SHARED_TRAIT = 9, 12, 10, 6
"""Points of the rules that the package's own web service applies."""


def main() -> None:
    if "--theirs" in sys.argv:
        print(json.dumps(theirs(people("mentor"), people("mentee"))))
        return
    python = ENVIRONMENT / "bin" / "python"
    if not python.exists() and not install(python):
        print("mentor-match could not be installed: nothing to compare with")
        return
    peer: dict[str, Any] = answer_of_child(__file__, "--theirs", python=python)
    pairs, seconds = ours(people("mentor"), people("mentee"))
    print(f"\n{PEOPLE} mentees, {PEOPLE} mentors, one place each, one round")
    print(f"{'':16}{'CPU s':>9}{'ratio':>8}{'pairs':>8}{'score':>8}")
    total = score_of(pairs)
    print(f"{'corridor':16}{seconds:9.3f}{1:8.1f}{len(pairs):8}{total:8}")
    theirs_total = score_of(peer["pairs"])
    ratio = peer["seconds"] / seconds
    print(f"{'mentor-match':16}{peer['seconds']:9.3f}{ratio:8.1f}", end="")
    print(f"{len(peer['pairs']):8}{theirs_total:8}{'' if total == theirs_total else ' DIFFERS'}")


def install(python: Path) -> bool:
    subprocess.run([sys.executable, "-m", "venv", ENVIRONMENT], check=True)  # noqa: S603
    pip = [python, "-m", "pip", "install", "--quiet", "mentor-match==7.0.1"]
    return subprocess.run(pip, check=False).returncode == 0  # noqa: S603


def people(role: str) -> list[dict[str, Any]]:
    rng = random.Random(f"{role} 0")
    return [
        {
            "email": f"{role}-{number}",
            "grade": rng.randrange(GRADES),
            "organisation": f"organisation {rng.randrange(ORGANISATIONS)}",
            "profession": f"profession {rng.randrange(PROFESSIONS)}",
            "role": f"trait {rng.randrange(TRAITS)}",
        }
        for number in range(PEOPLE)
    ]


def theirs(mentors: list[dict[str, Any]], mentees: list[dict[str, Any]]) -> dict[str, Any]:
    """Runs in the package's own environment."""
    from matching import process  # noqa: PLC0415 - here it is mentor-match
    from matching.mentee import Mentee  # noqa: PLC0415
    from matching.mentor import Mentor  # noqa: PLC0415
    from matching.rules import rule as rules  # noqa: PLC0415

    wanted = [
        rules.Disqualify(rules.Equivalent("organisation").evaluate),
        rules.Disqualify(rules.Grade(2, operator.gt).evaluate),
        rules.Disqualify(rules.Grade(0, operator.le).evaluate),
        rules.Grade(1, operator.eq, {True: ONE_GRADE, False: 0}),
        rules.Grade(2, operator.eq, {True: TWO_GRADES, False: 0}),
        rules.Equivalent("profession", {True: SAME_PROFESSION, False: 0}),
        rules.Equivalent("role", {True: SHARED_TRAIT, False: 0}),
    ]
    began = process_time()
    matched, _ = process.process_data(
        [Mentor(**each) for each in mentors], [Mentee(**each) for each in mentees], [wanted]
    )
    return {
        "seconds": process_time() - began,
        "pairs": [(mentor.email, hers.email) for mentor in matched for hers in mentor.mentees],
    }


def ours(
    mentors: list[dict[str, Any]], mentees: list[dict[str, Any]]
) -> tuple[list[tuple[str, str]], float]:
    import numpy as np  # noqa: PLC0415 - the package's environment has neither

    from corridor.algorithms.matching.assignment import assign  # noqa: PLC0415
    from corridor.algorithms.matching.market import Market  # noqa: PLC0415

    def solved() -> list[tuple[str, str]]:
        mentor = {name: np.array([each[name] for each in mentors]) for name in mentors[0]}
        mentee = {name: np.array([each[name] for each in mentees])[:, None] for name in mentees[0]}
        above = mentor["grade"] - mentee["grade"]
        same = {
            name: mentor[name] == mentee[name] for name in ("organisation", "profession", "role")
        }
        score = np.where(above == 1, ONE_GRADE, TWO_GRADES)
        score = score + SAME_PROFESSION * same["profession"] + SHARED_TRAIT * same["role"]
        row, column = np.nonzero(~same["organisation"] & (above > 0) & (above <= 2))
        market = Market(
            start=np.searchsorted(row, np.arange(PEOPLE + 1)),
            mentor=column.astype(np.int32),
            # The package seeks the highest score; more pairs count only where scores are equal.
            worth=score[row, column] * 2 * PEOPLE,
            reward=np.ones(PEOPLE, dtype=np.int64),
            slot_start=np.arange(PEOPLE + 1),
            slot_cost=np.zeros(PEOPLE, dtype=np.int64),
        )
        given = assign(market).mentor
        return [
            (mentors[given[row]]["email"], mentees[row]["email"])
            for row in np.flatnonzero(given >= 0)
        ]

    solved()  # compiled and imported
    began = process_time()
    pairs = solved()
    return pairs, process_time() - began


def score_of(pairs: list[tuple[str, str]]) -> int:
    """Counted anew from the rules, for either side alike."""
    mentors = {each["email"]: each for each in people("mentor")}
    mentees = {each["email"]: each for each in people("mentee")}
    total = 0
    for mentor, mentee in ((mentors[one], mentees[other]) for one, other in pairs):
        above = mentor["grade"] - mentee["grade"]
        assert mentor["organisation"] != mentee["organisation"]
        assert above in {1, 2}
        total += ONE_GRADE if above == 1 else TWO_GRADES
        total += SAME_PROFESSION * (mentor["profession"] == mentee["profession"])
        total += SHARED_TRAIT * (mentor["role"] == mentee["role"])
    return total


if __name__ == "__main__":
    main()
