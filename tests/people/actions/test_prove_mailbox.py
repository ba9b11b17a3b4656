import re
from datetime import timedelta

import pytest
from django.core import mail

from corridor.algorithms.credentials.domains import NotAnAddress
from corridor.people import actions, queries
from corridor.people.actions import verifying
from corridor.people.models import Badge, EmailDomain, MailboxProof

ADDRESS = "a.nwosu@Med.Severnside.ac.uk"


@pytest.fixture
def code(severnside, amara, now):
    """What came to the mailbox."""
    verifying.ask_mailbox_code(profile=amara, address=ADDRESS, now=now)
    return re.search(r"\d{4} \d{4}", mail.outbox[-1].body)[0]


def wrong(code):
    return f"{(int(code.replace(' ', '')) + 1) % 10**8:08}"


def test_whoever_reads_the_mailbox_has_a_badge_that_names_its_domain(code, amara, now):
    badge = verifying.prove_mailbox(profile=amara, code=code, now=now + timedelta(minutes=5))

    [shown] = queries.badges_shown([amara], viewer=None, now=now + timedelta(hours=1))[amara.pk]
    assert shown.title == "Mailbox at severnside.ac.uk"
    assert badge.expires_at == now + timedelta(days=365, minutes=5)
    assert not MailboxProof.objects.exists()


def test_neither_code_nor_address_of_the_mailbox_is_kept_with_the_badge(code, amara, now):
    digest = MailboxProof.objects.get().code_digest

    badge = verifying.prove_mailbox(profile=amara, code=code, now=now)

    assert code.replace(" ", "") not in digest
    assert "nwosu" not in badge.shows + badge.evidence


def test_the_mail_goes_to_the_mailbox_and_says_who_asks(code):
    sent = mail.outbox[-1]

    assert sent.to == ["a.nwosu@med.severnside.ac.uk"]
    assert "@amara_nwosu" in sent.body
    assert code in sent.alternatives[0].content


def test_a_wrong_code_says_how_many_tries_are_left(code, amara, now):
    with pytest.raises(verifying.WrongCode) as refusal:
        verifying.prove_mailbox(profile=amara, code=wrong(code), now=now)

    assert refusal.value.left == 4
    assert not Badge.objects.exists()


def test_after_five_wrong_codes_the_right_one_is_void(code, amara, now):
    for _ in range(5):
        with pytest.raises(verifying.WrongCode):
            verifying.prove_mailbox(profile=amara, code=wrong(code), now=now)

    with pytest.raises(verifying.TooManyAttempts):
        verifying.prove_mailbox(profile=amara, code=code, now=now)

    assert not Badge.objects.exists()


def test_a_code_is_good_for_half_an_hour(code, amara, now):
    with pytest.raises(verifying.CodeExpired):
        verifying.prove_mailbox(profile=amara, code=code, now=now + timedelta(minutes=30))

    assert not Badge.objects.exists()


def test_a_code_works_once(code, amara, now):
    verifying.prove_mailbox(profile=amara, code=code, now=now)

    with pytest.raises(verifying.NoCodeSent):
        verifying.prove_mailbox(profile=amara, code=code, now=now)

    assert Badge.objects.count() == 1


def test_a_code_is_of_use_to_nobody_else(code, mallory, amara, now):
    MailboxProof.objects.filter(profile=amara).update(profile=mallory)

    with pytest.raises(verifying.WrongCode):
        verifying.prove_mailbox(profile=mallory, code=code, now=now)

    assert not Badge.objects.exists()


def test_one_mailbox_verifies_one_profile_whatever_is_added_to_it(code, amara, mallory, now):
    verifying.prove_mailbox(profile=amara, code=code, now=now)
    verifying.ask_mailbox_code(
        profile=mallory, address="A.Nwosu+mallory@med.severnside.ac.uk", now=now
    )
    hers = re.search(r"\d{4} \d{4}", mail.outbox[-1].body)[0]

    with pytest.raises(verifying.ShownByAnother):
        verifying.prove_mailbox(profile=mallory, code=hers, now=now)

    assert Badge.objects.get().profile == amara


def test_a_domain_nobody_knows_is_refused_by_name(amara, now, db):
    with pytest.raises(verifying.DomainNotKnown) as refusal:
        verifying.ask_mailbox_code(profile=amara, address="amara@gmail.com", now=now)

    assert refusal.value.domain == "gmail.com"
    assert mail.outbox == []
    assert not MailboxProof.objects.exists()


@pytest.mark.parametrize(
    "address", ["a@post.harvard.edu", "a@alumni.severnside.ac.uk", "a@alum.harvard.edu"]
)
def test_mailboxes_that_people_keep_for_life_do_not_count(severnside, amara, now, address):
    with pytest.raises(verifying.DomainDoesNotCount):
        verifying.ask_mailbox_code(profile=amara, address=address, now=now)

    assert mail.outbox == []


def test_a_domain_switched_off_meanwhile_gives_no_badge(code, amara, now):
    EmailDomain.objects.filter(domain="severnside.ac.uk").update(is_active=False)

    with pytest.raises(verifying.DomainDoesNotCount):
        verifying.prove_mailbox(profile=amara, code=code, now=now)

    assert not Badge.objects.exists()


def test_codes_are_sent_a_minute_apart(code, amara, now):
    with pytest.raises(verifying.CodeSentJustNow):
        verifying.ask_mailbox_code(profile=amara, address=ADDRESS, now=now + timedelta(seconds=59))

    assert len(mail.outbox) == 1


def test_a_code_that_cannot_be_sent_is_not_waited_for(severnside, amara, now, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    with pytest.raises(actions.MailNotSent):
        verifying.ask_mailbox_code(profile=amara, address=ADDRESS, now=now)

    assert not MailboxProof.objects.exists()


@pytest.mark.parametrize("address", ["", "amara", "a@b@severnside.ac.uk", "a\nb@severnside.ac.uk"])
def test_what_is_no_address_gets_no_mail(severnside, amara, now, address):
    with pytest.raises(NotAnAddress):
        verifying.ask_mailbox_code(profile=amara, address=address, now=now)

    assert mail.outbox == []


def test_showing_it_again_renews_the_badge_and_keeps_the_history(code, amara, now):
    first = verifying.prove_mailbox(profile=amara, code=code, now=now)
    later = now + timedelta(days=350)
    verifying.ask_mailbox_code(profile=amara, address=ADDRESS, now=later)
    again = re.search(r"\d{4} \d{4}", mail.outbox[-1].body)[0]

    second = verifying.prove_mailbox(profile=amara, code=again, now=later)

    first.refresh_from_db()
    assert first.withdrawn_because == "renewed"
    assert list(queries.badges_in_force(now=later)) == [second]
