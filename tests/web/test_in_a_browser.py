"""The shell as people meet it: widths, themes, keyboard, no scripts."""

import json

import pytest

from tests.web.browser import flaws, follow, keyboard_stops, scrolls_sideways

pytestmark = pytest.mark.django_db(transaction=True)


BAR = """() => [...document.querySelectorAll("meta[name=theme-color]")]
  .filter((one) => matchMedia(one.media).matches).map((one) => one.content)"""
"""What browsers colour their own bar with."""
FOR_VISITORS = ["/", "/about/", "/how-matching-works/", "/sign-in/"]


@pytest.mark.parametrize("path", FOR_VISITORS)
def test_pages_for_visitors_are_accessible(open_page, path):
    page = open_page(path)

    assert flaws(page) == []


@pytest.mark.parametrize("path", ["/", "/you/"])
def test_pages_for_members_are_accessible(open_page, amara, path):
    page = open_page(path, viewer=amara)

    assert flaws(page) == []


def test_a_browser_takes_it_for_something_to_put_on_a_home_screen(open_page):
    page = open_page("/")
    browser = page.context.new_cdp_session(page)

    said = browser.send("Page.getAppManifest")

    assert said["errors"] == []
    assert said["url"].endswith("/manifest.webmanifest")
    icons = [icon["src"] for icon in json.loads(said["data"])["icons"]]
    assert [page.request.get(icon).status for icon in icons] == [200] * 4
    found = browser.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [one["errorId"] for one in found if one["errorId"] != "in-incognito"] == []


def test_nothing_scrolls_sideways_on_the_smallest_phone(open_page):
    page = open_page("/", width=320)

    for path in FOR_VISITORS:
        page.goto(path)
        assert not scrolls_sideways(page), path


@pytest.mark.parametrize("width", [390, 1280])
def test_the_keyboard_reaches_everything_and_shows_where_it_is(open_page, width):
    page = open_page("/", width=width)

    stops = keyboard_stops(page)

    assert stops[0].name == "Skip to content"
    assert [stop.name for stop in stops if not stop.has_outline] == []
    assert [stop.name for stop in stops if stop.is_covered] == []


def test_the_skip_link_leads_to_the_content(open_page):
    page = open_page("/")

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_the_theme_changes_at_once_and_stays(open_page):
    page = open_page("/")

    page.get_by_role("button", name="Dark").click()

    page.locator("html[data-theme=dark]").wait_for(state="attached")
    assert page.evaluate(BAR) == ["#101513"]
    _wait_for_the_cookie(page)
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    assert page.evaluate(BAR) == ["#101513"]


def test_the_theme_changes_without_scripts(open_page):
    page = open_page("/", scripts=False)

    follow(page.get_by_role("button", name="Dark"))

    assert page.locator("html").get_attribute("data-theme") == "dark"


def test_signing_in_works_without_scripts(open_page, amara):
    page = open_page("/sign-in/", scripts=False)

    page.get_by_label("E-mail").fill("amara_nwosu@example.org")
    page.get_by_label("Password").fill("corridor-conversation")
    follow(page.get_by_role("main").get_by_role("button", name="Sign in"))

    assert page.get_by_role("heading", name="Home").is_visible()
    assert page.get_by_text("@amara_nwosu").first.is_visible()


def _wait_for_the_cookie(page):
    """Asked of the browser, not of the page, whose policy lets nobody evaluate text."""
    for _ in range(100):
        if any(one["name"] == "theme" for one in page.context.cookies()):
            return
        page.wait_for_timeout(50)
