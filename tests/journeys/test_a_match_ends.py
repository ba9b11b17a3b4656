"""A match ends well, and another badly; she is on a phone and without scripts both times.

However it ends, nobody is blamed: what the other is told stands on the page before it is sent, and
what she notes for herself or says to moderators does not reach him.
"""

import re
from datetime import timedelta

import pytest
from django.core import mail

from corridor.mentoring import actions, queries
from corridor.mentoring.models import FirstContact, Relationship
from corridor.people.choices import Kind
from corridor.safety.models import Flag
from tests.mentoring.conftest import *  # noqa: F403 - pytest finds fixtures by name
from tests.mentoring.meetings.arranging import mails_to
from tests.web.browser import PHONE, flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def together(begin, now):
    """For two months; long enough to be asked what it was like."""
    return begin(at=now - timedelta(days=60))


def test_a_match_ends_well(open_page, together, amara, osei):
    start = f"/mentoring/{together.pk}/"
    hers = open_page(start, viewer=amara, width=PHONE, scripts=False)
    reach_a_goal(hers)
    hers.goto(start)
    part(hers)
    assert queries.places_left(osei, Kind.MENTORSHIP) == 2

    his = open_page(start, viewer=osei, width=PHONE, scripts=False)
    assert his.get_by_text("You did what you set out to do.").is_visible()
    assert his.get_by_text("Thank you for the nights.").is_visible()

    review(hers, content="5, very much", words="You believed it before I did.")
    assert hers.get_by_text("What Dr Kwame Osei says appears here once both").is_visible()
    review(his, content="4, a lot", words="You asked the better questions.")
    assert his.get_by_text("You believed it before I did.").is_visible()
    hers.reload()
    assert hers.get_by_text("You asked the better questions.").is_visible()
    assert flaws(open_page(hers.url, viewer=amara)) == []


def reach_a_goal(page):
    follow(page.get_by_role("link", name="Add one"))
    follow(page.get_by_role("link", name="Finish a first paper"))
    follow(page.get_by_role("button", name="Keep"))
    follow(page.get_by_role("button", name="Done: Write the methods"))
    follow(page.get_by_role("button", name="Reached"))
    assert page.get_by_text("Well done").is_visible()


def part(page):
    follow(page.get_by_role("link", name="End", exact=True))
    page.get_by_label("We did what we set out to do").check()
    page.get_by_label("A line of your own").fill("I have my place.")
    follow(page.get_by_role("button", name="Show it as it is now"))
    assert page.get_by_text("“I have my place.”").is_visible()
    follow(page.get_by_role("button", name="End it"))
    page.get_by_label("A last word").fill("Thank you for the nights.")
    follow(page.get_by_role("button", name="Say it"))


def review(page, *, content, words):
    follow(page.get_by_role("link", name="All, agenda and reviews"))
    follow(page.get_by_role("link", name="Your reviews"))
    follow(page.get_by_role("link", name="Answer"))
    area = page.get_by_role("group", name="Trust in what I can do")
    area.get_by_label("How much it matters").select_option("5, very much")
    area.get_by_label("How content you are").select_option(content)
    page.get_by_label("In your own words").fill(words)
    page.get_by_label("Show my words to the other one").check()
    follow(page.get_by_role("button", name="Keep"))


def test_a_match_ends_badly(open_page, together, present, amara, osei, dr_vaughan, now):
    present(dr_vaughan, capacity=1)
    actions.wait_for_answer(together.pk, by=amara, now=now - timedelta(days=40))
    mail.outbox.clear()
    start = f"/mentoring/{together.pk}/"
    hers = open_page(start, viewer=amara, width=PHONE, scripts=False)

    hear_that_it_is_not_her(hers)
    hers.goto(start)
    raise_a_concern(hers)
    assert (Flag.objects.get().by, mails_to(osei)) == (amara, [])
    hers.goto(start)
    told = end_without_fault(hers)
    assert told in mails_to(osei)[0].body
    turn_to_somebody_else(hers)
    assert FirstContact.objects.get().mentor == dr_vaughan

    his = open_page(start, viewer=osei, width=PHONE, scripts=False)
    assert his.get_by_text("It ended without anybody’s fault.").is_visible()
    reads = [one.body for one in mails_to(osei)] + [his.get_by_role("main").inner_text()]
    his.goto("/notifications/")
    reads.append(his.get_by_role("main").inner_text())
    blamed = re.compile("draft|credit|flag|moderator", re.IGNORECASE)
    assert [one for one in reads if blamed.search(one)] == []
    assert Relationship.objects.get().ending == "changed"


def hear_that_it_is_not_her(page):
    assert page.get_by_text("No answer since").is_visible()
    follow(page.get_by_role("link", name="Ask somebody else"))
    assert page.get_by_text("it says nothing about you").is_visible()
    assert page.get_by_role("link", name="Dr Helen Vaughan").is_visible()


def raise_a_concern(page):
    follow(page.get_by_role("link", name="Something is wrong here"))
    follow(page.get_by_role("link", name="They take credit for my work, or for my ideas."))
    assert page.get_by_role("radio", name="Harm in mentoring").is_checked()
    assert "take credit" in page.get_by_label("In your own words").input_value()
    follow(page.get_by_role("button", name="Flag it"))


def end_without_fault(page):
    """What he is told, as she read it before."""
    follow(page.get_by_role("link", name="End", exact=True))
    told = page.locator("dt", has_text="I look for somebody else").locator("+ dd").inner_text()
    page.get_by_label("I look for somebody else").check()
    page.get_by_label("For yourself: why").fill("He took my draft.")
    follow(page.get_by_role("button", name="End it"))
    assert page.get_by_text("He took my draft.").is_visible()
    return told


def turn_to_somebody_else(page):
    follow(page.get_by_role("link", name="Look for somebody new"))
    follow(page.get_by_role("link", name=re.compile("Say hello.*Helen Vaughan")))
    for label in ("Who I am", "What I admire, or need", "What I ask"):
        page.get_by_label(label).fill(label)
    follow(page.get_by_role("button", name="Say hello", exact=True))
    assert page.get_by_text("It waits for an answer until").is_visible()
