"""A mentor on a phone says not now, from the mail that asks him and without signing in.

When he is away he says on the same screen. Somebody else is asked by itself, and nobody asks him
again while he is away.
"""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django.utils.formats import date_format
from playwright.sync_api import expect

from corridor.programmes import queries
from corridor.programmes.models import Match, Round
from tests.mentoring.meetings.arranging import mails_to
from tests.web.browser import PHONE, flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def open_spring(open_spring, now):
    """Its days lie around today."""
    open_spring.opens_on = now - timedelta(days=60)
    open_spring.closes_on = now - timedelta(days=10)
    open_spring.starts_on = now + timedelta(days=10)
    open_spring.ends_on = now + timedelta(days=200)
    open_spring.save(update_fields=["opens_on", "closes_on", "starts_on", "ends_on"])
    return Round.objects.get()


@pytest.fixture
def everybody(everybody, apply, prof_raman):
    """Prof Raman helps with research as well; nobody chose her."""
    raman = apply(prof_raman, is_mentor=True, covers=frozenset({"research"}), capacity=1)
    return everybody | {"prof_raman": raman}


@pytest.fixture
def asked(match_of):
    """Dr Osei, about Amara."""
    return match_of("amara_nwosu")


@pytest.fixture
def back():
    """The day on which he is here again."""
    return timezone.localdate() + timedelta(days=30)


def test_a_mentor_on_a_phone_says_not_now(
    open_page, asked, wait, dr_osei, amara, prof_raman, eilidh, back
):
    waiting = wait(eilidh)  # she came later, with the same need
    link = link_to(dr_osei, about=amara)
    assert flaws(open_page(link)) == []
    mail.outbox.clear()

    his = open_page(link, width=PHONE)
    mistake_the_year(his, back)
    assert Match.objects.get(pk=asked.pk).is_open
    say_not_now(his, back)
    his.goto(link)
    his.get_by_role("heading", name="This link does not answer any more").wait_for()

    hers = read_kind_words(open_page, amara, back)
    # His place is free, and Eilidh waits: he would be asked about her, were he here.
    assert not Match.objects.filter(mentee=waiting).exists()
    assert mails_to(dr_osei) == mails_to(eilidh) == []
    assert next_best_of(waiting, back - timedelta(days=1)) is None
    assert next_best_of(waiting, back) == dr_osei

    next_mentor = open_page(link_to(prof_raman, about=amara), width=PHONE)
    follow(next_mentor.get_by_role("button", name="Yes, I will"))
    next_mentor.get_by_role("heading", name="Thank you").wait_for()
    hers.goto("/matches/")
    follow(hers.get_by_role("link", name=prof_raman.display_name))
    follow(hers.get_by_role("link", name="Go to your mentoring"))
    hers.get_by_role("heading", name=prof_raman.display_name).first.wait_for()


def mistake_the_year(page, back):
    """Nothing is answered then, and nothing lost."""
    page.get_by_role("heading", name="Would you be a mentor to Amara Nwosu?").wait_for()
    expect(page.get_by_text("Not that you said no, and not why.")).to_be_visible()
    page.get_by_label("Why, if you like").fill("Nights until spring.")
    page.get_by_label("I am away from").fill(timezone.localdate().isoformat())
    page.get_by_label("I am back on").fill((back - timedelta(days=365)).isoformat())
    follow(page.get_by_role("button", name="Not now"))
    expect(page.get_by_text("The day back comes after the first day away.").first).to_be_visible()


def say_not_now(page, back):
    expect(page.get_by_label("Why, if you like")).to_have_value("Nights until spring.")
    page.get_by_label("I am back on").fill(back.isoformat())
    follow(page.get_by_role("button", name="Not now"))
    page.get_by_role("heading", name="Thank you").wait_for()
    expect(page.get_by_text("We ask somebody else; nobody is told why.")).to_be_visible()


def read_kind_words(open_page, mentee, back):
    (told,) = mails_to(mentee)
    assert told.subject == "First-Gen in Medicine: we are asking somebody else"
    assert "that is often a matter of time" in told.body
    page = open_page(re.search(r"/matches/\d+/", told.body)[0], viewer=mentee, width=PHONE)
    page.get_by_role("heading", name="It does not work out now").wait_for()
    expect(page.get_by_text("We are asking somebody else.")).to_be_visible()
    assert "Nights until spring." not in page.get_by_role("main").inner_text()
    page.goto("/@kwame_osei/")
    expect(page.get_by_text(f"Away, back on {date_format(back, 'j F Y')}")).to_be_visible()
    return page


def link_to(mentor, *, about):
    (letter,) = [one for one in mails_to(mentor) if about.display_name in one.body]
    return re.search(r"/matches/by-link/[\w-]+/", letter.body)[0]


def next_best_of(application, today):
    found = queries.next_best(application, "mentor", today=today)
    return found and found.mentor.profile
