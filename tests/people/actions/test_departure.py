"""Leaving: gone from pages at once, for good after two weeks, back by signing in before."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile

from corridor.people import actions, queries
from corridor.people.models import Access, Account, Profile
from corridor.programmes.actions import approve_proposal, finish_round, run_matching
from corridor.programmes.models import Application, Override, Proposal, RunRecord, SwapRecord
from tests.programmes.stage import *  # noqa: F403 - pytest finds fixtures by name

pytestmark = pytest.mark.django_db

TWO_WEEKS = timedelta(days=14)


def leave(profile, now):
    actions.ask_to_leave(profile=profile, by=profile, now=now)
    return actions.complete_departures(now=now + TWO_WEEKS)


def test_who_asks_to_leave_is_gone_at_once_and_nothing_is_deleted(amara, now):
    leaves_at = actions.ask_to_leave(profile=amara, by=amara, now=now)

    assert leaves_at == now + TWO_WEEKS
    assert queries.profile_by_handle(amara.handle) is None
    assert queries.profile_of(amara.account) is None
    assert Profile.objects.filter(pk=amara.pk).exists()


def test_who_comes_back_is_as_she_was(amara, now):
    actions.ask_to_leave(profile=amara, by=amara, now=now)

    actions.come_back(account=amara.account)

    assert actions.complete_departures(now=now + TWO_WEEKS) == 0
    assert queries.profile_by_handle(amara.handle) == amara


def test_nobody_sends_somebody_else_away(amara, mallory, now):
    with pytest.raises(actions.NotYourProfile):
        actions.ask_to_leave(profile=amara, by=mallory, now=now)

    assert queries.leaves_at(amara.account) is None


def test_asking_twice_does_not_move_the_day(amara, now):
    actions.ask_to_leave(profile=amara, by=amara, now=now)

    with pytest.raises(actions.LeavingAlready):
        actions.ask_to_leave(profile=amara, by=amara, now=now + timedelta(days=3))

    assert queries.leaves_at(amara.account) == now + TWO_WEEKS


def test_who_never_asked_has_nothing_to_take_back(amara):
    with pytest.raises(actions.NotLeaving):
        actions.come_back(account=amara.account)


def test_a_second_before_the_day_nobody_goes(amara, now):
    actions.ask_to_leave(profile=amara, by=amara, now=now)

    assert actions.complete_departures(now=now + TWO_WEEKS - timedelta(seconds=1)) == 0


def test_on_the_day_everything_goes(
    say, agree, amara, dr_osei, now, django_capture_on_commit_callbacks
):
    say(amara, way=["img"], audience="public")
    agree(amara, "display")
    actions.follow(follower=amara, followed=dr_osei, now=now)
    amara.photo.save("a.webp", ContentFile(b"picture"))
    storage, photo = amara.photo.storage, amara.photo.name
    gone, account = amara.pk, amara.account_id

    with django_capture_on_commit_callbacks(execute=True):
        assert leave(amara, now) == 1

    assert not Profile.objects.filter(pk=gone).exists()
    assert not Account.objects.filter(pk=account).exists()
    assert not Access.objects.filter(subject=gone).exists()
    assert not storage.exists(photo)


def test_who_looked_and_left_stays_in_the_log_without_a_name(amara, mallory, now):
    actions.record_sights(subjects=[amara.pk], by=mallory, deed="seen", now=now)

    leave(mallory, now)

    assert [access.by for access in queries.accesses(amara)] == [None]


@pytest.fixture
def amara_left_after_a_match(match_of, spring, prof_lindqvist, amara, say, now):
    say(amara, way=["img"], audience="public")
    amara.bio = "First in her family."
    amara.save(update_fields=["bio"])
    match_of("amara_nwosu")
    finish_round(round=spring, by=prof_lindqvist)
    leave(amara, now)
    return Profile.objects.get(pk=amara.pk)


def test_a_match_stays_without_her_name(amara_left_after_a_match, dr_osei):
    shell = amara_left_after_a_match

    assert shell.handle.startswith("left_")
    assert shell.display_name == "Somebody who left"
    assert (shell.bio, shell.stage, shell.institution, shell.pronouns) == ("", "", "", "")
    assert not shell.is_listed
    assert Proposal.objects.filter(mentee__profile=shell, mentor__profile=dr_osei).exists()
    assert Application.objects.get(profile=shell).answers == {}


def test_nothing_of_hers_is_left_but_the_shell(amara_left_after_a_match):
    shell = amara_left_after_a_match

    assert not shell.facets.exists()
    assert not shell.accesses.exists()
    assert not Account.objects.filter(email__contains="amara").exists()
    assert not shell.account.is_active
    assert not shell.account.has_usable_password()
    assert queries.leaves_at(shell.account) is None


def test_no_record_of_a_run_names_her(amara_left_after_a_match):
    shell = amara_left_after_a_match

    record = RunRecord.objects.get()
    swaps = [one.swaps for one in SwapRecord.objects.order_by("pk")]
    told = f"{record.given}{record.outcome}{swaps}{record.certificate}"

    assert "amara_nwosu" not in told
    assert "Amara Nwosu" not in told
    assert shell.handle in told


def test_who_left_is_not_matched_again(run, spring, prof_lindqvist, amara, now):
    del run
    leave(amara, now)

    again = run_matching(round=spring, by=prof_lindqvist, now=now)

    matched = again.proposals.values_list("mentee__profile__display_name", flat=True)
    assert set(matched) == {"Sam Whitlock", "Tọ́mi Láwal"}


def test_a_director_leaves_and_her_decisions_stay_without_her_name(
    run, spring, prof_lindqvist, proposal_of, now
):
    approve_proposal(proposal=proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)

    leave(prof_lindqvist, now)

    assert Override.objects.get().by.display_name == "Somebody who left"
    assert not spring.programme.team.exists()
