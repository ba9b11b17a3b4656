"""Networks small enough to count by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from corridor.algorithms.developer_networks import Developer, covered, measures

MENTOR = Developer(key="r1", arena="work", strength=3, needs=frozenset({"research"}))
AUNT = Developer(
    key="n1", arena="family", strength=2, needs=frozenset({"identity"}), knows=frozenset({"n2"})
)
FRIEND = Developer(key="n2", arena="family", knows=frozenset({"n1"}))


def test_three_people_of_two_arenas_of_whom_one_pair_knows_each_other():
    found = measures([MENTOR, AUNT, FRIEND], is_said_who_knows=True)

    assert (found.size, found.arenas, found.strength) == (3, 2, 2.5)
    assert found.density == pytest.approx(1 / 3)


def test_where_nobody_said_who_knows_whom_there_is_no_density():
    assert measures([MENTOR, AUNT], is_said_who_knows=False).density is None
    assert measures([AUNT], is_said_who_knows=True).density is None
    assert measures([], is_said_who_knows=True).strength is None


def test_what_nobody_helps_with_is_a_gap():
    assert covered([MENTOR, AUNT], ["research", "sponsor"]) == {"research": ("r1",), "sponsor": ()}


KEYS = some.sampled_from("abcdef")


@given(knows=some.dictionaries(KEYS, some.frozensets(KEYS)))
def test_density_lies_between_none_and_all(knows):
    several = [Developer(key=key, knows=others) for key, others in knows.items()]

    found = measures(several, is_said_who_knows=True)

    assert found.density is None or 0 <= found.density <= 1
    assert found.size == len(knows)
