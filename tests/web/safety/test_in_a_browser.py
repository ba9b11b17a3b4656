"""Flagging, and the desk, as people meet them."""

import pytest

from corridor.people import actions as people
from corridor.safety import actions
from corridor.safety.choices import Measure, Queue, Severity
from corridor.safety.correspondence_links import token_of
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
    actions.appoint_moderator(by, queues=[Queue.SPAM], now=now, is_lead=True)
    people.make_operator(email=by.account.email)
    (decision,) = decides(flags(amara, says(mallory, "Again")).case, moderator(), Measure.NUDGE)
    appeal = actions.appeal(decision=decision, words="No", by=mallory, now=now)
    other = moderator()
    asked = actions.write_to_party(case, flag=None, words="Why?", by=other, now=now)
    actions.ask_for_name(case.flags.get(), why="To decide it.", by=other, now=now)
    actions.open_evidence(case=case, by=other, now=now)
    actions.keep_server_rule(
        actions.NewServerRule(domain="loud.example", severity=Severity.LIMIT), by=None, now=now
    )
    page = open_page("/queue/", viewer=by)
    for path in (
        "/queue/",
        f"/queue/{case.pk}/",
        f"/queue/{decision.case_id}/",
        "/queue/log/",
        f"/queue/appeals/{appeal.pk}/",
        "/queue/seconds/",
        "/queue/looks/",
        "/queue/people/",
        "/queue/wordings/",
        "/queue/wordings/tone/",
        f"/desk-mail/{token_of(asked.correspondence)}/",
        "/servers/",
        "/servers/of/loud.example/",
        "/servers/list/",
        "/transparency/servers/",
        "/flag/",
        "/transparency/",
        f"/posts/{case.post_number}/flag/",
    ):
        page.goto(path)
        assert flaws(page) == []
