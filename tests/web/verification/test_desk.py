"""The verification desk, over HTTP."""

from datetime import timedelta

import html5lib
import pytest

from corridor.people.actions import verifying
from corridor.people.models import Access, Badge, Block, Claim, EmailDomain
from tests.people.verifying import PDF, picture


@pytest.fixture
def desk(signed_in, noor):
    return signed_in(noor)


def at(claim, rest=""):
    return f"/desk/verification/{claim.pk}/{rest}"


@pytest.mark.parametrize("page", ["", "decided/", "domains/", "badges/?handle=amara_nwosu"])
def test_pages_are_html_without_mistakes(desk, staff_card, verify, amara, page):
    verify(amara)

    response = desk.get(f"/desk/verification/{page}")

    assert response.status_code == 200
    html5lib.HTMLParser(strict=True).parse(response.content.decode())


def test_for_everybody_else_the_desk_is_not_there(signed_in, mallory, staff_card, severnside):
    client = signed_in(mallory)

    for path in ("", "decided/", "domains/", "badges/", f"{staff_card.pk}/"):
        assert client.get(f"/desk/verification/{path}").status_code == 404
    assert client.get(at(staff_card, "document/")).status_code == 404
    for path in (
        f"{staff_card.pk}/decision/",
        f"{staff_card.pk}/notes/",
        f"domains/{severnside.pk}/switch/",
    ):
        answer = client.post(f"/desk/verification/{path}", {"verdict": "accept", "shows": "x"})
        assert answer.status_code == 404
    severnside.refresh_from_db()
    assert severnside.is_active
    assert not Badge.objects.exists()
    assert not Access.objects.exists()


def test_whoever_waits_longest_comes_first(desk, staff_card, mallory, now):
    new = verifying.NewDocument(what="Letter", content=PDF)
    verifying.send_document(profile=mallory, new=new, now=now - timedelta(days=2))

    page = desk.get("/desk/verification/").content.decode()

    assert page.index("Mallory Crane") < page.index("Amara Nwosu")


def test_a_reviewer_sees_neither_her_own_claim_nor_that_of_somebody_she_is_kept_from(
    desk, noor, staff_card, amara, now
):
    Block.objects.create(blocker=amara, blocked=noor, at=now)
    own = verifying.send_document(
        profile=noor, new=verifying.NewDocument(what="Badge", content=PDF), now=now
    )

    page = desk.get("/desk/verification/").content.decode()

    assert "Amara Nwosu" not in page
    assert "2 more wait for another reviewer." in page
    for claim in (own, staff_card):
        assert desk.get(at(claim)).status_code == 404
        assert desk.post(at(claim, "decision/"), {"verdict": "accept"}).status_code == 404
        assert desk.get(at(claim, "document/")).status_code == 404


def test_a_picture_opens_in_a_sandbox_and_is_kept_nowhere(desk, staff_card, amara):
    response = desk.get(at(staff_card, "document/"))

    assert response.content[:8] == picture()[:8]
    assert response.headers["Content-Type"] == "image/png"
    assert response.headers["Content-Security-Policy"] == "sandbox; default-src 'none'"
    assert response.headers["Cache-Control"].startswith("no-store, private")
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert [access.deed for access in amara.accesses.all()] == ["document_seen"]


def test_a_pdf_is_given_and_not_shown(desk, mallory, now):
    new = verifying.NewDocument(what="Letter", content=PDF)
    claim = verifying.send_document(profile=mallory, new=new, now=now)

    response = desk.get(at(claim, "document/"))

    assert response.headers["Content-Disposition"] == 'attachment; filename="document.pdf"'


def test_looking_at_the_claim_is_not_looking_at_the_document(desk, staff_card):
    page = desk.get(at(staff_card)).content.decode()

    assert "Open the document" in page
    assert not Access.objects.exists()


