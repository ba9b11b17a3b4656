"""Office hours: who may come, in which order, and what becomes of a place that falls free."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail

from corridor.mentoring import queries
from corridor.mentoring.actions import NoRoom, NotVerified, circles, office_hours
from corridor.mentoring.actions.circles import NewCircle
from corridor.mentoring.meeting_choices import Repeat
from corridor.mentoring.models import Sitting, Turn
from corridor.mentoring.office_choices import Whom
from corridor.notifications.models import Notification
from corridor.people import actions as people
from corridor.people.actions import block
from corridor.people.choices import Kind
from corridor.posts.actions import MayIdentifyPatient
from tests.stored import every_value_of

pytestmark = pytest.mark.django_db


def states(sitting):
    rows = Turn.objects.filter(sitting=sitting).order_by("asked_at", "pk")
    return [(one.profile.handle.split("_")[0], one.state) for one in rows]


@pytest.fixture
def full(sitting, asks, amara, sam, tomi, eilidh, now):
    """Two have a place, two wait."""
    for minutes, one in enumerate((amara, sam, tomi, eilidh)):
        asks(one, sitting, at=now + timedelta(minutes=minutes))
    return sitting


def test_whoever_comes_late_waits_and_moves_up_by_herself(full, amara, tomi, now):
    mail.outbox.clear()

    office_hours.withdraw(full.pk, by=amara, now=now + timedelta(hours=1))

    assert states(full) == [
        ("amara", "left"),
        ("sam", "queued"),
        ("tomi", "queued"),
        ("eilidh", "waiting"),
    ]
    told = {one.to[0]: one for one in mail.outbox}
    assert "You are in the queue" in told[tomi.account.email].subject
    assert "https://meet.example/osei" in told[tomi.account.email].body
    assert Notification.objects.filter(recipient=tomi, kind="office_hours").exists()


def test_a_withdrawal_by_mistake_is_undone_before_whoever_came_later(full, amara, sam, now):
    office_hours.withdraw(full.pk, by=amara, now=now + timedelta(hours=1))

    taken = office_hours.take_again(full.pk, by=amara, now=now + timedelta(hours=2))

    assert taken.state == "waiting"
    assert queries.sitting(full.pk, viewer=amara, now=now).before_her == 0
    office_hours.withdraw(full.pk, by=sam, now=now + timedelta(hours=3))
    assert states(full)[0] == ("amara", "queued")


def test_the_file_of_whoever_withdraws_takes_it_out_of_her_calendar(sitting, asks, amara, now):
    asks(amara, sitting)
    office_hours.withdraw(sitting.pk, by=amara, now=now)

    came, went = [
        next(part for part in one.message().walk() if part.get_content_type() == "text/calendar")
        for one in mail.outbox
        if one.to == [amara.account.email]
    ]
    first, last = (part.get_payload(decode=True).decode() for part in (came, went))
    assert "METHOD:REQUEST" in first
    assert "SEQUENCE:1" in first
    assert "METHOD:CANCEL" in last
    assert "SEQUENCE:2" in last


def test_one_after_the_other_has_her_turn(full, osei, amara, sam, tomi, now):
    begins = full.starts_at
    with pytest.raises(office_hours.TooEarly):
        office_hours.call_next(full.pk, by=osei, now=begins - timedelta(hours=1))

    first = office_hours.call_next(full.pk, by=osei, now=begins)
    assert first.profile == amara
    assert queries.sitting(full.pk, viewer=amara, now=begins).is_called
    assert queries.sitting(full.pk, viewer=sam, now=begins).before_her == 1
    office_hours.call_next(full.pk, by=osei, now=begins)

    assert states(full)[:2] == [("amara", "done"), ("sam", "called")]
    turn = Turn.objects.get(sitting=full, profile=sam)
    office_hours.end_turn(turn.pk, came=False, by=osei, now=begins)
    assert states(full)[1:3] == [("sam", "missed"), ("tomi", "queued")]


def test_whoever_was_not_reached_is_told_when_it_ends(full, osei, tomi, now):
    office_hours.call_next(full.pk, by=osei, now=full.starts_at)

    office_hours.tend_hours(now=full.ends_at + timedelta(hours=1))

    assert states(full) == [
        ("amara", "done"),
        ("sam", "over"),
        ("tomi", "over"),
        ("eilidh", "over"),
    ]
    assert queries.own_hours(osei) == []
    assert queries.carried_in(osei, Kind.MENTORSHIP) == 0


def test_a_date_that_is_called_off_is_told_to_everybody(full, osei, amara, tomi, now):
    mail.outbox.clear()

    office_hours.cancel_sitting(full.pk, by=osei, now=now + timedelta(hours=1))

    told = {one.to[0]: one for one in mail.outbox}
    assert len(told) == 4
    assert all("called off" in one.subject for one in told.values())
    kinds = {
        who: [part.get_content_type() for part in told[who].message().walk()]
        for who in (amara.account.email, tomi.account.email)
    }
    assert "text/calendar" in kinds[amara.account.email]
    assert "text/calendar" not in kinds[tomi.account.email]


def test_a_closed_queue_takes_nobody_and_keeps_whoever_is_in_it(sitting, asks, osei, amara, sam):
    asks(amara, sitting)
    office_hours.close_queue(sitting.pk, by=osei)

    with pytest.raises(office_hours.QueueIsClosed):
        asks(sam, sitting)
    assert states(sitting) == [("amara", "queued")]


def test_what_is_refused_changes_nothing(sitting, asks, osei, amara, mallory, now):
    asks(amara, sitting)
    refused = [
        (office_hours.SignedUpAlready, lambda: asks(amara, sitting)),
        (office_hours.NoSuchSitting, lambda: asks(osei, sitting)),
        (office_hours.NoSuchSitting, lambda: asks(mallory, sitting)),
        (office_hours.NoTurn, lambda: office_hours.withdraw(sitting.pk, by=mallory, now=now)),
        (office_hours.NoTurn, lambda: office_hours.take_again(sitting.pk, by=amara, now=now)),
        (office_hours.NoSuchSitting, lambda: office_hours.close_queue(sitting.pk, by=amara)),
        (
            office_hours.NoSuchSitting,
            lambda: office_hours.call_next(sitting.pk, by=amara, now=sitting.starts_at),
        ),
        (
            office_hours.NotBegunYet,
            lambda: office_hours.finish_sitting(sitting.pk, by=osei, now=now),
        ),
        (
            office_hours.NobodyWaits,
            lambda: office_hours.call_next(
                sitting.pk, turn_id=10**9, by=osei, now=sitting.starts_at
            ),
        ),
    ]

    for refusal, deed in refused:
        with pytest.raises(refusal):
            deed()
    assert states(sitting) == [("amara", "queued")]
    assert Sitting.objects.get(pk=sitting.pk).state == "open"


def test_a_question_says_something_short_and_nothing_of_a_patient(sitting, asks, amara):
    for refusal, question in (
        (office_hours.QuestionMissing, "  "),
        (office_hours.QuestionTooLong, "a" * 301),
        (MayIdentifyPatient, "My patient Mary Jones, born 3 May 1961, in bed 4: what now?"),
    ):
        with pytest.raises(refusal):
            asks(amara, sitting, question=question)
    assert states(sitting) == []


def test_three_turns_that_wait_are_enough(offer, asks, amara, osei, now):
    hours = offer(repeat=Repeat.WEEKLY)
    *three, fourth = hours.sittings.order_by("starts_at")
    for one in three:
        asks(amara, one)

    with pytest.raises(office_hours.TooManyTurns):
        asks(amara, fourth)
    office_hours.withdraw(three[0].pk, by=amara, now=now)
    assert asks(amara, fourth).state == "queued"


def test_they_are_one_place_of_the_mentor_however_many_come(full, offer, begin, osei, tomi):
    assert queries.carried_in(osei, Kind.MENTORSHIP) == 1
    begin()
    with pytest.raises(NoRoom):
        begin(tomi)
    with pytest.raises(NoRoom):
        offer()


def test_among_several_mentors_they_are_one_place_too(full, begin, osei, tomi):
    begin(tomi)

    carried = queries.carried_among([osei.pk, tomi.pk], Kind.MENTORSHIP)

    assert carried == {osei.pk: 2}
    assert queries.carried_among([osei.pk], Kind.COACHING) == {}


def test_the_time_of_day_stays_when_clocks_are_put_back(offer, now):
    london = ZoneInfo("Europe/London")
    begins = datetime(2026, 10, 14, 18, 0, tzinfo=london)
    hours = offer(first_at=begins.astimezone(UTC), repeat=Repeat.WEEKLY, at=begins - timedelta(1))

    times = [one.starts_at for one in hours.sittings.order_by("starts_at")]

    assert [one.astimezone(london).hour for one in times] == [18, 18, 18, 18]
    assert [one.astimezone(UTC).hour for one in times] == [17, 17, 18, 18]


def test_dates_go_on_until_the_last_day(offer, osei, now):
    last = (now + timedelta(days=9)).date()
    hours = offer(repeat=Repeat.WEEKLY, last_on=last)

    assert hours.sittings.count() == 2
    office_hours.tend_hours(now=now + timedelta(days=5))
    assert queries.own_hours(osei) == [hours]
    office_hours.tend_hours(now=now + timedelta(days=10))
    assert queries.own_hours(osei) == []


def test_dates_are_added_as_time_goes_on_and_one_called_off_stays_off(offer, osei, now):
    hours = offer(repeat=Repeat.FORTNIGHTLY)
    first = hours.sittings.order_by("starts_at").first()

    office_hours.cancel_sitting(first.pk, by=osei, now=now)
    office_hours.tend_hours(now=now + timedelta(days=15))

    assert hours.sittings.count() == 5
    assert hours.sittings.filter(state="cancelled").count() == 1


def test_what_cannot_be_offered(offer, osei, mallory, now):
    for refusal, given in (
        (office_hours.WrongNumberOfTurns, {"places": 0}),
        (office_hours.WrongNumberOfTurns, {"places": 13}),
        (office_hours.EndsBeforeItBegins, {"last_on": date(2030, 1, 1)}),
        (office_hours.TopicOfHoursTooLong, {"topic": "a" * 121}),
        (office_hours.NotForThem, {"whom": Whom.CIRCLE, "circle_id": 1}),
        (office_hours.NotForThem, {"whom": Whom.PROGRAMME, "programme_address": "other"}),
        (NotVerified, {"by": mallory}),
    ):
        with pytest.raises(refusal):
            offer(**given)
    assert queries.own_hours(osei) == []


def test_of_a_stage_only(offer, osei, amara, eilidh, now):
    phase = amara.career.phase.value
    sitting = offer(phase=phase).sittings.get()
    others = [one for one in (eilidh,) if one.career.phase.value != phase]

    assert list(queries.sittings_to_come(amara, now=now)) == [sitting]
    assert [list(queries.sittings_to_come(one, now=now)) for one in others] == [[]] * len(others)


def test_of_a_circle_only(offer, begin, osei, amara, sam, now):
    circle = circles.start_circle(
        NewCircle(name="Writing", places=3, members=[amara], is_listed=True), by=osei, now=now
    )
    circles.accept_seat(circle.pk, version=1, by=amara, now=now)
    sitting = offer(whom=Whom.CIRCLE, circle_id=circle.pk).sittings.get()

    assert list(queries.sittings_to_come(amara, now=now)) == [sitting]
    assert queries.sitting(sitting.pk, viewer=sam, now=now) is None


def test_of_two_who_part_neither_waits_for_the_other(full, osei, amara, tomi, now):
    block(blocker=amara, blocked=osei, now=now)

    assert states(full)[0] == ("amara", "over")
    assert states(full)[2] == ("tomi", "queued")
    assert queries.sitting(full.pk, viewer=amara, now=now) is None


def test_an_answer_to_all_says_nothing_of_who_asked(sitting, asks, osei, amara, sam, mallory, now):
    asked = asks(amara, sitting, question="Does anybody else cry?", to_all=True)
    alone = asks(sam, sitting)
    with pytest.raises(office_hours.NotForAll):
        office_hours.answer_to_all(
            alone.pk, question=alone.question, words="Yes.", by=osei, now=now
        )

    office_hours.answer_to_all(
        asked.pk, question=asked.question, words="Yes, all of us.", by=osei, now=now
    )

    seen = queries.sitting(sitting.pk, viewer=sam, now=now)
    assert [one.words for one in seen.answers] == ["Yes, all of us."]
    assert seen.turns == []
    assert Notification.objects.filter(recipient=sam, kind="office_hours").exists()


@pytest.mark.parametrize(
    ("question", "to_all", "stays"),
    [
        ("Does anybody else cry?", True, True),
        ("Does anybody else cry?", False, False),
        ("I failed my OSCE.", True, False),
    ],
)
def test_no_answer_stands_under_a_question_that_it_does_not_answer(
    question, to_all, stays, sitting, asks, osei, amara, sam, now
):
    """Amara withdraws after she was answered, and signs up again."""
    asked = asks(amara, sitting, question="Does anybody else cry?", to_all=True)
    asks(sam, sitting)
    office_hours.answer_to_all(
        asked.pk, question=asked.question, words="Yes, all of us.", by=osei, now=now
    )
    office_hours.withdraw(sitting.pk, by=amara, now=now)

    asks(amara, sitting, question=question, to_all=to_all)

    read = queries.sitting(sitting.pk, viewer=sam, now=now).answers
    assert [one.turn.question for one in read] == ([question] if stays else [])


def test_nobody_signs_up_with_a_mentor_who_leaves(sitting, asks, osei, amara, sam, now):
    asks(sam, sitting)
    people.ask_to_leave(profile=osei, by=osei, now=now)
    mail.outbox.clear()

    with pytest.raises(office_hours.NoSuchSitting):
        asks(amara, sitting)
    assert not queries.sittings_to_come(amara, now=now)
    assert office_hours.remind_of_sittings(now=sitting.starts_at - timedelta(minutes=50)) == 0
    assert mail.outbox == []


def test_a_day_and_an_hour_before_everybody_in_the_queue_is_reminded(sitting, asks, osei, amara):
    asks(amara, sitting)
    mail.outbox.clear()

    sent = [
        office_hours.remind_of_sittings(now=sitting.starts_at - timedelta(minutes=minutes))
        for minutes in (2000, 1400, 1300, 50, 40)
    ]

    assert sent == [0, 1, 0, 1, 0]
    assert {one.to[0] for one in mail.outbox} == {osei.account.email, amara.account.email}


def test_whoever_leaves_the_server_leaves_the_queue(full, amara, now):
    people.ask_to_leave(profile=amara, by=amara, now=now)
    people.complete_departures(now=now + timedelta(days=60))

    assert states(full) == [("sam", "queued"), ("tomi", "queued"), ("eilidh", "waiting")]


def test_when_the_mentor_leaves_the_server_nothing_of_it_stays(full, osei, now):
    people.ask_to_leave(profile=osei, by=osei, now=now)
    people.complete_departures(now=now + timedelta(days=60))

    assert not Sitting.objects.exists()


def test_a_copy_of_the_database_tells_no_words(full, asks, osei):
    stored = list(every_value_of("mentoring_officehours", "mentoring_sitting", "mentoring_turn"))

    assert [one for one in stored if b"begin?" in one or b"meet.example" in one] == []
