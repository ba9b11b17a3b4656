"""Flagging, and the desk, as people meet them."""

import pytest

from corridor.safety import actions
from corridor.safety.choices import Measure
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


def test_from_a_post_to_a_decision_without_scripts(open_page, says, moderator, amara, mallory):
    post = says(mallory, "I know when your shift ends")
    page = open_page(f"/@mallory_crane/{post.pk}/", viewer=amara, width=390, scripts=False)

    page.locator(".post summary").filter(has_text="More").first.click()
    follow(page.get_by_role("link", name="Flag this post"))
    page.get_by_label("It attacks, threatens or pursues somebody").check()
    follow(page.get_by_role("button", name="Flag it"))
    assert page.get_by_text("What happens next").is_visible()

    desk = open_page("/queue/", viewer=moderator(), scripts=False)
    follow(desk.get_by_role("link", name="Harassment a post"))
    follow(desk.get_by_role("button", name="Take the case"))
    desk.get_by_label("Take the post from everybody else").check()
    desk.get_by_label("Why, in words to the person").fill("It is a threat.")
    follow(desk.get_by_role("button", name="Decide", exact=True))
    assert desk.get_by_text("Decided. Whoever flagged it is told.").is_visible()

    page.reload()
    assert page.get_by_text("A moderator agreed").is_visible()


def test_pages_are_accessible(
    open_page, case, says, flags, moderator, decides, amara, mallory, now
):
    by = moderator()
    (decision,) = decides(flags(amara, says(mallory, "Again")).case, moderator(), Measure.NUDGE)
    appeal = actions.appeal(decision=decision, words="No", by=mallory, now=now)
    page = open_page("/queue/", viewer=by)
    for path in (
        "/queue/",
        f"/queue/{case.pk}/",
        f"/queue/{decision.case_id}/",
        "/queue/log/",
        f"/queue/appeals/{appeal.pk}/",
        "/transparency/",
        f"/posts/{case.post_number}/flag/",
    ):
        page.goto(path)
        assert flaws(page) == []