def test_after_a_decision_the_next_one_stands_there(desk, staff_card, mallory, now):
    new = verifying.NewDocument(what="Letter", content=PDF)
    following = verifying.send_document(profile=mallory, new=new, now=now + timedelta(hours=1))

    response = desk.post(
        at(staff_card, "decision/"),
        {"verdict": "accept", "shows": "Student card of Severnside", "shows_stage": "on"},
    )

    badge = Badge.objects.get()
    assert response.url == at(following)
    assert (badge.shows, badge.stage) == ("Student card of Severnside", "MS3")
    assert desk.get(at(staff_card, "document/")).status_code == 404


def test_a_no_takes_a_prepared_reason_and_words_of_her_own(desk, staff_card):
    response = desk.post(
        at(staff_card, "decision/"),
        {"verdict": "refuse", "reason": "1", "answer": "In better light?"},
    )

    staff_card.refresh_from_db()
    assert response.url == "/desk/verification/"
    assert staff_card.answer == "It cannot be read.\nIn better light?"


@pytest.mark.parametrize(
    ("form", "said"),
    [
        ({"verdict": "refuse"}, "Give a reason"),
        ({"verdict": "refuse", "reason": "99"}, "Give a reason"),
        ({"verdict": "accept", "shows": " "}, "nobody gets a bare tick"),
    ],
)
def test_a_decision_that_says_nothing_is_refused_in_words(desk, staff_card, form, said):
    page = desk.post(at(staff_card, "decision/"), form)

    assert page.status_code == 422
    assert said in page.content.decode()
    assert Claim.objects.get().state == "open"


def test_the_number_of_a_claim_is_shown_with_what_it_does_not_prove(desk, mallory, now):
    claim = verifying.claim_npi(profile=mallory, number="1234567893", words="", now=now)

    page = desk.get(at(claim)).content.decode()

    assert "1234567893" in page
    assert "does not show that this person holds it" in page


def test_a_note_is_for_reviewers(desk, staff_card, signed_in, amara):
    desk.post(at(staff_card, "notes/"), {"text": "Asked the school <b>twice</b>."})

    assert "Asked the school &lt;b&gt;twice" in desk.get(at(staff_card)).content.decode()
    assert "Asked the school" not in signed_in(amara).get("/you/verification/").content.decode()


def test_a_domain_is_added_found_and_switched_off(desk, db):
    form = {
        "domain": "Wharfgate.example",
        "institution": "Wharfgate Infirmary",
        "country": "gb",
        "source": "their page",
    }
    desk.post("/desk/verification/domains/", form)
    row = EmailDomain.objects.get(domain="wharfgate.example")
    found = desk.get("/desk/verification/domains/?q=wharfgate").content.decode()

    desk.post(f"/desk/verification/domains/{row.pk}/switch/", {"counts": "no"})

    row.refresh_from_db()
    assert not row.is_active
    assert "1 domain" in found
    assert "their page" in found


@pytest.mark.parametrize("domain", ["ac.uk", "harvard.edu", "no domain"])
def test_a_domain_that_cannot_be_added_is_refused_in_words(desk, domain):
    form = {"domain": domain, "institution": "A", "country": "", "source": "-"}
    before = EmailDomain.objects.count()

    assert desk.post("/desk/verification/domains/", form).status_code == 422
    assert EmailDomain.objects.count() == before


def test_a_badge_is_withdrawn_with_a_reason(desk, amara, verify):
    badge = verify(amara)
    refused = desk.post(f"/desk/verification/badges/{badge.pk}/withdrawal/", follow=True)

    desk.post(f"/desk/verification/badges/{badge.pk}/withdrawal/", {"reason": "Lent"})

    badge.refresh_from_db()
    assert "Give a reason" in refused.content.decode()
    assert badge.withdrawn_because == "Lent"


def test_the_queue_costs_the_same_however_long(desk, join, now, django_assert_num_queries):
    for number in range(12):
        verifying.ask_for_domain(
            profile=join(handle=f"member_{number}", display_name="Member"),
            address=f"school-{number}.example",
            words="",
            now=now,
        )

    with django_assert_num_queries(12):
        desk.get("/desk/verification/")
