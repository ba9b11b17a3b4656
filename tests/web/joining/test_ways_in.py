"""Who may join where not everybody may: approval, invitation, roster, domains."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from corridor.people import queries
from corridor.people.actions import NewInvitation, make_invitation
from tests.web.joining.conftest import account_of, is_signed_in, link_from, type_code


@pytest.fixture
def invite(operator):
    """A link as the operator gets it: `invite(email="kofi@example.org")`."""

    def make(*, days=14, at=None, **facts):
        new = NewInvitation(days=days, **facts)
        invitation, token = make_invitation(new, by=operator, now=at or timezone.now())
        return invitation, f"/join/invitation/{token}/"

    return make


# Approval


@pytest.fixture
def by_approval(settings):
    settings.REGISTRATION = "approval"


def ask(client, fill_in, **changes):
    fill_in(client, words="I teach in Kumasi.", **changes)
    return type_code(client)


def test_whoever_asks_waits_after_the_code(by_approval, visitor, operator, fill_in):
    page = ask(visitor, fill_in)

    assert page.url == "/join/waiting/"
    assert not is_signed_in(visitor)
    assert not account_of("kofi@example.org").is_active
    told = mail.outbox[-1]
    assert told.to == ["ingrid_lindqvist@example.org"]
    assert "I teach in Kumasi." in told.body


def test_nobody_hears_of_a_request_before_its_mailbox_is_shown(
    by_approval, visitor, operator, signed_in, fill_in
):
    fill_in()

    page = signed_in(operator).get("/joining/admissions/").content.decode()

    assert "Kofi Mensah" not in page
    assert [message.to for message in mail.outbox] == [["kofi@example.org"]]


def test_who_is_admitted_gets_a_mail_and_signs_in(
    by_approval, visitor, operator, signed_in, fill_in
):
    ask(visitor, fill_in)
    client = signed_in(operator)
    admission = account_of("kofi@example.org").admission

    assert "I teach in Kumasi." in client.get("/joining/admissions/").content.decode()
    client.post(f"/joining/admissions/{admission.pk}/admission/")

    assert mail.outbox[-1].subject == "Welcome to Corridor"
    assert link_from(mail.outbox[-1]).startswith("/sign-in/?next=/")
    visitor.post("/sign-in/", {"login": "kofi@example.org", "password": "a quiet corridor"})
    assert is_signed_in(visitor)


def test_who_is_declined_gets_a_mail_and_stays_out(
    by_approval, visitor, operator, signed_in, fill_in
):
    ask(visitor, fill_in)
    client = signed_in(operator)
    admission = account_of("kofi@example.org").admission

    client.post(f"/joining/admissions/{admission.pk}/refusal/")

    assert mail.outbox[-1].subject == "Your request to join Corridor"
    page = visitor.post("/sign-in/", {"login": "kofi@example.org", "password": "a quiet corridor"})
    assert page.url == "/sign-in/closed/"
    assert "Admit after all" in client.get("/joining/admissions/").content.decode()


@pytest.mark.parametrize("answer", ["admission", "refusal"])
def test_only_operators_decide(by_approval, visitor, operator, mallory, signed_in, fill_in, answer):
    ask(visitor, fill_in)
    admission = account_of("kofi@example.org").admission

    page = signed_in(mallory).post(f"/joining/admissions/{admission.pk}/{answer}/")

    assert page.status_code == 404
    admission.refresh_from_db()
    assert admission.decided_at is None
    assert not account_of("kofi@example.org").is_active


def test_a_member_is_not_declined_afterwards(by_approval, visitor, operator, signed_in, fill_in):
    ask(visitor, fill_in)
    client = signed_in(operator)
    admission = account_of("kofi@example.org").admission
    client.post(f"/joining/admissions/{admission.pk}/admission/")

    client.post(f"/joining/admissions/{admission.pk}/refusal/")

    assert account_of("kofi@example.org").is_active


# Invitation


@pytest.fixture
def by_invitation(settings):
    settings.REGISTRATION = "invitation"


def test_without_an_invitation_nobody_joins(by_invitation, visitor, fill_in):
    page = visitor.get("/join/").content.decode()

    assert "Joining is by invitation here" in page
    fill_in()
    assert account_of("kofi@example.org") is None


def test_a_link_lets_somebody_in_once(by_invitation, visitor, invite, fill_in):
    invitation, link = invite()

    assert visitor.get(link).url == "/join/"
    fill_in()

    type_code(visitor)
    assert is_signed_in(visitor)
    invitation.refresh_from_db()
    assert invitation.uses == 1


def test_a_used_link_is_over_for_the_next(by_invitation, visitor, invite, fill_in):
    _invitation, link = invite()
    visitor.get(link)
    fill_in()
    later = Client()

    page = later.get(link)

    assert page.status_code == 404
    assert "This invitation no longer works" in page.content.decode()
    fill_in(later, email="mallory2@example.org")
    assert account_of("mallory2@example.org") is None


def test_two_who_hold_the_last_use_do_not_both_get_in(by_invitation, visitor, invite, fill_in):
    invitation, link = invite()
    second = Client()
    visitor.get(link)
    second.get(link)

    fill_in()
    fill_in(second, email="second@example.org")

    assert account_of("second@example.org") is None
    invitation.refresh_from_db()
    assert invitation.uses == 1


@pytest.mark.parametrize("what", ["expired", "withdrawn", "unknown"])
def test_links_that_are_over_all_say_the_same(
    by_invitation, visitor, operator, invite, signed_in, what
):
    at = timezone.now() - timedelta(days=20) if what == "expired" else None
    invitation, link = invite(at=at)
    if what == "withdrawn":
        signed_in(operator).post(f"/joining/invitations/{invitation.pk}/withdrawal/")
    if what == "unknown":
        link = "/join/invitation/not-a-token/"

    page = visitor.get(link)

    assert page.status_code == 404
    assert "This invitation no longer works" in page.content.decode()


def test_an_invitation_for_one_mailbox_is_for_no_other(by_invitation, visitor, invite, fill_in):
    _invitation, link = invite(email="kofi@example.org")
    visitor.get(link)

    page = fill_in(email="mallory2@example.org")

    assert "Your invitation is for another mailbox." in page.content.decode()
    assert account_of("mallory2@example.org") is None


def test_who_began_with_her_own_invitation_can_begin_again(by_invitation, visitor, invite, fill_in):
    _invitation, link = invite(email="kofi@example.org")
    visitor.get(link)
    fill_in()
    later = Client()

    assert later.get(link).url == "/join/"
    fill_in(later, name="Kofi A. Mensah")

    assert account_of("kofi@example.org").profile.display_name == "Kofi A. Mensah"


def test_a_mistyped_mailbox_gives_the_use_back(by_invitation, visitor, invite, fill_in):
    invitation, link = invite()
    visitor.get(link)
    fill_in(email="kofi@example.og")

    visitor.post("/join/again/")

    invitation.refresh_from_db()
    assert invitation.uses == 0
    fill_in()
    type_code(visitor)
    assert is_signed_in(visitor)


def test_of_a_token_only_a_digest_is_kept(invite):
    invitation, link = invite()

    token = link.split("/")[3]
    kept = {str(getattr(invitation, field.attname)) for field in invitation._meta.fields}
    assert not any(token in value for value in kept)


def test_an_invitation_goes_by_mail_and_again_and_the_first_link_is_over(
    operator, signed_in, visitor
):
    client = signed_in(operator)
    client.post("/joining/invitations/", {"email": "Kofi@example.org", "days": 14, "most_uses": 9})
    [invitation] = queries.invitations(operator)
    first = link_from(mail.outbox[0])

    client.post(f"/joining/invitations/{invitation.pk}/renewal/")

    assert mail.outbox[1].to == ["kofi@example.org"]
    assert invitation.most_uses == 1
    assert visitor.get(first).status_code == 404
    assert visitor.get(link_from(mail.outbox[1])).url == "/join/"


def test_a_link_to_hand_on_is_shown_once(operator, signed_in):
    client = signed_in(operator)
    given = {"email": "", "days": 3, "most_uses": 5}

    page = client.post("/joining/invitations/", given).content.decode()

    assert "http://localhost:8000/join/invitation/" in page
    assert "/join/invitation/" not in client.get("/joining/invitations/").content.decode()
    assert mail.outbox == []


@pytest.mark.parametrize("days", [1, 365, -3])
def test_a_span_that_is_not_offered_makes_no_invitation(operator, signed_in, days):
    given = {"email": "", "days": days, "most_uses": 1}

    signed_in(operator).post("/joining/invitations/", given)

    assert not queries.invitations(operator).exists()


@pytest.mark.parametrize(
    "path", ["/joining/invitations/", "/joining/admissions/", "/joining/rosters/"]
)
def test_pages_of_operators_are_not_there_for_others(visitor, mallory, signed_in, path):
    assert signed_in(mallory).get(path).status_code == 404
    assert visitor.get(path).url == f"/sign-in/?next={path}"


def test_members_make_and_withdraw_no_invitations(operator, mallory, signed_in, invite):
    invitation, _link = invite()
    client = signed_in(mallory)

    answers = [
        client.post("/joining/invitations/", {"email": "", "days": 14, "most_uses": 1}),
        client.post(f"/joining/invitations/{invitation.pk}/withdrawal/"),
        client.post(f"/joining/invitations/{invitation.pk}/renewal/"),
    ]

    assert {answer.status_code for answer in answers} == {404}
    [left] = queries.invitations(operator)
    assert left.withdrawn_at is None
    assert left.token_digest == invitation.token_digest


def test_an_invitation_spares_the_approval(by_approval, visitor, invite, fill_in):
    _invitation, link = invite()

    page = visitor.get(link, follow=True).content.decode()
    fill_in()
    type_code(visitor)

    assert "Prof Ingrid Lindqvist has invited you." in page
    assert "Why you would like to join" not in page
    assert is_signed_in(visitor)


def test_a_member_who_opens_an_invitation_stays_who_she_is(invite, amara, signed_in):
    invitation, link = invite()
    client = signed_in(amara)

    page = client.get(link, follow=True)

    assert "You are a member already" in page.content.decode()
    assert is_signed_in(client)
    invitation.refresh_from_db()
    assert invitation.uses == 0


# Domains


@pytest.fixture
def by_domain(settings):
    settings.REGISTRATION = "domains"
    settings.REGISTRATION_DOMAINS = ["severnside.example"]


@pytest.mark.parametrize("email", ["kofi@severnside.example", "kofi@med.Severnside.example"])
def test_mailboxes_of_the_domain_join(by_domain, visitor, fill_in, email):
    fill_in(email=email)

    type_code(visitor)
    assert is_signed_in(visitor)


@pytest.mark.parametrize(
    "email", ["kofi@example.org", "kofi@notsevernside.example", "kofi@severnside.example.org"]
)
def test_other_mailboxes_are_told_so(by_domain, visitor, fill_in, email):
    page = fill_in(email=email)

    assert "Only mailboxes of certain domains can join here." in page.content.decode()
    assert account_of(email) is None
    assert mail.outbox == []
