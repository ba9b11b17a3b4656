"""An incident file, as people meet it."""

from datetime import timedelta

import pytest

from corridor.incidents import actions
from corridor.incidents.choices import Kind
from corridor.incidents.models import CheckIn
from corridor.incidents.snapshots import address_of
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_a_post_to_a_letter_without_scripts(open_page, says, amara, mallory, screenshot):
    post = says(mallory)
    page = open_page(f"/@mallory_crane/{post.pk}/", viewer=amara, width=390, scripts=False)

    page.locator(".post summary").filter(has_text="More").first.click()
    follow(page.get_by_role("link", name="Keep as evidence"))
    follow(page.get_by_role("button", name="Keep it"))
    assert page.get_by_text("I know when your shift ends").is_visible()

    follow(page.get_by_role("link", name="Add evidence"))
    page.get_by_label("A screenshot or a file").check()
    page.get_by_label("Screenshots and files").set_input_files(
        {"name": "screen.jpg", "mimeType": "image/jpeg", "buffer": screenshot.content}
    )
    follow(page.get_by_role("button", name="Keep it"))
    page.get_by_text("Show screen.jpg").click()
    picture = page.locator(".kept-files img")
    picture.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('.kept-files img').naturalWidth === 40")

    follow(page.get_by_role("link", name="Programme director"))
    assert "Mallory Crane (@mallory_crane)" in page.get_by_label("The letter").input_value()


def test_pages_are_accessible(open_page, opens, keeps, says, amara, mallory, screenshot, now):
    incident = opens(is_threatened=True, what_is_false="All of it", title="In spring")
    post = says(mallory, "Diversity hire", content_note="Truth")
    keeps(incident, Kind.POST, "The first", where=address_of(post))
    keeps(incident, Kind.FILE, files=[screenshot])
    keeps(incident, Kind.MAIL, "Hale sues her", masks=("Hale",), who="Somebody")
    keeps(incident, Kind.TOLD, who="My mother", happened_at="2026-03-14")
    actions.ask_check_ins(now=now + timedelta(days=2))
    check_in = CheckIn.objects.get(day=1)
    answer = actions.Answer(feeling="worse")
    actions.answer_check_in(answer, check_in=check_in, by=amara, now=now)
    one = f"/you/incidents/{incident.pk}/"
    page = open_page("/you/incidents/", viewer=amara)
    for path in (
        "/you/incidents/",
        "/you/incidents/new/",
        one,
        f"{one}evidence/",
        f"{one}evidence/2/removal/",
        f"{one}letters/police/",
        f"{one}export/",
        f"{one}closing/",
        f"{one}deletion/",
        f"/you/check-ins/{check_in.pk}/",
        f"/you/incidents/keep/post/{post.pk}/",
    ):
        page.goto(path)
        assert flaws(page) == []
