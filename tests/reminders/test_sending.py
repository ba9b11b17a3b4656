"""Reminders go out once, by day, a few at a time, and not to whoever does not want them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail

from corridor.algorithms.reminders.table import Kind
from corridor.mentoring import actions as mentoring
from corridor.mentoring.actions import NewGoal, meetings
from corridor.people.actions import set_away
from corridor.reminders import actions, queries
from corridor.reminders.models import SentReminder

NOON = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture
def goals(together, amara, now):
    """Five goals of Amara's, which do not move."""
    mail.outbox.clear()
    return [
        mentoring.add_goal(together.pk, NewGoal(title=f"Goal {number}"), by=amara, now=now)
        for number in range(5)
    ]


def kinds(profile):
    rows = SentReminder.objects.filter(profile=profile).order_by("at", "pk")
    return list(rows.values_list("kind", flat=True))


def wants_only(profile, *wanted, now=NOON):
    actions.choose_reminders({kind.value for kind in wanted}, by=profile, now=now)


def test_three_a_week_and_the_others_wait(goals, amara, osei, subjects):
    wants_only(amara, Kind.MOVE_GOAL)
    wants_only(osei)

    sent = [actions.send_due(now=NOON + day * DAY) for day in range(8)]

    assert sent == [1, 1, 1, 0, 0, 0, 0, 1]
    assert len(set(SentReminder.objects.values_list("about", flat=True))) == 4
    assert subjects(osei) == []


def test_running_again_sends_nothing_twice(agree, amara, osei, subjects):
    meeting = agree()
    mail.outbox.clear()
    late = meeting.starts_at + timedelta(days=1)

    counts = [actions.send_due(now=late + timedelta(hours=hour)) for hour in (0, 1, 24, 48)]

    assert counts == [2, 0, 0, 0]
    assert subjects(amara) == ["Did you meet Dr Kwame Osei?"]
    assert subjects(osei) == ["Did you meet Amara Nwosu?"]


def test_at_night_it_waits_for_the_morning_of_whoever_it_is_for(agree, amara, osei):
    for profile, zone in ((amara, "Asia/Tokyo"), (osei, "America/New_York")):
        profile.time_zone = zone
        profile.save()
    agree()
    at = datetime(2026, 3, 25, 2, 0, tzinfo=UTC)  # 11:00 in Tokyo, 22:00 in New York

    actions.send_due(now=at)
    by_day_in_tokyo = (kinds(amara), kinds(osei))
    actions.send_due(now=at + timedelta(hours=10))

    assert by_day_in_tokyo == ([Kind.WRITE_LOG], [])
    assert kinds(osei) == [Kind.WRITE_LOG]


def test_whoever_is_away_hears_nothing_until_she_is_back(goals, amara, osei):
    wants_only(osei)
    set_away(profile=amara, starts_on=date(2026, 5, 1), ends_on=date(2026, 5, 6), by=amara)

    sent = [actions.send_due(now=NOON + day * DAY) for day in range(3)]

    assert sent == [0, 0, 1]


def test_quiet_until_a_day_is_quiet_until_that_day(goals, amara, osei):
    wants_only(osei)
    actions.be_quiet_until(date(2026, 5, 6), by=amara)

    sent = [actions.send_due(now=NOON + day * DAY) for day in range(3)]

    assert sent == [0, 0, 1]


def test_what_hurries_goes_first(goals, begin, propose, amara, osei, mallory):
    """Times that Amara is to choose from are lost soon; her goals are not."""
    propose(by=osei, times=(NOON + 3 * DAY,), at=NOON - 3 * DAY)

    actions.send_due(now=NOON)

    assert kinds(amara)[0] == Kind.CHOOSE_TIME


def test_a_meeting_is_called_to_mind_at_its_time_and_not_where_that_is_switched_off(
    agree, amara, osei
):
    meeting = agree()
    everything = {line.reminder.kind.value for line in queries.lines(amara)}
    actions.choose_reminders(everything - {Kind.MEETING_SOON.value}, by=amara, now=NOON)
    mail.outbox.clear()

    meetings.remind_of_meetings(now=meeting.starts_at - timedelta(hours=23))
    meetings.remind_of_meetings(now=meeting.starts_at - timedelta(hours=1))

    assert (kinds(amara), kinds(osei)) == ([], [Kind.MEETING_SOON] * 2)
    assert [one.to for one in mail.outbox] == [[osei.account.email]] * 2


def test_whoever_may_not_sign_in_any_more_gets_none(goals, amara, osei):
    wants_only(osei)
    amara.account.is_active = False
    amara.account.save()

    assert actions.send_due(now=NOON) == 0


def test_no_kind_is_made_up(amara):
    with pytest.raises(actions.UnknownKind):
        actions.choose_reminders({"birthday"}, by=amara, now=NOON)
    with pytest.raises(actions.UnknownKind):
        actions.hear_of_all_again("birthday", by=amara)
    assert all(line.is_on for line in queries.lines(amara))


def test_looking_for_many_asks_no_more_questions(goals, amara, osei, django_assert_max_num_queries):
    """Those that have come are left out before anything is asked about each."""
    for day in range(14):
        actions.send_due(now=NOON + day * DAY)

    with django_assert_max_num_queries(45):
        assert actions.send_due(now=NOON + 15 * DAY) <= 1


def test_at_night_nobody_is_looked_at_one_by_one(goals, amara, osei, django_assert_max_num_queries):
    wants_only(amara, Kind.MOVE_GOAL)
    wants_only(osei)
    midnight = NOON + timedelta(hours=12)

    with django_assert_max_num_queries(27):
        assert actions.send_due(now=midnight) == 0
