import pytest
from django.core import mail

from corridor.people import queries
from corridor.people.actions import verifying
from corridor.people.actions.verifying import Decision
from corridor.people.choices import Deed
from corridor.people.models import Access, Badge, Block, Claim, EmailDomain
from tests.people.verifying import PDF, picture

YES = Decision(is_accepted=True, shows="Student card of Severnside", shows_stage=True)
NO = Decision(is_accepted=False, answer="The name cannot be read.")


@pytest.fixture
def decide(noor, now, django_capture_on_commit_callbacks):
    def decided(claim, decision, by=noor):
        with django_capture_on_commit_callbacks(execute=True):
            return verifying.decide_claim(claim=claim, decision=decision, by=by, now=now)

    return decided


def nothing_changed(claim):
    claim = Claim.objects.get(pk=claim.pk)
    return claim.state == "open" and claim.document and not Badge.objects.exists()


def test_a_yes_makes_a_badge_and_deletes_the_document(staff_card, decide, noor, amara, now):
    badge = decide(staff_card, YES)

    staff_card.refresh_from_db()
    assert staff_card.document is None
    assert (staff_card.state, staff_card.decided_by) == ("accepted", noor)
    [shown] = queries.badges_shown([amara], viewer=None, now=now)[amara.pk]
    assert (shown.title, shown.by) == ("Document seen: Student card of Severnside", "Noor Rahmani")
    assert shown.stage == "Medical student, year 3"
    assert (badge.expires_at - now).days == 730


def test_a_no_tells_why_and_deletes_the_document(staff_card, decide):
    decide(staff_card, NO)

    staff_card.refresh_from_db()
    assert (staff_card.state, staff_card.document) == ("refused", None)
    assert not Badge.objects.exists()
    assert mail.outbox[-1].to == ["amara_nwosu@example.org"]
    assert "The name cannot be read." in mail.outbox[-1].body
    assert "The document has been deleted." in mail.outbox[-1].alternatives[0].content


def test_what_a_reviewer_writes_stays_text_in_the_mail(staff_card, decide):
    decide(staff_card, Decision(is_accepted=False, answer="Two lines,\n<b>please</b>."))

    assert "They write: Two lines,\n<b>please</b>." in mail.outbox[-1].body
    html = mail.outbox[-1].alternatives[0].content
    assert "Two lines,<br>&lt;b&gt;please&lt;/b&gt;." in html


def test_every_look_and_the_deletion_are_in_her_log(staff_card, decide, noor, amara, now):
    for _ in range(2):
        opened = verifying.open_document(claim=staff_card, by=noor, now=now)
    decide(staff_card, YES)

    assert opened.content.startswith(picture()[:8])
    assert opened.kind == "image/png"
    deeds = Access.objects.filter(subject=amara, by=noor).order_by("pk")
    assert [access.deed for access in deeds] == [
        Deed.DOCUMENT_SEEN,
        Deed.DOCUMENT_SEEN,
        Deed.DOCUMENT_DELETED,
    ]


def test_a_document_is_gone_for_reviewers_too_once_decided(staff_card, decide, noor, now):
    decide(staff_card, NO)

    with pytest.raises(verifying.DocumentGone):
        verifying.open_document(claim=staff_card, by=noor, now=now)


@pytest.mark.parametrize(
    ("decision", "refusal"),
    [
        (Decision(is_accepted=False), verifying.ReasonMissing),
        (Decision(is_accepted=True), verifying.SayWhatItShows),
    ],
)
def test_neither_a_no_without_reason_nor_a_bare_tick(staff_card, decide, decision, refusal):
    with pytest.raises(refusal):
        decide(staff_card, decision)

    assert nothing_changed(staff_card)
    assert mail.outbox == []


def test_only_reviewers_open_note_and_decide(staff_card, decide, mallory, now):
    with pytest.raises(verifying.NotAReviewer):
        decide(staff_card, YES, by=mallory)
    with pytest.raises(verifying.NotAReviewer):
        verifying.open_document(claim=staff_card, by=mallory, now=now)
    with pytest.raises(verifying.NotAReviewer):
        verifying.note_claim(claim=staff_card, text="Looks fine.", by=mallory, now=now)

    assert nothing_changed(staff_card)
    assert not Access.objects.exists()
    assert not staff_card.notes.exists()


