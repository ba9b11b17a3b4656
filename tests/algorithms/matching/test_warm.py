"""What installing compiles is all that a round needs."""

from dataclasses import replace

import numpy as np
import pytest

from corridor.algorithms.matching import (
    candidates,
    candidates_alike,
    candidates_pricing,
    candidates_search,
    network_flow,
    network_start,
    warm,
)
from corridor.algorithms.matching.candidates import find_candidates, pairs_not_listed
from corridor.algorithms.matching.jit import HAS_NUMBA
from corridor.algorithms.matching.network import assign_network
from corridor.algorithms.matching.people import Mentee
from tests.algorithms.matching.crowds import random_crowd
from tests.algorithms.matching.test_network_large import for_some_mentors, programme


@pytest.mark.skipif(not HAS_NUMBA, reason="nothing is compiled without numba")
def test_a_round_with_limits_compiles_nothing_that_installing_has_not():
    warm.main()
    installed = compiled(network_flow, network_start)

    market = programme()
    assign_network(market)
    for mentors in (20, market.columns):
        limit = for_some_mentors(market, mentors=mentors, places=30)
        assign_network(replace(market, limits=[limit]))

    assert installed["place_rows"]
    assert installed["relieve"]
    assert compiled(network_flow, network_start) == installed


@pytest.mark.skipif(not HAS_NUMBA, reason="nothing is compiled without numba")
def test_a_large_round_compiles_no_search_that_installing_has_not(monkeypatch):
    monkeypatch.setattr(candidates, "EVERY_PAIR", 0)
    searches = (candidates_alike, candidates_pricing, candidates_search)
    warm.main()
    installed = compiled(*searches)

    crowd = random_crowd(1)
    alike = [Mentee(id=f"alike {number}") for number in range(20)]
    found = find_candidates([*crowd.mentees, *alike], crowd.mentors, crowd.options)
    nothing = np.zeros(len(found.least), np.int64)
    pairs_not_listed(found, profit=nothing, price=np.zeros(len(crowd.mentors), np.int64))

    assert all(installed[search] for search in ("best_rows", "best_alike", "rows_above"))
    assert compiled(*searches) == installed


def compiled(*modules):
    """Kernel -> for which kinds of arrays it is compiled."""
    return {
        name: list(kernel.signatures)
        for module in modules
        for name, kernel in vars(module).items()
        if hasattr(kernel, "signatures")
    }
