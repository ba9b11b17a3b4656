"""A director goes from nothing to an open round on a phone, without scripts."""

import re

import pytest

from corridor.programmes.models import Programme, Round
from tests.web.browser import flaws

pytestmark = pytest.mark.django_db(transaction=True)

ONE = "/p/first-gen/directing/"


@pytest.fixture(autouse=True)
def _everybody_may(settings):
    settings.PROGRAMMES_STARTED_BY = "members"


def test_from_nothing_to_an_open_round(open_page, prof_lindqvist):
    page = open_page("/programmes/", viewer=prof_lindqvist, width=390, scripts=False)

    page.get_by_role("link", name="Start a programme").click()
    page.get_by_role("link", name=re.compile("Across a society")).click()
    page.get_by_label("Name of the programme").fill("Mentors of the North")
    page.get_by_role("button", name="Start the programme").click()
    page.get_by_role("heading", name="Look through it, then publish it").wait_for()
    page.get_by_role("link", name="Form for mentees").click()
    page.get_by_role("link", name="Add a question").click()
    page.get_by_label("Question", exact=True).fill("How far is your next hospital?")
    page.get_by_role("button", name="Keep").click()
    page.get_by_role("button", name=re.compile("Up.*How far is")).click()
    page.get_by_role("link", name="Directing").click()
    page.get_by_role("button", name="Publish the programme").click()
    page.get_by_role("link", name="The page that people see").first.click()

    page.get_by_role("link", name="Apply for a mentor").wait_for()
    assert "#MentorsOfTheNorth" in page.content()
    assert Programme.objects.get().rounds.get().state == Round.State.OPEN
    page.get_by_role("link", name="Apply for a mentor").click()
    page.get_by_text("How far is your next hospital?").wait_for()


def test_the_pages_of_a_team_are_accessible_and_fit(open_page, programme, prof_lindqvist):
    del programme
    page = open_page("/programmes/new/", viewer=prof_lindqvist)
    kinds = ["about/", "who/", "dates/", "forms/mentee/", "forms/mentee/new/", "mails/welcome/"]
    kinds += ["team/", "record/", "on-behalf/", "forms/mentor/preview/"]
    places = ["/programmes/new/", "/programmes/new/speed/", "/programmes/yours/", "/p/first-gen/"]
    found = {}
    for path in [*places, ONE, *(ONE + kind for kind in kinds)]:
        page.goto(path)
        if wrong := flaws(page):
            found[path] = wrong

    assert found == {}
