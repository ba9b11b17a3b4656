"""A director looks how a round goes, on a phone without scripts."""

import re

import pytest

from corridor.programmes.actions.matches import accept_match
from corridor.programmes.states import MENTOR
from tests.web.browser import flaws

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_directing_to_who_is_silent(open_page, match_of, dr_osei, prof_lindqvist, now):
    accept_match(match_id=match_of("amara_nwosu").pk, side=MENTOR, by=dr_osei, now=now)
    page = open_page("/p/first-gen/directing/", viewer=prof_lindqvist, width=390, scripts=False)

    page.get_by_role("link", name=re.compile("How it goes")).click()
    page.get_by_role("heading", name="Silent pairs").wait_for()
    page.get_by_text("1 pair has not signed an agreement").click()

    page.get_by_text("together since 20 March").wait_for()


def test_it_is_accessible_and_fits(open_page, match_of, dr_osei, prof_lindqvist, now):
    accept_match(match_id=match_of("amara_nwosu").pk, side=MENTOR, by=dr_osei, now=now)
    page = open_page("/p/first-gen/health/", viewer=prof_lindqvist)

    assert flaws(page) == []
