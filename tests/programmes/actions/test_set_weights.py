import pytest

from corridor.algorithms.matching.people import Criterion
from corridor.programmes import actions, queries

EVEN = dict.fromkeys(Criterion, 5)


def test_the_next_run_uses_the_weights_that_were_set(spring, prof_lindqvist):
    weights = actions.Weights(of={**EVEN, Criterion.NEEDS: 10}, load=0)

    actions.set_weights(round=spring, weights=weights, by=prof_lindqvist)

    spring.refresh_from_db()
    options = queries.given(spring).options
    assert (options.weights[Criterion.NEEDS], options.weights[Criterion.TIME]) == (10, 5)
    assert options.load_weight == 0
    assert options.seed == "spring"


@pytest.mark.parametrize(
    ("of", "load", "refusal"),
    [
        ({**EVEN, Criterion.TIME: 11}, 0, actions.WeightOutOfRange),
        ({**EVEN, Criterion.TIME: -1}, 0, actions.WeightOutOfRange),
        (EVEN, 5_001, actions.WeightOutOfRange),
        (dict.fromkeys(Criterion, 0), 0, actions.NothingCounts),
    ],
)
def test_weights_that_make_no_sense_are_refused(spring, prof_lindqvist, of, load, refusal):
    before = dict(spring.settings)

    with pytest.raises(refusal):
        actions.set_weights(
            round=spring, weights=actions.Weights(of=of, load=load), by=prof_lindqvist
        )

    spring.refresh_from_db()
    assert spring.settings == before


def test_nobody_but_a_director_sets_weights(spring, mallory):
    with pytest.raises(actions.NotDirector):
        actions.set_weights(round=spring, weights=actions.Weights(of=EVEN, load=0), by=mallory)


def test_a_finished_round_keeps_its_weights(spring, prof_lindqvist):
    actions.finish_round(round=spring, by=prof_lindqvist)

    with pytest.raises(actions.RoundFinished):
        actions.set_weights(
            round=spring, weights=actions.Weights(of=EVEN, load=0), by=prof_lindqvist
        )