def test_a_reviewer_never_decides_about_herself(noor, decide, now):
    new = verifying.NewDocument(what="Card", content=PDF)
    own = verifying.send_document(profile=noor, new=new, now=now)

    with pytest.raises(verifying.NotAReviewer):
        decide(own, YES)

    assert nothing_changed(own)
    assert queries.claims_to_review(noor, today=now.date()).count() == 0
    assert queries.waiting_for_others(noor, today=now.date()) == 1


@pytest.mark.parametrize("is_by_her", [True, False])
def test_nor_about_somebody_she_is_kept_from(staff_card, noor, amara, decide, now, is_by_her):
    pair = (amara, noor) if is_by_her else (noor, amara)
    Block.objects.create(blocker=pair[0], blocked=pair[1], at=now)

    with pytest.raises(verifying.NotAReviewer):
        decide(staff_card, YES)

    assert nothing_changed(staff_card)


def test_the_second_of_two_reviewers_is_told(staff_card, decide, dr_osei, now):
    verifying.appoint_reviewer(dr_osei, now=now)
    decide(staff_card, NO)

    with pytest.raises(verifying.DecidedAlready):
        decide(staff_card, YES, by=dr_osei)

    assert not Badge.objects.exists()


def test_a_domain_asked_for_counts_once_it_has_an_institution(amara, decide, now):
    claim = verifying.ask_for_domain(profile=amara, address="severnside.ac.uk", words="", now=now)

    badge = decide(claim, Decision(is_accepted=True, shows="Severnside Medical School"))

    row = EmailDomain.objects.get(domain="severnside.ac.uk")
    assert badge is None
    assert row.institution == "Severnside Medical School"
    assert row.source == "asked for by a member, checked by Noor Rahmani"
    assert "Mailboxes at severnside.ac.uk count now." in mail.outbox[-1].body


def test_an_accepted_number_cannot_be_shown_by_another_and_is_kept_as_a_digest(
    amara, mallory, decide, now
):
    for profile in (amara, mallory):
        verifying.claim_npi(profile=profile, number="1234567893", words="", now=now)
    hers, copy = Claim.objects.order_by("pk")
    decide(hers, Decision(is_accepted=True, shows="Anesthesiology, MA"))

    with pytest.raises(verifying.ShownByAnother):
        decide(copy, Decision(is_accepted=True, shows="Anesthesiology, MA"))

    hers.registry_record.refresh_from_db()
    copy.refresh_from_db()
    assert hers.registry_record.number is None
    assert copy.state == "open"


def test_notes_are_for_reviewers_and_say_something(staff_card, noor, now):
    with pytest.raises(verifying.NoteIsEmpty):
        verifying.note_claim(claim=staff_card, text=" ", by=noor, now=now)
    note = verifying.note_claim(claim=staff_card, text=" Asked a colleague. ", by=noor, now=now)

    assert note.text == "Asked a colleague."
    assert list(queries.evidence_of(staff_card).notes) == [note]


def test_a_withdrawn_badge_needs_a_reason_and_goes_once(amara, verify, noor, mallory, now):
    badge = verify(amara)

    with pytest.raises(verifying.ReasonMissing):
        verifying.withdraw_badge(badge=badge, reason=" ", by=noor, now=now)
    with pytest.raises(verifying.NotAReviewer):
        verifying.withdraw_badge(badge=badge, reason="Spite", by=mallory, now=now)
    assert queries.is_verified(amara, now=now)
    verifying.withdraw_badge(badge=badge, reason="The mailbox was lent", by=noor, now=now)
    with pytest.raises(verifying.BadgeEndedAlready):
        verifying.withdraw_badge(badge=badge, reason="Again", by=noor, now=now)
    assert not queries.is_verified(amara, now=now)
    assert Badge.objects.get().withdrawn_by == noor


def test_its_owner_takes_a_badge_off_without_a_reason(amara, verify, now):
    verifying.withdraw_badge(badge=verify(amara), reason="", by=amara, now=now)

    assert not queries.is_verified(amara, now=now)


def test_a_reviewer_is_appointed_once_and_dismissed(noor, now):
    verifying.appoint_reviewer(noor, now=now)
    verifying.dismiss_reviewer(noor)

    assert not queries.is_reviewer(noor)
    with pytest.raises(verifying.NotAtTheDesk):
        verifying.dismiss_reviewer(noor)
