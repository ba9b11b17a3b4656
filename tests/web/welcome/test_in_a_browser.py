"""Profiles, offers and the way in as people meet them: widths, themes, keyboard, no scripts."""

import pytest

from corridor.people import actions, queries
from corridor.people.actions import NewOffer, NewWish
from corridor.people.choices import Kind
from tests.web.browser import flaws, follow, scrolls_sideways

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = [
    "/@amara_nwosu/",
    "/you/",
    "/you/profile/work/",
    "/you/profile/interests/",
    "/you/profile/hours/",
    "/you/offers/",
    "/you/bio-line/",
    "/welcome/goals/",
]


@pytest.fixture
def told(amara):
    offer = NewOffer(kind=Kind.MENTORSHIP, capacity=2, carries=1, topics=("study skills",))
    actions.set_offers(profile=amara, offers=[offer], by=amara)
    actions.set_interests(profile=amara, interests=["simulation", "sepsis"], by=amara)
    return amara


def test_pages_are_accessible_and_fit(open_page, told):
    page = open_page("/", viewer=told)

    for path in PAGES:
        page.goto(path)
        assert flaws(page) == []


@pytest.mark.parametrize("path", ["/@amara_nwosu/", "/you/offers/", "/you/profile/hours/"])
def test_nothing_scrolls_sideways_on_the_smallest_phone(open_page, told, path):
    assert not scrolls_sideways(open_page(path, viewer=told, width=320))


def press_tab_to(page, name):
    """Tab until something of this name or label has the focus."""
    said = """() => {
      const e = document.activeElement;
      const of = (e.labels && e.labels.length) ? e.labels[0].innerText : "";
      return (e.getAttribute("aria-label") || of || e.innerText || "").trim();
    }"""
    for _ in range(150):
        page.keyboard.press("Tab")
        if page.evaluate(said).startswith(name):
            return
    pytest.fail(f"the keyboard does not reach {name!r}")


def enter_for(page, place):
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{place}/")


def test_a_mentee_finds_the_way_in_by_keyboard_alone(open_page, join):
    kofi = join(handle="kofi", display_name="Kofi Mensah")
    page = open_page("/welcome/", viewer=kofi)

    press_tab_to(page, "I am looking for")
    page.keyboard.press("Space")
    enter_for(page, "now")
    press_tab_to(page, "Stage")
    page.keyboard.type("Medical student, year 2")
    press_tab_to(page, "Next")
    enter_for(page, "goals")
    press_tab_to(page, "Find out which specialty")
    page.keyboard.press("Space")
    press_tab_to(page, "In your own words")
    page.keyboard.type("Find my corner")
    enter_for(page, "tags")
    press_tab_to(page, "child health")
    page.keyboard.press("Space")
    press_tab_to(page, "Tuesday, Evening")
    page.keyboard.press("Space")
    press_tab_to(page, "Done")
    enter_for(page, "mentors")

    wish = queries.offers_and_wishes(kofi)[1][0]
    assert wish.goal == "Find my corner"
    assert [one.topic for one in wish.topics.all()] == ["choosing a specialty"]
    assert [tag.tag for tag in kofi.tags.all()] == ["child health"]
    assert [span.day for span in queries.free_spans(kofi)] == ["tue"]


def test_offers_and_a_preview_work_without_scripts(open_page, amara):
    page = open_page("/you/offers/", viewer=amara, scripts=False)

    page.get_by_label("I mentor").check()
    page.get_by_label("How many people at once").first.fill("2")
    follow(page.get_by_role("main").get_by_role("button", name="Keep").last)

    assert queries.offers_and_wishes(amara)[0][0].capacity == 2
    page.goto("/you/profile/")
    page.get_by_label("About you").fill("On nights this month.")
    follow(page.get_by_role("button", name="Preview"))
    assert page.locator(".preview").get_by_text("On nights this month.").is_visible()


def test_the_line_is_copied_with_one_press(open_page, told):
    page = open_page("/you/bio-line/", viewer=told)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    page.get_by_role("button", name="Copy the line for Bluesky").click()

    page.get_by_text("Copied").wait_for()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Willing to mentor: study skills. 1 place.")


def test_the_browser_proposes_its_time_zone(open_page, join):
    kofi = join(handle="kofi", display_name="Kofi Mensah")
    page = open_page("/you/profile/hours/", viewer=kofi)

    zone = page.evaluate("Intl.DateTimeFormat().resolvedOptions().timeZone")
    assert page.get_by_label("Time zone").input_value() == zone


def test_on_a_phone_the_section_that_is_open_stands_in_view(open_page, told):
    page = open_page("/you/profile/handle/", viewer=told, width=390)

    tab = page.locator('.tabs [aria-current="page"]')
    tab.wait_for()
    box = tab.bounding_box()

    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 390


def test_a_name_and_a_hope_without_spaces_fit_a_phone(open_page, join):
    kofi = join(handle="kofi", display_name="W" * 80)
    actions.set_wishes(
        profile=kofi, wishes=[NewWish(kind=Kind.MENTORSHIP, goal="x" * 200)], by=kofi
    )
    page = open_page("/", viewer=kofi, width=390)

    assert not scrolls_sideways(page)
    page.goto("/@kofi/")
    assert not scrolls_sideways(page)
