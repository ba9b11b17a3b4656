"""Joining as an action: what pages cannot reach, and what must not be left behind."""

from datetime import timedelta
from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import connection

from corridor.algorithms.credentials.orcid import NotAnOrcid
from corridor.people import queries
from corridor.people.actions import (
    AlreadyConfirmed,
    EmailTaken,
    HandleTaken,
    InvitationOver,
    MayNotJoin,
    Newcomer,
    NewInvitation,
    NotAnOperator,
    RosterChange,
    add_to_roster,
    change_handle,
    forget_newcomer,
    forget_unfinished,
    invite_from_roster,
    join,
    let_in,
    make_invitation,
    make_operator,
    renew_invitation,
    withdraw_invitation,
)
from corridor.people.actions.verifying import keep_orcid
from corridor.people.roster_file import RosterRow

KOFI = Newcomer(email="Kofi@Example.org", name="Kofi Mensah")
ROW = RosterRow(line=2, email="kofi@example.org", name="Kofi", stage="MS3", institution="")


@pytest.fixture
def operator(prof_lindqvist):
    make_operator(email="ingrid_lindqvist@example.org")
    prof_lindqvist.refresh_from_db()
    return prof_lindqvist


def test_who_joins_is_closed_and_unlisted_until_let_in(db, now):
    profile = join(KOFI, "a quiet corridor", now=now)

    assert not profile.account.is_active
    assert queries.is_unconfirmed(profile.account)
    let_in(profile.account, now=now)
    assert profile.account.is_active


def test_a_mailbox_that_is_somebodys_makes_no_second_account(amara, now):
    with pytest.raises(EmailTaken):
        join(Newcomer(email="amara_nwosu@example.org", name="Mallory"), None, now=now)

    assert queries.profile_by_handle("mallory") is None
    assert queries.profile_by_handle("amara_nwosu") == amara


def test_where_only_invited_people_join_others_do_not(db, now, settings):
    settings.REGISTRATION = "invitation"

    with pytest.raises(MayNotJoin):
        join(KOFI, None, now=now)

    assert not queries.has_account("kofi@example.org")


def test_a_token_that_was_never_given_lets_nobody_in(db, now):
    with pytest.raises(InvitationOver):
        join(KOFI, None, token="made-up", now=now)  # noqa: S106 - made up indeed

    assert not queries.has_account("kofi@example.org")


def test_a_refused_newcomer_uses_up_no_invitation(operator, now):
    invitation, token = make_invitation(NewInvitation(), by=operator, now=now)

    with pytest.raises(ValidationError):
        join(Newcomer(email="kofi@example.org", name="123"), None, token=token, now=now)

    invitation.refresh_from_db()
    assert invitation.uses == 0


def test_what_nobody_finished_in_a_week_goes_and_members_stay(amara, now):
    join(KOFI, "a quiet corridor", now=now)

    early = forget_unfinished(now=now + timedelta(days=6))
    late = forget_unfinished(now=now + timedelta(days=8))

    assert (early, late) == (0, 1)
    assert not queries.has_account("kofi@example.org")
    assert queries.has_account("amara_nwosu@example.org")


def test_a_member_is_never_forgotten_as_a_newcomer(amara):
    with pytest.raises(AlreadyConfirmed):
        forget_newcomer(amara.account)

    assert queries.has_account("amara_nwosu@example.org")


def test_only_operators_invite_renew_withdraw_and_keep_rosters(operator, mallory, now):
    invitation, token = make_invitation(NewInvitation(), by=operator, now=now)
    add_to_roster("Severnside", [ROW], by=operator, now=now)
    [entry] = queries.roster_entries(operator, "Severnside")

    for attempt in (
        lambda: make_invitation(NewInvitation(), by=mallory, now=now),
        lambda: renew_invitation(invitation=invitation, by=mallory, now=now),
        lambda: withdraw_invitation(invitation=invitation, by=mallory, now=now),
        lambda: add_to_roster("Hers", [ROW], by=mallory, now=now),
        lambda: invite_from_roster(entry=entry, by=mallory, now=now),
    ):
        with pytest.raises(NotAnOperator):
            attempt()

    assert queries.open_invitation(token, now=now) == invitation
    assert [one.roster for one in queries.rosters(operator)] == ["Severnside"]
    assert queries.invitations(operator).count() == 1


def test_others_read_neither_invitations_nor_requests_nor_rosters(operator, mallory, now):
    make_invitation(NewInvitation(), by=operator, now=now)
    add_to_roster("Severnside", [ROW], by=operator, now=now)

    for viewer in (None, mallory):
        assert not queries.invitations(viewer).exists()
        assert not queries.admissions(viewer).exists()
        assert queries.rosters(viewer) == []
        assert not queries.roster_entries(viewer, "Severnside").exists()


@pytest.mark.parametrize(
    "wrong", [{"days": 0}, {"days": 91}, {"most_uses": 0}, {"most_uses": 501}, {"email": "nobody"}]
)
def test_an_invitation_beyond_reason_is_refused(operator, now, wrong):
    with pytest.raises(ValidationError):
        make_invitation(NewInvitation(**wrong), by=operator, now=now)

    assert not queries.invitations(operator).exists()


def test_a_roster_without_a_name_is_refused(operator, now):
    with pytest.raises(ValidationError):
        add_to_roster("  ", [ROW], by=operator, now=now)

    assert queries.rosters(operator) == []


def test_a_roster_says_what_it_added_and_changed(operator, now):
    first = add_to_roster("Severnside", [ROW], by=operator, now=now)
    second = add_to_roster(" Severnside ", [ROW], by=operator, now=now)

    assert first == RosterChange(added=1, changed=0)
    assert second == RosterChange(added=0, changed=1)


@pytest.mark.parametrize(
    "orcid", ["", "0000-0002-1825", "0000-0002-1825-009Y", "٠٠٠٠-0002-1825-0097"]
)
def test_what_is_no_orcid_is_not_kept(amara, orcid):
    with pytest.raises(NotAnOrcid):
        keep_orcid(amara, orcid=orcid)

    amara.refresh_from_db()
    assert amara.orcid == ""


def test_accounts_from_before_keep_their_mailboxes(amara, dr_osei):
    EmailAddress.objects.filter(user=amara.account).delete()
    migration = import_module("corridor.people.migrations.0010_mailboxes_of_accounts")

    migration.note_mailboxes(apps, connection.schema_editor)

    [address] = EmailAddress.objects.filter(user=amara.account)
    assert (address.email, address.verified, address.primary) == (
        "amara_nwosu@example.org",
        True,
        True,
    )
    assert EmailAddress.objects.filter(user=dr_osei.account).count() == 1


@pytest.mark.parametrize("handle", ["admin", "@Support", "corridor"])
def test_nobody_passes_for_the_server_by_her_handle(mallory, handle, now):
    with pytest.raises(HandleTaken):
        change_handle(profile=mallory, handle=handle, by=mallory, now=now)

    assert queries.profile_by_handle(handle.strip("@")) is None
