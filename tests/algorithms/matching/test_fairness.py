import ast
from pathlib import Path

import pytest

import corridor.algorithms.matching
from corridor.algorithms.matching.fairness import audit_groups, fairness
from corridor.algorithms.matching.outcome import Compatibility, GroupAudit, Load, Match
from corridor.algorithms.matching.people import Role


def match(mentee: str, *, fit: int = 6_000, by_experience: bool = False) -> Match:
    return Match(
        mentee=mentee,
        mentor="osei",
        role=Role.MENTOR,
        fit=fit,
        compatibility=Compatibility(fit=fit, parts=(), reasons=()),
        mentee_choice=None,
        mentor_choice=None,
        place=1,
        capacity=1,
        is_kept=False,
        is_pinned=False,
        by_experience=by_experience,
        contest=0,
    )


def load(mentor: str, *, capacity: int, carried: int = 0, given: int = 0) -> Load:
    return Load(mentor=mentor, capacity=capacity, carried=carried, given=given, by_experience=0)


def audit(sizes: dict[str, int], matched: dict[str, int], **settings: int) -> GroupAudit:
    """One column with so many people a group, of whom so many matched."""
    values = {f"{group} {n}": group for group, people in sizes.items() for n in range(people)}
    matches = [match(f"{group} {n}") for group, count in matched.items() for n in range(count)]
    (found,) = audit_groups({"schooling": values}, values, matches, **settings)
    return found


def shown(found: GroupAudit) -> dict[str, tuple[int | None, int | None]]:
    return {group.group: (group.people, group.matched) for group in found.groups}


def test_the_match_rates_of_two_groups_are_set_against_each_other():
    found = audit({"first": 20, "later": 20}, {"first": 12, "later": 16})

    assert shown(found) == {"first": (20, 12), "later": (20, 16)}
    assert found.ratio == pytest.approx(0.75)
    # Two-sided p of (12, 8) against (16, 4), from the hypergeometric table by hand.
    assert found.exact_p == pytest.approx(0.3008, abs=1e-4)


def test_a_group_of_ten_is_hidden_and_so_is_the_next_smallest():
    found = audit({"a": 10, "b": 30, "c": 40}, {"a": 5, "b": 20, "c": 30})

    assert shown(found) == {"a": (None, None), "b": (None, None), "c": (40, 30)}
    assert found.ratio is None
    assert found.exact_p is None


def test_a_group_of_eleven_is_shown():
    found = audit({"a": 11, "b": 30}, {"a": 11, "b": 20})

    assert shown(found) == {"a": (11, 11), "b": (30, 20)}


def test_hidden_groups_together_are_no_small_group_either():
    found = audit({"a": 2, "b": 3, "c": 30, "d": 40}, {})

    assert shown(found) == {"a": (None, None), "b": (None, None), "c": (None, None), "d": (40, 0)}


def test_nothing_is_shown_where_every_group_would_give_another_away():
    found = audit({"a": 4, "b": 30}, {"a": 4, "b": 3})

    assert shown(found) == {"a": (None, None), "b": (None, None)}


def test_a_hidden_group_shows_no_interval_and_no_fit():
    found = audit({"a": 4, "b": 30}, {"a": 4, "b": 3})

    hidden = found.groups[0]
    assert (hidden.rate_low, hidden.rate_high, hidden.mean_fit) == (None, None, None)


def test_the_mean_fit_of_fewer_than_eleven_matched_people_is_not_shown():
    found = audit({"a": 30, "b": 30}, {"a": 10, "b": 11})

    assert [group.mean_fit for group in found.groups] == [None, 6_000]


def test_a_director_may_raise_or_lower_the_smallest_group_shown():
    found = audit({"a": 3, "b": 4}, {"a": 3, "b": 1}, smallest_shown=3)

    assert shown(found) == {"a": (3, 3), "b": (4, 1)}


def test_those_who_did_not_say_are_a_group_that_is_compared_with_nobody():
    values = {f"n {n}": "" for n in range(20)} | {f"a {n}": "a" for n in range(20)}
    mentees = [*values, *(f"silent {n}" for n in range(5))]

    (found,) = audit_groups({"schooling": values}, mentees, [])

    assert shown(found) == {"": (25, 0), "a": (20, 0)}
    assert found.ratio is None


def test_a_mentee_with_two_mentors_counts_once_with_her_mean_fit():
    values = {f"a {n}": "a" for n in range(11)}
    matches = [match(one, fit=fit) for one in values for fit in (4_000, 8_000)]

    (found,) = audit_groups({"schooling": values}, values, matches)

    assert shown(found) == {"a": (11, 11)}
    assert found.groups[0].mean_fit == 6_000


def test_load_counts_what_a_mentor_carries_already():
    found = fairness(
        [match("amara", by_experience=True), match("bilal"), match("chen"), match("dara")],
        [
            load("osei", capacity=4, carried=2, given=2),
            load("lindqvist", capacity=4),
            load("mbeki", capacity=2, given=1),
            load("retired", capacity=0),
        ],
    )

    assert found.max_load == 4
    assert found.median_load == 0.5
    assert found.busiest == "osei"
    assert found.experience_share == 0.25
    # Utilisation 0, 0.5, 1: (-2*0 + 0*0.5 + 2*1) / (3*1.5)
    assert found.gini == pytest.approx(4 / 9)


def test_nobody_is_busiest_where_nobody_carries_anything():
    found = fairness([], [load("osei", capacity=2)])

    assert found.busiest is None
    assert (found.max_load, found.median_load, found.gini) == (0, 0.0, 0.0)


def test_nothing_that_scores_or_solves_imports_the_audit():
    folder = Path(corridor.algorithms.matching.__file__).parent
    importers = {
        path.stem
        for path in folder.glob("*.py")
        if any("fairness" in name for name in _imported(path))
    }

    assert importers == {"run"}


def _imported(path: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    whole = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return whole | {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
