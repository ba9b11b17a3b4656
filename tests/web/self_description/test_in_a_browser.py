"""Self-description and one's own data as people meet them: widths, themes, keyboard."""

import pytest

from tests.people.describing import *  # noqa: F403 - pytest finds fixtures by name
from tests.web.browser import flaws, follow, keyboard_stops

pytestmark = pytest.mark.django_db(transaction=True)

DESCRIPTION = "/you/self-description/"


@pytest.fixture
def described(say, agree, amara):
    say(amara, way=["img"], family=["first-in-family"], audience="public")
    agree(amara, "display")
    return amara


def test_every_page_is_accessible_and_fits(open_page, described):
    page = open_page(DESCRIPTION, viewer=described)
    for path in (DESCRIPTION, "/you/data/", "/you/leaving/", "/you/access-log/", "/@amara_nwosu/"):
        page.goto(path)
        page.evaluate("document.querySelectorAll('details').forEach(it => it.open = true)")

        assert flaws(page) == []


def test_the_keyboard_answers_a_question(open_page, described):
    page = open_page(DESCRIPTION, viewer=described)

    stops = keyboard_stops(page, limit=60)

    assert any(stop.name.startswith("Are you the first in your family") for stop in stops)
    assert [stop.name for stop in stops if not stop.has_outline] == []
    assert [stop.name for stop in stops if stop.is_covered] == []


def test_without_scripts_an_answer_is_kept(open_page, described):
    page = open_page(DESCRIPTION, viewer=described, scripts=False)

    page.get_by_text("Did you serve in the armed forces?").first.click()
    page.get_by_label("veteran").check()
    follow(page.locator("main form.answers button.primary"))

    assert "Kept, sealed." in page.content()
