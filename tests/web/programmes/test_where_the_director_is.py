"""The board remembers the director's place, reads names as she types them, and tells her time."""

import pytest


@pytest.fixture
def director(signed_in, prof_lindqvist):
    return signed_in(prof_lindqvist)


def test_after_an_approval_the_director_is_where_she_was(director, proposal_of):
    approved, following = proposal_of("amara_nwosu"), proposal_of("tomi_lawal")

    response = director.post(
        f"/proposals/{approved.pk}/approval/",
        {"q": "osei", "show": "waiting", "next": str(following.pk)},
    )

    assert response.headers["Location"] == (
        f"/p/first-gen/review/?q=osei&show=waiting#p{following.pk}"
    )


def test_a_place_that_makes_no_sense_is_left_out(director, proposal_of):
    proposal = proposal_of("amara_nwosu")

    response = director.post(f"/proposals/{proposal.pk}/approval/", {"next": "x' onload='"})

    assert response.headers["Location"] == "/p/first-gen/review/"


@pytest.mark.parametrize("typed", ["tomi lawal", "Láwal", "LAWAL tom"])
def test_a_name_is_found_with_or_without_its_accents(director, run, typed):
    found = director.get("/p/first-gen/review/", {"q": typed}).text

    assert 'Approve<span class="vh"> Tọ́mi Láwal' in found
    assert 'Approve<span class="vh"> Amara Nwosu' not in found


def test_times_are_told_by_the_directors_clock(director, run):
    assert "20 March, 10:00 CET" in director.get("/p/first-gen/review/").text
