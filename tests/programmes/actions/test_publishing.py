from datetime import timedelta

import pytest
from django.core import mail

from corridor.notifications.models import Notification
from corridor.programmes import actions, queries
from corridor.programmes.actions.publishing import (
    HOLD,
    NothingToPublish,
    NothingToRecall,
    NotWaiting,
    PublicationInThePast,
    PublicationTooFar,
    WordsMissing,
    recall_matches,
    release_due,
    schedule_publication,
    stop_publication,
)
from corridor.programmes.models import Match, Publication


@pytest.fixture
def approved_run(run, prof_lindqvist, now):
    actions.approve_many(run=run, by=prof_lindqvist, now=now)
    return run


def told():
    return sorted(one.to[0].split("@")[0] for one in mail.outbox)


def test_nobody_is_told_before_the_hold_is_over(approved_run, prof_lindqvist, now):
    schedule_publication(run=approved_run, by=prof_lindqvist, now=now)

    assert release_due(now=now + HOLD - timedelta(seconds=1)) == 0
    assert (mail.outbox, Match.objects.count(), Notification.objects.count()) == ([], 0, 0)


def test_both_sides_of_each_approved_match_are_told(approved_run, prof_lindqvist, now):
    schedule_publication(run=approved_run, by=prof_lindqvist, now=now)

    release_due(now=now + HOLD)

    approved_run.round.refresh_from_db()
    assert approved_run.round.state == "published"
    pairs = Match.objects.values_list("mentee__profile__handle", "mentor__profile__handle")
    assert set(pairs) == {("amara_nwosu", "kwame_osei"), ("tomi_lawal", "helen_vaughan")}
    assert told() == [
        "amara_nwosu",
        "helen_vaughan",
        "kwame_osei",
        "sam_whitlock",
        "tomi_lawal",
    ]


def test_what_is_published_twice_is_told_once(approved_run, prof_lindqvist, now):
    schedule_publication(run=approved_run, by=prof_lindqvist, now=now)
    release_due(now=now + HOLD)

    assert release_due(now=now + HOLD) == 0
    assert len(mail.outbox) == 5


def test_a_publication_that_was_stopped_tells_nobody(approved_run, prof_lindqvist, now):
    schedule_publication(run=approved_run, by=prof_lindqvist, now=now)
    stop_publication(round=approved_run.round, by=prof_lindqvist, now=now)

    assert release_due(now=now + timedelta(days=1)) == 0
    assert (mail.outbox, Match.objects.count()) == ([], 0)
    schedule_publication(run=approved_run, by=prof_lindqvist, now=now)


def test_what_waits_to_be_published_stays_as_it_is(approved_run, proposal_of, prof_lindqvist, now):
    schedule_publication(run=approved_run, by=prof_lindqvist, now=now)

    with pytest.raises(actions.PublicationWaits):
        actions.withdraw_approval(proposal=proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)
    with pytest.raises(actions.PublicationWaits):
        actions.run_matching(round=approved_run.round, by=prof_lindqvist, now=now)

    assert len(queries.approved(approved_run.round, run=approved_run)) == 2


@pytest.mark.parametrize(("refusal", "days"), [(PublicationInThePast, -1), (PublicationTooFar, 91)])
def test_a_time_that_makes_no_sense_is_refused(approved_run, prof_lindqvist, now, refusal, days):
    with pytest.raises(refusal):
        schedule_publication(
            run=approved_run, by=prof_lindqvist, now=now, at=now + timedelta(days=days)
        )

    assert Publication.objects.count() == 0


def test_without_an_approval_there_is_nothing_to_publish(run, prof_lindqvist, now):
    with pytest.raises(NothingToPublish):
        schedule_publication(run=run, by=prof_lindqvist, now=now)


def test_only_who_may_publish_publishes_stops_and_recalls(
    approved_run, prof_lindqvist, mallory, now
):
    with pytest.raises(actions.NotDirector):
        schedule_publication(run=approved_run, by=mallory, now=now)
    schedule_publication(run=approved_run, by=prof_lindqvist, now=now)
    with pytest.raises(actions.NotDirector):
        stop_publication(round=approved_run.round, by=mallory, now=now)
    release_due(now=now + HOLD)
    with pytest.raises(actions.NotDirector):
        recall_matches(round=approved_run.round, words="No.", by=mallory, now=now)

    assert not Match.objects.exclude(state="proposed").exists()
    with pytest.raises(NotWaiting):
        stop_publication(round=approved_run.round, by=prof_lindqvist, now=now)


def test_recalled_matches_are_taken_back_in_words(match_of, prof_lindqvist, now):
    match = match_of("amara_nwosu")
    mail.outbox.clear()

    recall_matches(
        round=match.round, only=[match.pk], words="The wrong list.", by=prof_lindqvist, now=now
    )

    match.refresh_from_db()
    assert (match.state, match.cause) == ("withdrawn", "director")
    assert told() == ["amara_nwosu", "kwame_osei"]
    assert all("The wrong list." in one.body for one in mail.outbox)
    with pytest.raises(NothingToRecall):
        recall_matches(
            round=match.round, only=[match.pk], words="Again.", by=prof_lindqvist, now=now
        )


def test_nobody_is_left_to_guess_why(match_of, prof_lindqvist, now):
    match = match_of("amara_nwosu")

    with pytest.raises(WordsMissing):
        recall_matches(round=match.round, words=" ", by=prof_lindqvist, now=now)

    match.refresh_from_db()
    assert match.state == "proposed"
