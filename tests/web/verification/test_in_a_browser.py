"""The desk and the pages of showing who one is, as people meet them."""

import re

import pytest
from django.core import mail

from corridor.people.actions import verifying
from tests.web.browser import accessibility_violations, flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)

OWN = [
    "/you/verification/",
    "/you/verification/mailbox/",
    "/you/verification/document/",
    "/you/verification/domain/?domain=severn.example",
    "/you/verification/npi/",
    "/@kwame_osei/vouch/",
]


def test_her_own_pages_are_accessible(open_page, amara, dr_osei, verify, staff_card):
    verify(amara)
    page = open_page(OWN[0], viewer=amara)
    page.locator(".badge > summary").click()

    for path in OWN:
        if path != OWN[0]:
            page.goto(path)
        assert flaws(page) == []


def test_the_desk_is_accessible(open_page, noor, staff_card, amara, verify):
    verify(amara)
    page = open_page("/desk/verification/", viewer=noor)

    paths = (f"{staff_card.pk}/", "decided/", "domains/", "badges/?handle=amara_nwosu")
    for path in ("", *paths):
        page.goto(f"/desk/verification/{path}")
        assert flaws(page) == []


def test_what_is_decided_is_listed_accessibly(open_page, noor, staff_card, now):
    verifying.decide_claim(
        claim=staff_card,
        decision=verifying.Decision(is_accepted=False, answer="Blurred."),
        by=noor,
        now=now,
    )
    page = open_page("/desk/verification/decided/", viewer=noor, width=390)

    assert page.get_by_text("Amara Nwosu").first.is_visible()
    assert accessibility_violations(page) == []


@pytest.mark.parametrize("form", ["mailbox", "domain", "npi"])
def test_a_form_with_mistakes_is_accessible(open_page, amara, form):
    page = open_page(f"/you/verification/{form}/", viewer=amara, width=390)
    page.get_by_role("main").get_by_role("textbox").first.fill("12")
    page.evaluate("document.querySelector('main form').noValidate = true")

    follow(page.get_by_role("main").get_by_role("button").last)

    assert page.locator(".field-error, .check.stop").first.is_visible()
    assert accessibility_violations(page) == []


def test_the_page_for_the_code_is_accessible(open_page, amara, severnside, now):
    verifying.ask_mailbox_code(profile=amara, address="a.nwosu@severnside.ac.uk", now=now)
    page = open_page("/you/verification/mailbox/code/", viewer=amara, width=390)

    page.get_by_label("Code from the mail").wait_for()
    assert accessibility_violations(page) == []


def test_a_mailbox_is_shown_without_scripts(open_page, amara, severnside):
    page = open_page("/you/verification/", viewer=amara, width=390, scripts=False)

    follow(page.get_by_role("link", name="Send me a code"))
    page.get_by_label("E-mail address at your school").fill("a.nwosu@severnside.ac.uk")
    follow(page.get_by_role("button", name="Send me a code"))
    page.get_by_label("Code from the mail").fill(re.search(r"\d{4} \d{4}", mail.outbox[-1].body)[0])
    follow(page.get_by_role("button", name="Show this mailbox"))

    badge = page.locator(".badge")
    badge.locator("summary").click()
    assert badge.get_by_text("neither a role nor a stage").is_visible()


def test_the_keyboard_goes_down_the_queue_and_decides(open_page, noor, staff_card, mallory, now):
    verifying.claim_npi(profile=mallory, number="1234567893", words="", now=now)
    page = open_page("/desk/verification/", viewer=noor)
    page.locator(".queue a").first.focus()

    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    page.get_by_label("It shows the stage").check()
    follow(page.get_by_role("button", name="Accept", exact=True))

    assert page.get_by_role("heading", name="Mallory Crane").is_visible()
    assert page.get_by_text("Accepted: Amara Nwosu.").is_visible()
