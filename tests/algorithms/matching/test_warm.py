"""What installing compiles is all that a round needs."""

from dataclasses import replace

import pytest

from corridor.algorithms.matching import network_flow, network_start, warm
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.network import assign_network
from tests.algorithms.matching.test_network_large import for_some_mentors, programme


@pytest.mark.skipif(not HAS_NUMBA, reason="nothing is compiled without numba")
def test_a_round_with_limits_compiles_nothing_that_installing_has_not():
    warm.main()
    installed = compiled()

    market = programme()
    assign_network(market)
    for mentors in (20, market.columns):
        limit = for_some_mentors(market, mentors=mentors, places=30)
        assign_network(replace(market, limits=[limit]))

    assert installed["place_rows"]
    assert installed["relieve"]
    assert compiled() == installed


def compiled():
    """Kernel -> for which kinds of arrays it is compiled."""
    return {
        name: list(kernel.signatures)
        for module in (network_flow, network_start)
        for name, kernel in vars(module).items()
        if hasattr(kernel, "signatures")
    }
