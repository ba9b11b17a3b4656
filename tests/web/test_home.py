"""What a member finds on arriving."""

from datetime import date

import html5lib
import pytest

from corridor.algorithms.matching.options import Options
from corridor.programmes.actions import (
    NewProgramme,
    NewRound,
    close_applications,
    open_round,
    start_programme,
)


@pytest.fixture
def first_gen(prof_lindqvist):
    new = NewProgramme(
        slug="first-gen",
        name="First-Gen in Medicine",
        hashtag="FirstGenMed",
        description="For students whose parents did not go to university.",
    )
    return start_programme(new, directors=[prof_lindqvist])


@pytest.fixture
def round_under_review(first_gen, prof_lindqvist):
    new = NewRound(
        name="Spring 2026",
        opens_on=date(2026, 1, 5),
        closes_on=date(2026, 2, 27),
        starts_on=date(2026, 4, 1),
        ends_on=date(2026, 9, 30),
        options=Options(),
    )
    opened = open_round(programme=first_gen, new=new, by=prof_lindqvist)
    close_applications(round=opened, by=prof_lindqvist)
    return opened


def home_of(client):
    page = client.get("/").content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def test_a_member_finds_the_programmes_there_are(signed_in, amara, first_gen):
    page = home_of(signed_in(amara))

    assert "First-Gen in Medicine" in page
    assert "Programmes you direct" not in page


def test_a_director_finds_her_programme_first_and_the_way_to_review(
    signed_in, prof_lindqvist, round_under_review
):
    page = home_of(signed_in(prof_lindqvist))

    assert "Programmes you direct" in page
    assert 'href="/p/first-gen/review/"' in page


def test_nobody_else_is_shown_the_way_to_review(signed_in, mallory, round_under_review):
    assert "/review/" not in home_of(signed_in(mallory))


def test_an_empty_server_says_that_it_is_empty(signed_in, amara):
    assert "No programmes here yet" in home_of(signed_in(amara))
