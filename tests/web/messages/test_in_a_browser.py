"""Messages as people with other eyes and hands meet them."""

import pytest
from playwright.sync_api import expect

from tests.web.browser import flaws, follow, keyboard_stops

pytestmark = pytest.mark.django_db(transaction=True)


def test_pages_have_no_flaws(open_page, amara, talk, group, writes, mallory):
    asked = writes(mallory, amara, text="Hello there")
    page = open_page("/messages/", viewer=amara)
    found = {"/messages/": flaws(page)}
    paths = ["requests/", "new/", f"{talk}/", f"{group}/", f"{asked}/", f"{talk}/flag/"]

    for path in [*paths, f"{talk}/?q=ecg"]:
        page.goto(f"/messages/{path}")
        found[path] = flaws(page)

    assert {path: some for path, some in found.items() if some} == {}


def test_one_answers_on_a_phone_without_scripts(open_page, dr_osei, talk):
    page = open_page("/messages/", viewer=dr_osei, width=390, scripts=False)

    follow(page.get_by_role("link", name="Amara Nwosu"))
    page.get_by_label("Your message").fill("Of course: the one in May.")
    follow(page.get_by_role("button", name="Send"))

    expect(page.get_by_text("Of course: the one in May.")).to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_what_one_does_with_a_conversation_is_within_reach(
    open_page, dr_osei, amara, talk, group, width
):
    """What opens under *More*, and under *Group* for whoever began one, stands on the screen."""
    for path, viewer in ((talk, dr_osei), (group, amara)):
        page = open_page(f"/messages/{path}/", viewer=viewer, width=width, scripts=False)
        for fold in page.locator(".page-head details.more").all():
            fold.locator("summary").click()
            for pressed in fold.locator("button, a").all():
                pressed.click(trial=True)
            fold.locator("summary").click()


def test_the_keyboard_reaches_everything(open_page, dr_osei, talk):
    page = open_page(f"/messages/{talk}/", viewer=dr_osei, width=390)

    stops = keyboard_stops(page)

    assert [stop.name for stop in stops if not stop.has_outline] == []
    assert [stop.name for stop in stops if stop.is_covered] == []


def test_a_detail_is_marked_while_it_is_written_and_a_message_comes_by_itself(
    open_page, writes, amara, dr_osei, talk
):
    page = open_page(f"/messages/{talk}/", viewer=dr_osei)

    page.get_by_label("Your message").fill("MRN 84736251")
    expect(page.locator(".check.stop")).to_be_visible()
    writes(amara, dr_osei, text="Are you there?", minutes=0)
    page.evaluate("htmx.trigger('#newest', 'fresh')")

    expect(page.get_by_text("Are you there?")).to_be_visible()
