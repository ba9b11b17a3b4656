"""A circle as people live in it: on a phone, without scripts."""

import os
from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.mentoring.actions import circles
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def now():
    """Pages go by the clock of the computer."""
    return timezone.now().replace(minute=0, second=0, microsecond=0)


def test_from_an_invitation_to_a_first_meeting_without_scripts(
    open_page, form, says_yes, osei, amara, sam, now
):
    formed = form(purpose="A first paper")
    says_yes(sam, formed)
    hers = open_page("/circles/", viewer=amara, width=390, scripts=False)
    follow(hers.get_by_role("link", name="Writing circle"))
    follow(hers.get_by_role("button", name="Yes, and I agree"))
    assert hers.get_by_text("You are in.").is_visible()

    his = open_page(f"/circles/{formed.pk}/", viewer=osei, width=390, scripts=False)
    follow(his.get_by_role("button", name="Yes, and I agree"))
    follow(his.get_by_role("link", name="Set a time"))
    when = (now + timedelta(days=3)).strftime("%Y-%m-%dT10:00")
    his.get_by_label("When").fill(when)
    follow(his.get_by_role("button", name="Set it"))

    hers.reload()
    follow(hers.get_by_role("button", name="I come"))
    hers.get_by_label("Something for next time").fill("Reviewer two")
    follow(hers.get_by_role("button", name="Add"))
    assert hers.get_by_text("Reviewer two").first.is_visible()
    follow(hers.get_by_role("link", name="Talk with each other"))
    assert "/messages/" in hers.url

    hers.goto(his.url)
    hers.get_by_text("Leave", exact=True).first.click()
    follow(hers.get_by_role("button", name="Leave"))
    assert hers.get_by_text("You have left.").is_visible()


def test_pages_are_accessible(open_page, circle, osei, amara, now):
    met = circles.set_meeting(
        circle.pk,
        circles.NewCircleMeeting(starts_at=now + timedelta(days=2), where="https://meet.example/x"),
        by=osei,
        now=now,
    )
    circles.add_topic(circle.pk, "Reviewer two", by=amara, now=now)
    page = f"/circles/{circle.pk}/"
    found = []
    for address in (
        "/circles/", page, f"{page}rules/", f"{page}meetings/", f"{page}meetings/{met.pk}/log/",
        "/circles/new/",
    ):  # fmt: skip
        shown = open_page(address, viewer=osei)
        found += flaws(shown)
        look(shown, address)
    assert found == []


def look(page, address):
    """Pictures, where a folder for them is named."""
    folder = os.environ.get("PICTURES")
    for width in (390, 1280) if folder else ():
        page.set_viewport_size({"width": width, "height": 900})
        name = address.strip("/").replace("/", "-")
        page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)
