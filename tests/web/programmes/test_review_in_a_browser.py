"""The board as people meet it: widths, themes, keyboard, with and without scripts."""

import pytest

from corridor.programmes import actions
from corridor.programmes.models import Approval, MatchingRun
from tests.web.browser import (
    accessibility_violations,
    flaws,
    follow,
    keyboard_stops,
    scrolls_sideways,
)

pytestmark = pytest.mark.django_db(transaction=True)

REVIEW = "/p/first-gen/review/"


def test_the_board_is_accessible_and_fits(open_page, run, prof_lindqvist):
    del run
    page = open_page(REVIEW, viewer=prof_lindqvist, width=320)
    assert not scrolls_sideways(page)
    folded = flaws(page)

    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")

    assert flaws(page) == folded == []


def test_programmes_are_accessible_before_the_first_run(open_page, spring, prof_lindqvist):
    del spring
    page = open_page("/programmes/", viewer=prof_lindqvist, width=390)

    for path in ("/programmes/", "/p/first-gen/", REVIEW):
        page.goto(path)
        assert (path, accessibility_violations(page)) == (path, [])


def test_the_keyboard_reaches_everything_and_shows_where_it_is(open_page, run, prof_lindqvist):
    del run
    page = open_page(REVIEW, viewer=prof_lindqvist)

    stops = keyboard_stops(page)

    assert any(stop.name.startswith("Approve") for stop in stops)
    assert [stop.name for stop in stops if not stop.has_outline] == []
    assert [stop.name for stop in stops if stop.is_covered] == []


def test_choosing_a_match_shows_why_and_moves_the_focus_there(open_page, run, prof_lindqvist):
    del run
    page = open_page(REVIEW, viewer=prof_lindqvist)

    page.get_by_role("link", name="Why, or swap Amara Nwosu").click()
    page.get_by_role("heading", name="Why Amara Nwosu and Dr Kwame Osei").wait_for()

    assert page.evaluate("document.activeElement.id") == "why"
    assert "selected=" in page.url


def test_all_of_why_a_match_was_made_can_be_seen_beside_a_long_list(open_page, run, prof_lindqvist):
    """It stays where it is while the list scrolls, so that nothing below it would ever come up."""
    del run
    page = open_page(REVIEW, viewer=prof_lindqvist)
    page.set_viewport_size({"width": 1280, "height": 560})
    page.get_by_role("link", name="Why, or swap Amara Nwosu").click()
    page.get_by_role("heading", name="Why Amara Nwosu and Dr Kwame Osei").wait_for()

    ends, bar_begins = (
        page.evaluate("document.querySelector('.board .detail').getBoundingClientRect().bottom"),
        page.evaluate("document.querySelector('.publish').getBoundingClientRect().top"),
    )

    assert ends <= bar_begins
    assert [stop.name for stop in keyboard_stops(page) if stop.is_covered] == []


def test_a_director_approves_and_swaps_without_scripts(open_page, run, prof_lindqvist):
    del run
    page = open_page(REVIEW, viewer=prof_lindqvist, width=390, scripts=False)

    follow(page.get_by_role("button", name="Approve Sam Whitlock"))
    assert "Approved: Sam Whitlock with Dr Kwame Osei." in page.inner_text(".messages")

    follow(page.get_by_role("link", name="Why, or swap Amara Nwosu"))
    assert page.get_by_text("Tọ́mi Láwal moves to Dr Kwame Osei").is_visible()

    follow(page.get_by_role("button", name="Swap to Dr Helen Vaughan"))
    assert page.get_by_role("heading", name="Why Amara Nwosu and Dr Helen Vaughan").is_visible()
    assert Approval.objects.filter(proposal__run__number=2).count() == 1
    assert MatchingRun.objects.count() == 2


def test_approving_keeps_the_place_and_the_focus(open_page, run, prof_lindqvist):
    del run
    page = open_page(REVIEW, viewer=prof_lindqvist, width=390)
    page.get_by_role("button", name="Approve Amara Nwosu").scroll_into_view_if_needed()
    before = page.evaluate("scrollY")

    page.get_by_role("button", name="Approve Amara Nwosu").press("Enter")
    page.get_by_text("Approved: Amara Nwosu with Dr Kwame Osei.", exact=True).wait_for()

    assert page.evaluate("document.activeElement.innerText").startswith("Approve")
    assert abs(page.evaluate("scrollY") - before) < 300
    assert "1 approved" in page.inner_text(".publish")


def test_a_word_without_an_end_stays_in_its_column(
    open_page, run, proposal_of, prof_lindqvist, now
):
    del run
    actions.note_proposal(
        proposal=proposal_of("amara_nwosu"), text="long" * 240, by=prof_lindqvist, now=now
    )
    page = open_page(REVIEW, viewer=prof_lindqvist, width=390)
    page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")

    assert not scrolls_sideways(page)
