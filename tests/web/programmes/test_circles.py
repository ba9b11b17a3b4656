"""Circles on the review board."""

import pytest

from corridor.programmes import actions, queries
from corridor.programmes.actions import publishing
from corridor.programmes.models import MatchingRun
from tests.programmes.circles_stage import *  # noqa: F403 - pytest finds fixtures by name
from tests.web.browser import flaws

REVIEW = "/p/first-gen/review/"


def test_the_board_shows_each_circle_with_its_people_and_when_it_could_meet(
    signed_in, prof_lindqvist, circles_run, django_assert_max_num_queries
):
    del circles_run
    client = signed_in(prof_lindqvist)

    with django_assert_max_num_queries(24):
        page = client.get(REVIEW).content.decode()

    assert "Review 2 proposed circles" in page
    assert "led by Dr Kwame Osei" in page
    assert "3 mentees" in page
    assert "Nobody said their hours or languages." in page
    assert "A full search found no better circles" in page
    assert "of 5, nobody left out" in page


def test_a_member_is_explained_and_offered_the_other_circles(
    signed_in, prof_lindqvist, seat_of, amara
):
    page = signed_in(prof_lindqvist).get(f"{REVIEW}?selected={seat_of(amara).pk}").content.decode()

    assert "Why Amara Nwosu and Dr Kwame Osei" in page
    assert "Can help with research." in page
    assert "Dr Helen Vaughan</b>" in page
    assert "2 of 3 seats taken" in page
    assert "There is a seat in it: nobody has to leave." in page


def test_a_director_approves_a_circle_takes_it_back_and_moves_a_member(
    signed_in, prof_lindqvist, circles_run, seat_of, amara
):
    client, hers = signed_in(prof_lindqvist), seat_of(amara).pk

    page = client.post(f"/proposals/{hers}/approval/", follow=True).content.decode()
    assert "1 approved, 1 to review." in page
    assert "Take the approval back" in page

    page = client.post(f"/proposals/{hers}/withdrawal/", follow=True).content.decode()
    assert "0 approved, 2 to review." in page

    client.post(f"/proposals/{hers}/swap/", {"mentor": "helen_vaughan"})
    sizes = {len(one.mentees) for one in queries.circles(MatchingRun.objects.first())}
    assert sizes == {2, 3}
    page = client.get("/p/first-gen/review/comparison/").content.decode()
    assert "Amara Nwosu" in page
    del circles_run


def test_finding_a_name_shows_her_circle_alone(signed_in, prof_lindqvist, circles_run):
    del circles_run
    client = signed_in(prof_lindqvist)

    assert "led by Dr Helen Vaughan" not in client.get(f"{REVIEW}?q=amara").content.decode()
    assert "No circle is like that." in client.get(f"{REVIEW}?q=nobodyatall").content.decode()


@pytest.mark.django_db(transaction=True)
def test_circles_are_accessible_and_fit(open_page, circles_run, prof_lindqvist):
    del circles_run
    page = open_page(REVIEW, viewer=prof_lindqvist)

    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")

    assert flaws(page) == []


@pytest.fixture
def told_round(circles_run, seat_of, eilidh, prof_lindqvist, now):
    """Published with the circle of Dr Vaughan alone."""
    actions.approve_proposal(proposal=seat_of(eilidh), by=prof_lindqvist, now=now)
    publishing.schedule_publication(run=circles_run, by=prof_lindqvist, now=now)
    publishing.release_due(now=now + publishing.HOLD)
    return circles_run.round


def test_where_a_round_is_told_its_circles_stand_and_one_is_formed_by_hand(
    signed_in, told_round, prof_lindqvist, dr_osei, amara, sam, mallory
):
    told = f"/p/first-gen/rounds/{told_round.pk}/"
    client = signed_in(prof_lindqvist)
    page = client.get(told).text
    assert "First-Gen in Medicine, circle" in page
    assert "Dr Helen Vaughan" in page

    people = {one.profile: str(one.pk) for one in told_round.applications.all()}
    given = {"name": "Writing", "purpose": "A first paper", "places": "4"}
    nobody = client.post(f"{told}circles/", given)
    assert nobody.status_code == 422
    assert "A first paper" in nobody.text
    found = client.get(f"{told}circles/?q=amara").text
    assert "Amara Nwosu" in found
    assert "Sam Whitlock" not in found
    formed = client.post(
        f"{told}circles/",
        given | {"leaders": [people[dr_osei]], "members": [people[amara], people[sam]]},
        follow=True,
    )
    assert "everybody in it is asked by mail" in formed.text
    assert "Writing" in formed.text
    assert signed_in(mallory).get(f"{told}circles/").status_code == 404
    for odd in ({"members": ["\x00"]}, {"leaders": ["9" * 40]}, {"places": "-1"}):
        assert client.post(f"{told}circles/", given | odd).status_code in (400, 422)
