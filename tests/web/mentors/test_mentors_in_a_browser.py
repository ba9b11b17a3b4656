"""The directory and the gallery as people meet them."""

import re

import pytest

from corridor.people import actions
from tests.web.browser import flaws, keyboard_stops

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def full_vaughan(join, present):
    vaughan = join(handle="helen_vaughan", display_name="Dr Helen Vaughan")
    present(vaughan, carries=1, topics=("publishing",))
    actions.show_in_gallery(profile=vaughan, words="You belong in the room.", by=vaughan)
    return vaughan


def test_all_pages_are_accessible_and_fit_the_screen(open_page, osei, wishing_amara, full_vaughan):
    del osei, full_vaughan
    page = open_page("/mentors/", viewer=wishing_amara)
    for path in (
        "/mentors/?q=dr",
        "/mentors/?q=nobody",
        "/mentors/?full=on&away=on",
        "/role-models/",
        "/you/role-model/",
    ):
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")

        assert flaws(page) == []


def test_everything_is_reached_by_keyboard(open_page, osei, wishing_amara, full_vaughan):
    del osei, full_vaughan
    page = open_page("/mentors/", viewer=wishing_amara)

    stops = keyboard_stops(page)

    assert any(stop.name.startswith("Not for me") for stop in stops)
    assert [stop.name for stop in stops if not stop.has_outline] == []
    assert [stop.name for stop in stops if stop.is_covered] == []


def test_searching_and_setting_aside_work_without_scripts(open_page, osei, wishing_amara):
    del osei
    page = open_page("/mentors/", viewer=wishing_amara, width=390, scripts=False)

    page.get_by_label("Search mentors by name, hashtag or interest").fill("kwame")
    page.keyboard.press("Enter")
    page.wait_for_url("**/mentors/?q=kwame**")
    page.get_by_role("button", name=re.compile("Not for me.*Kwame Osei")).click()
    page.get_by_text("is not suggested to you any more").wait_for()

    assert page.get_by_text("Nobody found").is_visible()
