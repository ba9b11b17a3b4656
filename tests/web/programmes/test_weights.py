"""A director says what counts, and how much."""

import pytest

from corridor.algorithms.matching.people import Criterion
from corridor.programmes import queries
from corridor.programmes.models import TeamMember
from tests.web.browser import flaws


@pytest.fixture
def director(signed_in, prof_lindqvist):
    return signed_in(prof_lindqvist)


def test_a_director_changes_the_weights_and_the_next_run_uses_them(director, run):
    page = director.get("/p/first-gen/weights/").text
    assert "Needs covered" in page
    form = dict.fromkeys([criterion.value for criterion in Criterion], 3) | {"load": 0}

    response = director.post("/p/first-gen/weights/", form, follow=True)

    assert "Run the matching to see what they change." in response.text
    run.round.refresh_from_db()
    assert queries.given(run.round).options.weights[Criterion.NEEDS] == 3


def test_whoever_reviews_says_what_counts_and_readers_do_not(signed_in, run, dr_osei, mallory):
    for profile, role in ((dr_osei, "reviewer"), (mallory, "reader")):
        TeamMember.objects.create(programme=run.round.programme, profile=profile, role=role)
    form = dict.fromkeys([criterion.value for criterion in Criterion], 3) | {"load": 0}

    codes = [
        signed_in(one).post("/p/first-gen/weights/", form).status_code for one in (dr_osei, mallory)
    ]

    assert codes == [302, 404]


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"needs": "11"}, "less than or equal to 10"),
        ({"needs": ""}, "This field is required."),
        ({"needs": "many"}, "Enter a whole number."),
        ({"load": "5001"}, "less than or equal to 5000"),
    ],
)
def test_a_weight_that_makes_no_sense_is_told_at_its_field(director, run, changed, sentence):
    form = dict.fromkeys([criterion.value for criterion in Criterion], 3) | {"load": 0}

    response = director.post("/p/first-gen/weights/", form | changed)

    assert response.status_code == 422
    assert sentence in response.text


def test_weights_are_not_there_for_others(signed_in, mallory, run):
    assert signed_in(mallory).get("/p/first-gen/weights/").status_code == 404


def test_each_weight_says_what_it_measures(director, run):
    del run
    page = director.get("/p/first-gen/weights/").text

    assert "Two to four steps further on suits best." in page
    assert "Only for mentees who ask for one." in page


@pytest.mark.django_db(transaction=True)
def test_weights_are_accessible(open_page, run, prof_lindqvist):
    del run
    page = open_page("/p/first-gen/weights/", viewer=prof_lindqvist)

    assert flaws(page) == []
