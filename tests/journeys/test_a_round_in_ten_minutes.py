"""A director goes from nothing to published matches, and a mentor on a phone says yes.

All of it in a browser without scripts; only the clock is put forward once, over the minutes in
which a publication can be stopped.
"""

import re

import pytest
from django.core import mail
from django.utils import timezone

from corridor.mentoring.models import Relationship
from corridor.programmes.actions.publishing import HOLD, release_due
from corridor.programmes.models import Application, Match, Programme, Round, RoundInvitation
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)

ROWS = """\
role,email,needs,covers,capacity,languages
mentee,{amara},research,,,English
mentee,{sam},study skills,,,English
mentee,{tomi},publishing,,,English
mentee,someone.new@example.org,research,,,English
mentor,{dr_osei},,research; study skills,2,English
mentor,{dr_vaughan},,publishing,1,English
"""


@pytest.fixture(autouse=True)
def _everybody_may(settings):
    settings.PROGRAMMES_STARTED_BY = "members"


@pytest.fixture
def file(amara, sam, tomi, dr_osei, dr_vaughan):
    people = {"amara": amara, "sam": sam, "tomi": tomi, "dr_osei": dr_osei}
    people["dr_vaughan"] = dr_vaughan
    content = ROWS.format(**{name: who.account.email for name, who in people.items()})
    return {"name": "people.csv", "mimeType": "text/csv", "buffer": content.encode()}


def test_from_nothing_to_a_relationship(open_page, prof_lindqvist, amara, dr_osei, file):
    page = open_page("/programmes/", viewer=prof_lindqvist, scripts=False)
    start(page)
    ask_a_question(page)
    follow(page.get_by_role("button", name="Publish the programme"))
    page.get_by_role("heading", name=re.compile("People are applying until")).wait_for()

    take_in(page, file)
    assert Application.objects.filter(state="in").count() == 5
    assert RoundInvitation.objects.get().email == "someone.new@example.org"

    close_look_and_approve(page)
    publish(page)
    told = {one.to[0]: one for one in mail.outbox if "/matches/" in one.body}
    assert {amara.account.email, dr_osei.account.email} <= set(told)

    phone = open_page("/matches/", viewer=dr_osei, width=390, scripts=False)
    follow(phone.get_by_role("link", name=re.compile("Amara")))
    follow(phone.get_by_role("button", name="Yes, I will"))
    follow(phone.get_by_role("link", name="Go to your mentoring"))
    phone.get_by_role("heading", name=re.compile("Amara")).first.wait_for()
    relationship = Relationship.objects.get()
    assert (relationship.mentor, relationship.mentee) == (dr_osei, amara)

    answered = open_page(page.url, viewer=prof_lindqvist)
    assert flaws(answered) == []
    assert re.search(r"Accepted\s*1\s", answered.get_by_role("main").inner_text())


def start(page):
    follow(page.get_by_role("link", name="Start a programme"))
    follow(page.get_by_role("link", name=re.compile("Across a society")))
    page.get_by_label("Name of the programme").fill("Mentors of the North")
    follow(page.get_by_role("button", name="Start the programme"))


def ask_a_question(page):
    follow(page.get_by_role("link", name="Form for mentees"))
    follow(page.get_by_role("link", name="Add a question"))
    page.get_by_label("Question", exact=True).fill("How far is your next hospital?")
    follow(page.get_by_role("button", name="Keep"))
    follow(page.get_by_role("link", name="Directing"))


def take_in(page, file):
    follow(page.get_by_role("link", name=re.compile("^Applications")))
    follow(page.get_by_role("link", name="From a file"))
    page.get_by_label("File", exact=True).set_input_files(file)
    follow(page.get_by_role("button", name="Look through it"))
    page.get_by_role("heading", name="What people.csv would do").wait_for()
    assert Application.objects.count() == 0
    follow(page.get_by_role("button", name="Do it"))


def close_look_and_approve(page):
    follow(page.get_by_role("link", name="Directing"))
    follow(page.get_by_role("button", name="Close applications now"))
    assert Round.objects.get().state == "closed"
    # Somebody comes too late: it is undone, and done again.
    follow(page.get_by_role("button", name="Undo"))
    assert Round.objects.get().state == "open"
    follow(page.get_by_role("button", name="Close applications now"))

    follow(page.get_by_role("button", name="Run the matching"))
    page.get_by_role("heading", name="Review 3 proposed matches").wait_for()
    sent = len(mail.outbox)
    approve = page.get_by_role("button", name="Approve this match")
    for _ in range(3):
        if approve.count():
            follow(approve)
    together = page.get_by_role("button", name=re.compile("without a look"))
    if together.count():
        follow(together)
    assert len(mail.outbox) == sent


def publish(page):
    follow(page.get_by_role("link", name="Mails and publishing"))
    page.get_by_role("heading", name="Publish 3 matches").wait_for()
    assert "To Amara Nwosu" in page.get_by_role("main").inner_text()
    follow(page.get_by_role("button", name="Publish"))
    assert not Match.objects.exists()

    release_due(now=timezone.now() + HOLD)

    page.reload()  # the page of the publication leads on to the answers
    page.get_by_role("heading", name="Wait for an answer").wait_for()
    assert Programme.objects.get().rounds.get().state == "published"
    assert Match.objects.count() == 3
