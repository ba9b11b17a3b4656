"""From a draft to being in, out again, and back."""

from datetime import UTC, datetime, timedelta

import pytest

from corridor.programmes import queries
from corridor.programmes.actions import (
    AlreadyApplied,
    NewApplication,
    apply_to_round,
    applying,
    close_applications,
)
from corridor.programmes.answers import Answers
from corridor.programmes.choices import Admission
from corridor.programmes.models import Application, Programme
from corridor.programmes.queries import Shut

TYPED = {"hopes": ["To publish, and to sleep"]}
State = Application.State


def set_up(programme, **fields):
    Programme.objects.filter(pk=programme.pk).update(**fields)


def state_of(application):
    return Application.objects.get(pk=application.pk).state


def test_what_is_typed_is_kept_before_anything_is_sent(begin, amara):
    draft = begin(amara)

    applying.keep_draft(application=draft, typed=TYPED, by=amara)

    kept = Application.objects.get(pk=draft.pk)
    assert kept.written["typed"] == TYPED
    assert kept.state == State.DRAFT


def test_a_draft_is_neither_counted_nor_read_by_the_team(begin, autumn, amara, prof_lindqvist, now):
    begin(amara)

    assert queries.applied(autumn).mentees == 0
    assert list(queries.applications_to_read(autumn, viewer=prof_lindqvist, now=now)) == []


def test_beginning_twice_is_the_same_draft(begin, amara):
    assert begin(amara).pk == begin(amara).pk


def test_nobody_keeps_or_sends_the_draft_of_somebody_else(begin, filled, amara, mallory, now):
    draft = begin(amara)

    for act in (
        lambda: applying.keep_draft(application=draft, typed=TYPED, by=mallory),
        lambda: applying.send_application(application=draft, filled=filled(), by=mallory, now=now),
        lambda: applying.withdraw_application(application=draft, by=mallory, now=now),
    ):
        with pytest.raises(applying.NotYourApplication):
            act()

    assert Application.objects.get(pk=draft.pk).written == {}
    assert state_of(draft) == State.DRAFT


def test_more_than_a_form_can_hold_is_refused(begin, amara):
    draft = begin(amara)

    with pytest.raises(applying.TypedTooMuch):
        applying.keep_draft(application=draft, typed={"hopes": ["x" * 200_001]}, by=amara)

    assert Application.objects.get(pk=draft.pk).written == {}


def test_who_sends_to_an_open_programme_is_in(send, autumn, amara, mailoutbox):
    application = send(amara, needs=frozenset({"research"}))

    assert state_of(application) == State.IN
    assert [one.profile for one in queries.applications(autumn)] == [amara]
    assert "What do you hope for?\nTo publish" in mailoutbox[0].body


@pytest.mark.parametrize(
    ("day", "shut"),
    [
        (datetime(2026, 2, 28, 23, tzinfo=UTC), Shut.NOT_YET),
        (datetime(2026, 5, 1, 0, 30, tzinfo=UTC), Shut.CLOSED),
    ],
)
def test_outside_its_days_a_round_takes_nobody(autumn, amara, day, shut):
    with pytest.raises(applying.DoorShut) as refusal:
        applying.begin_application(round=autumn, side="mentee", by=amara, now=day)

    assert refusal.value.shut == shut
    assert not Application.objects.filter(profile=amara).exists()


def test_the_last_day_ends_by_the_clock_of_the_programme(autumn, programme, amara):
    """Half past midnight in London, and still the evening before in Chicago."""
    set_up(programme, time_zone="America/Chicago")
    autumn.programme.refresh_from_db()

    door = queries.door(
        autumn, side="mentee", profile=amara, now=datetime(2026, 5, 1, 0, 30, tzinfo=UTC)
    )

    assert door.shut is None


def test_a_closed_round_takes_no_changes(send, begin, autumn, filled, amara, prof_lindqvist, now):
    application = send(amara)
    close_applications(round=autumn, by=prof_lindqvist)

    with pytest.raises(applying.DoorShut):
        applying.send_application(application=application, filled=filled(), by=amara, now=now)

    assert state_of(application) == State.IN


def test_the_other_side_is_shut_to_her_where_one_may_not_take_both(send, begin, programme, amara):
    send(amara)

    with pytest.raises(applying.DoorShut) as refusal:
        begin(amara, "mentor")
    assert refusal.value.shut == Shut.OTHER_SIDE

    set_up(programme, both_sides=True)
    assert begin(amara, "mentor").side == "mentor"


