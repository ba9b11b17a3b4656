"""The page that says how a round goes: for its team, in facts, with what can be done."""

from datetime import date

import pytest

from corridor.programmes.actions.applying import NewBarriers, note_barriers
from corridor.programmes.actions.matches import accept_match
from corridor.programmes.choices import TeamRole
from corridor.programmes.models import TeamMember
from corridor.programmes.states import MENTOR

PAGE = "/p/first-gen/health/"


@pytest.fixture
def accepted(match_of, dr_osei, now):
    """Long ago by the clock, and nothing happened since."""
    accept_match(match_id=match_of("amara_nwosu").pk, side=MENTOR, by=dr_osei, now=now)


@pytest.fixture
def director(signed_in, prof_lindqvist):
    return signed_in(prof_lindqvist)


def page_of(client, path=PAGE):
    return client.get(path).content.decode()


def test_it_is_there_for_the_team_and_for_nobody_else(
    client, signed_in, programme, prof_lindqvist, mallory, prof_raman
):
    TeamMember.objects.create(programme=programme, profile=prof_raman, role=TeamRole.READER)

    found = [client.get(PAGE).status_code]
    found += [signed_in(one).get(PAGE).status_code for one in (mallory, prof_raman, prof_lindqvist)]

    assert found == [302, 404, 200, 200]


def test_without_a_round_it_says_so(director, programme):
    del programme

    assert "There is no round yet" in page_of(director)


def test_it_names_silent_pairs_and_who_waits(director, accepted):
    del accepted
    page = page_of(director)

    assert "Last sign" in page
    assert "Amara Nwosu" in page
    assert "2 mentors: median 0.5, most 1, Gini 0.50." in page
    assert "1 pair has not signed an agreement" in page


@pytest.mark.parametrize("asked", ["?round=0", "?round=x", "?round=9999999999999999999999"])
def test_a_round_that_is_not_there_shows_the_newest(director, accepted, asked):
    del accepted

    assert "Spring 2026" in page_of(director, PAGE + asked)


def test_few_who_named_a_barrier_are_not_told(director, programme, open_spring):
    del open_spring
    for barrier in ["time"] * 7 + ["care"] * 2:
        new = NewBarriers(moment="application", side="mentee", barriers=[barrier])
        note_barriers(programme=programme, new=new, today=date(2026, 3, 1))
    page = page_of(director)

    assert "Too little time" in page
    assert ">7<" not in page
    assert ">2<" not in page


def test_it_takes_so_many_queries(director, accepted, django_assert_num_queries):
    del accepted
    page_of(director)

    with django_assert_num_queries(27):
        page_of(director)
