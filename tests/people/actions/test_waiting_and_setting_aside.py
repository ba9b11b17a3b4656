"""Not for me, tell me when there is room, and being shown among role models."""

from datetime import date, timedelta

import pytest

from corridor.people import actions, queries
from corridor.people.actions import NewOffer
from corridor.people.models import Awaiting, Dismissal
from corridor.people.queries import Asked


def offer(profile, *, capacity=1, carries=0):
    new = NewOffer(kind="mentor", capacity=capacity, carries=carries)
    actions.set_offers(profile=profile, offers=[new], by=profile)


@pytest.fixture
def full_osei(dr_osei):
    offer(dr_osei, carries=1)
    return dr_osei


def test_who_was_set_aside_is_not_suggested_until_it_is_taken_back(dr_osei, amara, now):
    offer(dr_osei)
    actions.dismiss_mentor(mentor=dr_osei, by=amara, now=now)
    actions.dismiss_mentor(mentor=dr_osei, by=amara, now=now)

    found = queries.mentors(viewer=amara, asked=Asked(), now=now)
    assert found.suggestions == ()
    assert [one.handle for one in found.set_aside] == ["kwame_osei"]

    actions.take_back_dismissal(mentor=dr_osei, by=amara)
    assert queries.mentors(viewer=amara, asked=Asked(), now=now).total == 1


def test_nobody_sets_herself_aside(amara, now):
    with pytest.raises(actions.CannotDismissYourself):
        actions.dismiss_mentor(mentor=amara, by=amara, now=now)

    assert not Dismissal.objects.exists()


def test_only_what_was_set_aside_can_be_taken_back(dr_osei, amara, mallory, now):
    actions.dismiss_mentor(mentor=dr_osei, by=amara, now=now)

    with pytest.raises(actions.NotDismissed):
        actions.take_back_dismissal(mentor=dr_osei, by=mallory)

    assert Dismissal.objects.count() == 1


def test_who_waits_is_told_once_when_there_is_a_place(
    full_osei, amara, now, mailoutbox, django_capture_on_commit_callbacks
):
    actions.await_mentor(mentor=full_osei, by=amara, now=now)

    with django_capture_on_commit_callbacks(execute=True):
        offer(full_osei, capacity=2, carries=2)
    assert mailoutbox == []

    with django_capture_on_commit_callbacks(execute=True):
        offer(full_osei, capacity=2, carries=1)
        offer(full_osei, capacity=3, carries=1)

    [mail] = mailoutbox
    assert mail.to == ["amara_nwosu@example.org"]
    assert mail.subject == "Dr Kwame Osei has room again"
    assert "/@kwame_osei/" in mail.body
    assert "/@kwame_osei/" in mail.alternatives[0][0]
    assert not Awaiting.objects.exists()


def test_who_waits_is_told_when_she_is_back(
    dr_osei, amara, now, mailoutbox, django_capture_on_commit_callbacks
):
    offer(dr_osei)
    actions.set_away(profile=dr_osei, starts_on=date(2026, 3, 1), ends_on=None, by=dr_osei)
    actions.await_mentor(mentor=dr_osei, by=amara, now=now)

    with django_capture_on_commit_callbacks(execute=True):
        actions.end_away(profile=dr_osei, by=dr_osei)

    assert [mail.to for mail in mailoutbox] == [["amara_nwosu@example.org"]]


def test_days_away_that_end_by_themselves_are_noticed_once_a_day(
    dr_osei, amara, now, mailoutbox, django_capture_on_commit_callbacks
):
    offer(dr_osei)
    back_on = now.date() + timedelta(days=1)
    actions.set_away(profile=dr_osei, starts_on=now.date(), ends_on=back_on, by=dr_osei)
    Awaiting.objects.create(by=amara, mentor=dr_osei, at=now)

    with django_capture_on_commit_callbacks(execute=True):
        assert actions.tell_of_returns(now=now) == 0
        assert actions.tell_of_returns(now=now + timedelta(days=1)) == 1
        assert actions.tell_of_returns(now=now + timedelta(days=2)) == 0

    assert len(mailoutbox) == 1


