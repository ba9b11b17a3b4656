"""Showing who one is, over HTTP."""

import re

import html5lib
import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from corridor.people import actions
from corridor.people.models import Badge, Claim, RosterEntry
from tests.people.verifying import PDF

PAGES = ["", "mailbox/", "domain/", "npi/", "document/"]


@pytest.fixture
def client(signed_in, amara):
    return signed_in(amara)


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_html_without_mistakes(client, page):
    response = client.get(f"/you/verification/{page}")

    assert response.status_code == 200
    html5lib.HTMLParser(strict=True).parse(response.content.decode())


@pytest.mark.parametrize("page", [*PAGES, "mailbox/code/"])
def test_a_visitor_signs_in_first(db, page):
    assert Client().get(f"/you/verification/{page}").status_code == 302


def test_a_student_outside_the_united_states_has_two_ways_without_a_number(client):
    page = client.get("/you/verification/").content.decode()

    first, more = page.split("More ways")
    assert "A mailbox at your institution" in first
    assert "A document" in first
    assert "An NPI number" not in first
    assert "An NPI number" in more


def test_a_resident_in_the_united_states_is_offered_the_number(signed_in, join):
    someone = join(handle="adaeze", display_name="Adaeze", country="US", stage="PGY4")

    first = signed_in(someone).get("/you/verification/").content.decode().split("More ways")[0]

    assert "An NPI number" in first


def test_a_code_typed_in_becomes_a_badge_with_its_limits(client, severnside):
    asked = client.post("/you/verification/mailbox/", {"address": "a.nwosu@severnside.ac.uk"})
    code = re.search(r"\d{4} \d{4}", mail.outbox[-1].body)[0]

    page = client.post("/you/verification/mailbox/code/", {"code": code}, follow=True)

    assert asked.url == "/you/verification/mailbox/code/"
    assert "Mailbox at severnside.ac.uk" in page.content.decode()
    assert "neither a role nor a stage" in page.content.decode()


def test_a_wrong_code_is_refused_in_words(client, severnside):
    client.post("/you/verification/mailbox/", {"address": "a.nwosu@severnside.ac.uk"})

    page = client.post("/you/verification/mailbox/code/", {"code": "1"})

    assert page.status_code == 422
    assert "4 tries are left." in page.content.decode()
    assert not Badge.objects.exists()


def test_a_domain_nobody_knows_can_be_asked_for(client):
    page = client.post("/you/verification/mailbox/", {"address": "a@severnside.ac.uk"})
    client.post("/you/verification/domain/", {"address": "severnside.ac.uk", "words": "My school"})

    assert "Ask for severnside.ac.uk" in page.content.decode()
    assert Claim.objects.get().subject == "severnside.ac.uk"


def test_codes_are_not_sent_without_end(client, severnside):
    for number in range(7):
        page = client.post("/you/verification/mailbox/", {"address": f"a{number}@severnside.ac.uk"})

    assert "That was often within an hour" in page.content.decode()
    assert len(mail.outbox) == 1


def send(client, content, name="card.pdf"):
    file = SimpleUploadedFile(name, content, content_type="application/pdf")
    return client.post("/you/verification/document/", {"what": "Student card", "document": file})


def test_a_document_waits_for_a_reviewer_and_can_be_withdrawn(client):
    send(client, PDF)
    claim = Claim.objects.get()
    waiting = client.get("/you/verification/").content.decode()

    client.post(f"/you/verification/claims/{claim.pk}/withdrawal/")

    claim.refresh_from_db()
    assert "Waiting for a reviewer" in waiting
    assert (claim.state, claim.document) == ("withdrawn", None)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<svg/>", "no PDF, JPEG or PNG"),
        (PDF + b" " * (5 << 20) + PDF, "too large"),
        (PDF + b" " * (7 << 20), "too large"),
    ],
)
def test_a_file_that_is_not_taken_is_refused_in_words(client, content, said):
    page = send(client, content, name="../../card.pdf")

    assert page.status_code == 422
    assert said in page.content.decode()
    assert not Claim.objects.exists()


def test_a_document_needs_the_token_of_the_form(amara):
    client = Client(enforce_csrf_checks=True)
    client.force_login(amara.account)

    assert send(client, PDF).status_code == 403
    assert not Claim.objects.exists()


def test_a_number_is_refused_or_waits(client):
    wrong = client.post("/you/verification/npi/", {"number": "1234567890"})
    client.post("/you/verification/npi/", {"number": "1234567893"})

    page = client.get("/you/verification/").content.decode()
    assert "the last one checks the others" in wrong.content.decode()
    assert "…7893" in page
    assert "1234567893" not in page


def test_a_roster_by_which_she_joined_is_offered_and_gives_its_badge(client, amara, now):
    RosterEntry.objects.create(
        roster="Severnside, year 3", email="amara_nwosu@example.org", added_at=now, joined=amara
    )
    offered = client.get("/you/verification/").content.decode()

    page = client.post("/you/verification/rosters/", follow=True).content.decode()

    assert "You joined by the list of Severnside, year 3." in offered
    assert "On the roster of Severnside, year 3" in page


def test_what_belongs_to_somebody_else_is_not_there(signed_in, mallory, verify, amara, staff_card):
    badge = verify(amara)
    client = signed_in(mallory)

    for path in (f"claims/{staff_card.pk}", f"badges/{badge.pk}"):
        assert client.post(f"/you/verification/{path}/withdrawal/").status_code == 404
    badge.refresh_from_db()
    staff_card.refresh_from_db()
    assert badge.withdrawn_at is None
    assert staff_card.state == "open"


def test_she_takes_a_badge_off(client, verify, amara):
    badge = verify(amara)

    client.post(f"/you/verification/badges/{badge.pk}/withdrawal/")

    badge.refresh_from_db()
    assert badge.withdrawn_because == "by_owner"


@pytest.fixture
def verified_osei(dr_osei, verify, long_here):
    verify(long_here(dr_osei))
    return dr_osei


def test_a_verified_member_vouches_and_takes_it_back(signed_in, verified_osei, amara):
    client = signed_in(verified_osei)

    said = client.post("/@amara_nwosu/vouch/", {"knows_from": "The spring block"}, follow=True)
    back = client.post("/@amara_nwosu/vouch/withdrawal/", follow=True)

    assert "You have vouched for Amara Nwosu since" in said.content.decode()
    assert "You vouch no more for Amara Nwosu." in back.content.decode()
    assert not amara.vouched_by.exists()


def test_somebody_who_is_not_verified_is_told_what_to_do_first(signed_in, mallory, amara):
    client = signed_in(mallory)

    page = client.get("/@amara_nwosu/vouch/").content.decode()
    refused = client.post("/@amara_nwosu/vouch/", {"knows_from": "The bar"})

    assert "Whoever vouches is verified first." in page
    assert refused.status_code == 422
    assert not amara.vouched_by.exists()


def test_nobody_vouches_for_somebody_they_are_kept_from(signed_in, verified_osei, amara, now):
    actions.block(blocker=amara, blocked=verified_osei, now=now)

    response = signed_in(verified_osei).post("/@amara_nwosu/vouch/", {"knows_from": "Ward"})

    assert response.status_code == 404
    assert not amara.vouched_by.exists()


def test_the_page_states_its_number_of_queries(client, verify, amara, django_assert_num_queries):
    verify(amara)

    with django_assert_num_queries(11):
        client.get("/you/verification/")