def test_a_change_keeps_her_in_and_her_time(send, begin, filled, amara, now):
    application = send(amara)

    later = now + timedelta(days=2)
    changed = applying.send_application(
        application=application,
        filled=filled(needs=frozenset({"publishing"})),
        by=amara,
        now=later,
    )

    assert changed.state == State.IN
    assert changed.answers["needs"] == ["publishing"]
    assert Application.objects.get(pk=application.pk).applied_at == now


def test_whoever_withdraws_is_matched_with_nobody_and_may_come_back(
    send, autumn, amara, now, mailoutbox
):
    application = send(amara)

    applying.withdraw_application(application=application, by=amara, now=now)
    gone = list(queries.applications(autumn))
    applying.undo_withdrawal(application=application, by=amara, now=now + timedelta(hours=23))

    assert gone == []
    assert state_of(application) == State.IN
    assert "You have left" in mailoutbox[-1].subject


def test_after_a_day_a_withdrawal_stands(send, amara, now):
    application = send(amara)
    applying.withdraw_application(application=application, by=amara, now=now)

    with pytest.raises(applying.TooLateToUndo):
        applying.undo_withdrawal(application=application, by=amara, now=now + timedelta(days=1))

    assert state_of(application) == State.WITHDRAWN


def test_once_matching_has_begun_a_withdrawal_stands(send, autumn, amara, now):
    application = send(amara)
    applying.withdraw_application(application=application, by=amara, now=now)
    type(autumn).objects.filter(pk=autumn.pk).update(state="review")

    with pytest.raises(applying.TooLateToUndo):
        applying.undo_withdrawal(application=application, by=amara, now=now)


def test_whoever_withdrew_may_begin_again_with_her_words(send, begin, amara, now):
    application = send(amara)
    applying.withdraw_application(application=application, by=amara, now=now)

    again = begin(amara)

    assert again.pk == application.pk
    assert again.state == State.DRAFT
    assert again.written["answers"] == {"hopes": "To publish"}


def test_only_members_of_a_roster_or_domain_get_in(begin, programme, amara, sam):
    domain = amara.account.email.rpartition("@")[2]
    set_up(programme, admission=Admission.MEMBERSHIP, domains=f"elsewhere.org\n{domain}")
    stranger = sam
    stranger.account.emailaddress_set.update(email="sam@other.org")

    assert begin(amara).state == State.DRAFT
    with pytest.raises(applying.DoorShut) as refusal:
        begin(stranger)
    assert refusal.value.shut == Shut.NO_MEMBER


def test_places_fill_and_the_next_in_line_gets_one_that_comes_free(
    send, programme, amara, sam, tomi, now, mailoutbox
):
    set_up(programme, places=1)
    first, second, third = send(amara), send(sam), send(tomi)
    Application.objects.filter(pk=third.pk).update(waited=1)

    places = {one.pk: queries.place_in_line(one) for one in (first, second, third)}
    applying.withdraw_application(application=first, by=amara, now=now)

    assert [state_of(one) for one in (first, second, third)] == ["withdrawn", "sent", "in"]
    assert places[first.pk] is None
    assert (places[second.pk].position, places[third.pk].position) == (2, 1)
    assert places[second.pk].rounds is None
    assert mailoutbox[-1].to == [tomi.account.email]


def test_a_place_is_not_taken_back_from_whoever_got_it(send, programme, amara, sam, now):
    set_up(programme, places=1)
    first, _second = send(amara), send(sam)
    applying.withdraw_application(application=first, by=amara, now=now)

    with pytest.raises(applying.TooLateToUndo):
        applying.undo_withdrawal(application=first, by=amara, now=now)


def test_mentors_need_no_place(send, programme, amara, dr_osei):
    set_up(programme, places=0)

    assert state_of(send(amara)) == State.SENT
    assert state_of(send(dr_osei, "mentor")) == State.IN


def test_applying_all_at_once_still_counts_as_having_applied(send, amara, autumn, now):
    send(amara)

    with pytest.raises(AlreadyApplied):
        apply_to_round(
            round=autumn,
            new=NewApplication(is_mentor=False, answers=Answers()),
            by=amara,
            now=now,
        )