def test_who_is_kept_apart_meanwhile_is_not_told(
    full_osei, amara, now, mailoutbox, django_capture_on_commit_callbacks
):
    actions.await_mentor(mentor=full_osei, by=amara, now=now)
    actions.block(blocker=full_osei, blocked=amara, now=now)

    with django_capture_on_commit_callbacks(execute=True):
        offer(full_osei)

    assert mailoutbox == []
    assert not Awaiting.objects.exists()


def test_nobody_waits_for_somebody_with_room(dr_osei, amara, now):
    offer(dr_osei)

    with pytest.raises(actions.HasRoom):
        actions.await_mentor(mentor=dr_osei, by=amara, now=now)

    assert not Awaiting.objects.exists()


def test_nobody_waits_for_herself_for_who_offers_nothing_or_for_who_is_apart(
    full_osei, amara, mallory, now
):
    actions.block(blocker=full_osei, blocked=mallory, now=now)
    for mentor, by in ((full_osei, full_osei), (amara, mallory), (full_osei, mallory)):
        with pytest.raises(actions.CannotAwait):
            actions.await_mentor(mentor=mentor, by=by, now=now)

    assert not Awaiting.objects.exists()


def test_one_waits_for_twenty_people_at_most(full_osei, amara, join, now):
    for number in range(20):
        mentor = join(handle=f"mentor_{number}", display_name="Somebody")
        Awaiting.objects.create(by=amara, mentor=mentor, at=now)

    with pytest.raises(actions.AwaitsTooMany):
        actions.await_mentor(mentor=full_osei, by=amara, now=now)

    assert Awaiting.objects.count() == 20


def test_only_who_waits_can_stop(full_osei, amara, mallory, now):
    actions.await_mentor(mentor=full_osei, by=amara, now=now)

    with pytest.raises(actions.NotAwaited):
        actions.stop_awaiting(mentor=full_osei, by=mallory)
    assert Awaiting.objects.count() == 1

    actions.stop_awaiting(mentor=full_osei, by=amara)
    assert not Awaiting.objects.exists()


def test_role_models_choose_to_be_shown_and_can_end_it(dr_osei, amara, now):
    def shown():
        return [one.handle for one in queries.gallery(viewer=amara, now=now).people]

    assert shown() == []

    actions.show_in_gallery(profile=dr_osei, words=" Ask twice. ", by=dr_osei)
    assert shown() == ["kwame_osei"]
    assert queries.gallery(viewer=amara, now=now).people[0].gallery_words == "Ask twice."

    actions.leave_gallery(profile=dr_osei, by=dr_osei)
    assert shown() == []


def test_nobody_shows_somebody_else_or_without_words(dr_osei, mallory, now):
    with pytest.raises(actions.NotYourProfile):
        actions.show_in_gallery(profile=dr_osei, words="Ha", by=mallory)
    with pytest.raises(actions.WordsMissing):
        actions.show_in_gallery(profile=dr_osei, words="  ", by=dr_osei)

    assert queries.gallery(viewer=None, now=now).total == 0


def test_nobody_takes_somebody_else_out(dr_osei, mallory, now):
    actions.show_in_gallery(profile=dr_osei, words="Ask twice.", by=dr_osei)

    with pytest.raises(actions.NotYourProfile):
        actions.leave_gallery(profile=dr_osei, by=mallory)

    assert queries.gallery(viewer=None, now=now).total == 1


@pytest.mark.parametrize(
    ("asked", "total"),
    [
        ({}, 1),
        ({"specialty": "anaesthesiology"}, 1),
        ({"specialty": "surgery"}, 0),
        ({"rungs": (12, 14)}, 1),
        ({"rungs": (0, 6)}, 0),
        ({"page": 2}, 1),
    ],
)
def test_role_models_are_found_by_specialty_and_stage(dr_osei, now, asked, total):
    actions.show_in_gallery(profile=dr_osei, words="Ask twice.", by=dr_osei)

    assert queries.gallery(viewer=None, now=now, **asked).total == total


def test_the_gallery_hides_whom_the_directory_hides(dr_osei, amara, mallory, now):
    actions.show_in_gallery(profile=dr_osei, words="Ask twice.", by=dr_osei)
    actions.block(blocker=dr_osei, blocked=mallory, now=now)
    assert queries.gallery(viewer=mallory, now=now).total == 0

    actions.ask_to_leave(profile=dr_osei, by=dr_osei, now=now)
    assert queries.gallery(viewer=amara, now=now).total == 0
