"""Who comes first where one request can stand in the way of several.

Dr Osei takes one mentee as a coach and one who asks for a shared experience. Amara asks for both
at once, so that she takes the places of Bala, who only wants a coach, and of Chidi, who only
asks for the experience.
"""

from dataclasses import replace

import numpy as np
import pytest

from corridor.algorithms.matching import Mentee, Mentor, Options, Pair, Role, check, match_people
from corridor.algorithms.matching.certificate import certify
from corridor.algorithms.matching.firm_tiers import firm_tiers
from corridor.algorithms.matching.network import assign_network

from .markets import limit, market_of

RURAL = frozenset({"rural"})
OSEI = Mentor(
    id="osei",
    capacity=2,
    offers=frozenset({Role.COACH, Role.MENTOR}),
    role_capacity={Role.COACH: 1},
    experience=RURAL,
    experience_capacity=1,
    interests=frozenset({"pain"}),
)
AMARA = Mentee(id="amara", wishes={Role.COACH: 1}, shares=RURAL)
BALA = Mentee(id="bala", wishes={Role.COACH: 1}, interests=frozenset({"pain"}))
CHIDI = Mentee(
    id="chidi", wishes={Role.MENTOR: 1}, shares=RURAL, interests=frozenset({"pain"}), waited=1
)
AMARA_WITH_OSEI = frozenset({Pair(mentee="amara", mentor="osei", role=Role.COACH)})


def served(*mentees: Mentee, options: Options) -> list[str]:
    result = match_people(mentees=mentees, mentors=[OSEI], options=options, explore=False)
    assert check(result.certificate).is_optimal
    return [match.mentee for match in result.outcome.matches]


@pytest.mark.parametrize(
    "options",
    [
        pytest.param(Options(pins=AMARA_WITH_OSEI), id="a pin"),
        pytest.param(Options(existing=AMARA_WITH_OSEI), id="a mentor whom she has"),
    ],
)
def test_two_who_could_be_served_instead_do_not_displace(options):
    assert served(AMARA, BALA, CHIDI, options=options) == ["amara"]


def test_a_pin_does_not_give_way_to_two_who_have_a_mentor():
    existing = frozenset(
        {
            Pair(mentee="bala", mentor="osei", role=Role.COACH),
            Pair(mentee="chidi", mentor="osei", role=Role.MENTOR),
        }
    )

    options = Options(pins=AMARA_WITH_OSEI, existing=existing)

    assert served(AMARA, BALA, CHIDI, options=options) == ["amara"]


def test_as_many_as_possible_are_served_before_whoever_waited_longest():
    assert served(replace(AMARA, waited=9), BALA, CHIDI, options=Options()) == ["bala", "chidi"]


def test_a_first_request_comes_before_any_number_of_second_ones():
    bala = replace(BALA, wishes={Role.MENTOR: 1, Role.COACH: 1})
    chidi = replace(CHIDI, wishes={Role.MENTOR: 1, Role.SPONSOR: 1})
    frances = Mentor(id="frances", capacity=2, interests=frozenset({"pain"}))
    osei = replace(OSEI, offers=frozenset({Role.COACH, Role.SPONSOR}))

    result = match_people(
        mentees=[AMARA, bala, chidi], mentors=[osei, frances], options=Options(), explore=False
    )

    assert [(match.mentee, match.mentor) for match in result.outcome.matches] == [
        ("amara", "osei"),
        ("bala", "frances"),
        ("chidi", "frances"),
    ]


def test_it_is_told_what_it_takes_to_serve_one_who_displaces_two():
    result = match_people(
        mentees=[AMARA, BALA, CHIDI], mentors=[OSEI], options=Options(), explore=False
    )

    (amara,) = result.outcome.unmatched

    (nearest,) = amara.nearest
    assert nearest.mentor == "osei"
    assert {(move.mentee, move.becomes) for move in nearest.moves} == {
        ("bala", None),
        ("chidi", None),
    }


def test_a_mentor_without_places_does_not_stand_in_the_way_of_a_proof():
    """Three requests of one mentee; rules cross, since the first two count for a limit as well."""
    full = 3
    market = market_of(
        [{0: 5, 1: 2, full: 2}, {0: 5, 1: 2, full: 2}, {0: 5, 2: 2, full: 2}],
        places=[[0, 0], [0, 0], [0], []],
        reward=[66, 33, 16],
        mentee=[0, 0, 0],
        limits=[limit(0, [0, 3], 1), limit(2, [7], 0)],
    )

    proof = certify(market, assign_network(market))

    assert proof.is_optimal
    assert proof.value == 66 + 33 + 5 + 2


def rank(*, pinned: int, waits: list[int]) -> np.ndarray:
    """One pin and the others by how long they waited, as ``ranks_of`` has them."""
    return np.array([(1 << 47) + pinned, *waits], dtype=np.int64)


def test_one_more_served_outweighs_every_wait_and_a_pin_outweighs_all():
    tier = next(firm_tiers(rank(pinned=0, waits=[0, 5, 5]), most_matches=4)) + 1

    assert tier[1] * 2 > tier[2] > tier[1]
    assert tier[0] > tier[1:].sum()


def test_where_numbers_do_not_suffice_for_all_levels_a_pin_is_firm_still():
    levels = [(late << 31) + wait for late in range(40) for wait in range(20)]

    tiers = list(firm_tiers(rank(pinned=0, waits=levels), most_matches=10**6))

    assert tiers
    assert all(int(tier[0]) + 1 > sum(tier[1:].tolist()) for tier in tiers)
