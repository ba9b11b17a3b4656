"""Meetings as people arrange and keep them: on a phone, without scripts, and from a mail."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.mentoring.actions import meetings
from corridor.mentoring.models import Meeting, Survey
from tests.mentoring.meetings.arranging import mails_to
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def now():
    """Pages go by the clock of the computer."""
    return timezone.now().replace(minute=0, second=0, microsecond=0)


def test_from_a_suggestion_to_the_log_without_scripts(open_page, together, free, amara, osei):
    hers = open_page(f"/mentoring/{together.pk}/", viewer=amara, width=390, scripts=False)
    follow(hers.get_by_role("link", name="Suggest a time"))
    follow(hers.get_by_role("link", name="15 minutes"))
    hers.get_by_label("Link, place or number").fill("https://meet.example/room")
    follow(hers.get_by_role("button", name="Send"))
    assert hers.get_by_text("is to choose one of these").is_visible()

    link = re.search(r"/meetings/pick/\S+/", mails_to(osei)[-1].body)[0]
    from_mail = open_page(link, width=390, scripts=False)
    follow(from_mail.locator("button.pick").first)
    assert from_mail.get_by_text("It is on its way to your calendar.").is_visible()

    his = open_page("/meetings/", viewer=osei, width=390, scripts=False)
    follow(his.locator(".meetings a").first)
    follow(his.get_by_role("link", name="Offer other times"))
    follow(his.get_by_role("button", name="Send"))
    hers.reload()
    follow(hers.locator("button.pick").last)
    assert hers.get_by_text("It is on its way to both calendars.").is_visible()

    Meeting.objects.update(starts_at=timezone.now() - timedelta(hours=2))
    hers.reload()
    write_log(hers)
    assert hers.get_by_text("You said: Excellent").is_visible()
    assert Meeting.objects.get().state == "held"


def write_log(page):
    follow(page.get_by_role("link", name="Did you meet? One minute"))
    page.get_by_label("What was it about?").fill("The poster")
    page.get_by_label("What is the next step?").fill("Print it")
    follow(page.get_by_role("button", name="Keep"))
    follow(page.get_by_role("button", name="Excellent"))


def test_pages_are_accessible(open_page, together, free, propose, agree, amara, osei, now):
    agreed = agree(starts_at=now + timedelta(days=2), where="https://meet.example/room")
    open_one = propose(by=osei, times=(now + timedelta(days=3), now + timedelta(days=4)))
    held = agree(starts_at=now + timedelta(days=5))
    Meeting.objects.filter(pk=held.pk).update(starts_at=now - timedelta(days=1))
    log = meetings.NewLog(was_held=True, minutes=30, topic="Exams", next_step="Rest")
    meetings.log_meeting(held.pk, log, by=amara, now=now)
    meetings.add_item("Electives", relationship_id=together.pk, by=amara, now=now)
    meetings.add_days_off(
        starts_on=now.date(), ends_on=now.date() + timedelta(days=3), by=amara, today=now.date()
    )
    meetings.renew_feed(by=amara)
    meetings.ask_reviews(now=now + timedelta(days=8))
    survey = Survey.objects.get(side="mentee", meeting=None)
    link = re.search(r"/meetings/pick/\S+/", mails_to(amara)[-1].body)
    relationship = f"/mentoring/{together.pk}"

    hers = open_page("/meetings/", viewer=amara)
    for path in (
        "/meetings/",
        f"/meetings/{agreed.pk}/",
        f"/meetings/{open_one.pk}/",
        f"/meetings/{held.pk}/",
        f"/meetings/{held.pk}/log/",
        f"/meetings/{agreed.pk}/cancellation/",
        "/meetings/calendar/",
        f"{relationship}/meetings/",
        f"{relationship}/meetings/new/",
        f"{relationship}/meetings/log/",
        f"/meetings/reviews/{survey.pk}/",
        f"{relationship}/reviews/",
        *([link[0]] if link else []),
    ):
        hers.goto(path)
        assert flaws(hers) == []
    area = meetings.RatedArea(area="goals", weight=3, rating=4)
    for one in Survey.objects.filter(meeting=None):
        by = amara if one.side == "mentee" else osei
        meetings.answer_review(one.pk, meetings.NewReview(areas=[area]), by=by, now=now)
    hers.goto(f"{relationship}/reviews/")
    assert flaws(hers) == []
