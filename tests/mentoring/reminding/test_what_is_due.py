"""What two who work together are reminded of: when it begins, and everything that stops it."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from corridor.algorithms.reminders.table import OF, Kind, Stop
from corridor.algorithms.silence import LEAST
from corridor.mentoring import actions
from corridor.mentoring.actions import Hello, NewGoal, meetings
from corridor.mentoring.choices import Ending
from corridor.mentoring.models import ContactCheck, Survey
from corridor.mentoring.reminding import of_meetings, of_work
from corridor.people.choices import Kind as Role
from tests.mentoring.meetings.arranging import THURSDAY, TUESDAY

DAY = timedelta(days=1)
TERMS = {"goals": "A first paper", "meetings": "Once a month"}
HELLO = Hello(who="A student", why="Your talk", ask="May I ask you something?")


@pytest.fixture
def stage(together, propose, agree, amara, osei, mallory, now):
    return SimpleNamespace(
        together=together,
        propose=propose,
        agree=agree,
        amara=amara,
        osei=osei,
        mallory=mallory,
        now=now,
    )


def suggested_times(s):
    s.meeting = s.propose(relationship=s.together)
    return s.now + 2 * DAY, [s.osei]


def nothing_arranged(s):
    meetings.ask_contact(now=s.now + 7 * DAY)
    return s.now + 7 * DAY, [s.amara, s.osei]


def not_logged(s):
    s.meeting = s.agree(relationship=s.together)
    return TUESDAY + timedelta(hours=3), [s.amara, s.osei]


def long_waited(s):
    actions.wait_for_answer(s.together.pk, by=s.amara, now=s.now)
    return s.now + timedelta(days=s.osei.reply_within_days), [s.osei]


def half_signed(s):
    actions.propose_agreement(s.together.pk, TERMS, after=0, by=s.amara, now=s.now)
    return s.now + 4 * DAY, [s.osei]


def review_asked(s):
    meetings.ask_reviews(now=s.now + 7 * DAY)
    return s.now + 7 * DAY, [s.amara, s.osei]


def goal_set(s):
    s.goal = actions.add_goal(s.together.pk, NewGoal(title="A paper"), by=s.amara, now=s.now)
    return s.now + 21 * DAY, [s.amara]


def quiet(s):
    return s.now + 45 * DAY + timedelta(minutes=1), [s.amara, s.osei]


def hello_said(s):
    to = {"mentor": s.osei, "role": Role.MENTORSHIP}
    s.contact = actions.say_hello(HELLO, **to, by=s.mallory, now=s.now)
    return s.contact.answer_by - 2 * DAY, [s.osei]


BEGINS = {
    Kind.ANSWER_HELLO: (of_work.contacts_to_answer, hello_said),
    Kind.CHOOSE_TIME: (of_meetings.times_to_choose, suggested_times),
    Kind.FIRST_MEETING: (of_meetings.first_meetings, nothing_arranged),
    Kind.WRITE_LOG: (of_meetings.logs_to_write, not_logged),
    Kind.ANSWER_MENTEE: (of_work.promises_over, long_waited),
    Kind.SIGN_AGREEMENT: (of_work.agreements_to_sign, half_signed),
    Kind.GIVE_REVIEW: (of_meetings.reviews_to_give, review_asked),
    Kind.MOVE_GOAL: (of_work.goals_that_stand_still, goal_set),
    Kind.SILENCE: (of_work.silent_pairs, quiet),
}


def pause(s, at):
    actions.pause_relationship(s.together.pk, by=s.osei, now=at)


def end(s, at):
    actions.end_relationship(s.together.pk, by=s.osei, ending=Ending.STOPPED, now=at)


def time_goes_by(days):
    return lambda _s, at: at + days * DAY


def chosen(s, at):
    meetings.pick_time(s.meeting.pk, TUESDAY, by=s.osei, sequence=s.meeting.sequence, now=at)


def called_off(s, at):
    meetings.call_off(s.meeting.pk, by=s.osei, now=at)


def arranged(s, at):
    s.propose(relationship=s.together, at=at, times=(at + 3 * DAY,))


def said_not_yet(s, at):
    for check in ContactCheck.objects.order_by("pk"):
        by = s.amara if check.side == "mentee" else s.osei
        meetings.answer_contact(check.pk, is_in_touch=False, by=by, now=at)


def logged(s, at):
    meetings.log_meeting(s.meeting.pk, meetings.NewLog(was_held=True), by=s.amara, now=at)


def answered(s, at):
    actions.note_answer(s.together.pk, by=s.osei, now=at)


def signed(s, at):
    actions.sign_agreement(s.together.pk, number=1, by=s.osei, now=at)


def changed(s, at):
    new = TERMS | {"goals": "Two papers"}
    actions.propose_agreement(s.together.pk, new, after=1, by=s.osei, now=at)


def reviewed(s, at):
    area = meetings.RatedArea(area="goals", weight=3, rating=3)
    for survey in Survey.objects.order_by("pk"):
        by = s.amara if survey.side == "mentee" else s.osei
        meetings.answer_review(survey.pk, meetings.NewReview(areas=[area]), by=by, now=at)


def skipped(s, at):
    for survey in Survey.objects.order_by("pk"):
        by = s.amara if survey.side == "mentee" else s.osei
        meetings.skip_survey(survey.pk, by=by, now=at)


def let_be(_s, at):
    meetings.let_reviews_be(now=at + 28 * DAY)


def commented(s, at):
    actions.comment_on_goal(s.goal.pk, "Half of it is written", by=s.osei, now=at)


def dropped(s, at):
    actions.end_goal(s.goal.pk, is_reached=False, by=s.amara, now=at)


def met(s, at):
    s.agree(relationship=s.together, at=at, starts_at=at + 5 * DAY)


def welcomed(s, at):
    actions.welcome(s.contact.pk, times=[], where="", by=s.osei, now=at)


def declined(s, at):
    actions.decline_contact(s.contact.pk, by=s.osei, now=at)


ASKED_FIRST = {Kind.FIRST_MEETING, Kind.GIVE_REVIEW}
"""The page asks at that time, and the mail reminds of what is asked."""
SHOWN = {
    (Kind.ANSWER_HELLO, Stop.DONE): welcomed,
    (Kind.ANSWER_HELLO, Stop.REFUSED): declined,
    (Kind.ANSWER_HELLO, Stop.GONE): time_goes_by(2),
    (Kind.CHOOSE_TIME, Stop.DONE): chosen,
    (Kind.CHOOSE_TIME, Stop.REFUSED): called_off,
    (Kind.CHOOSE_TIME, Stop.GONE): time_goes_by((THURSDAY - TUESDAY).days + 3),
    (Kind.CHOOSE_TIME, Stop.PAUSE): pause,
    (Kind.CHOOSE_TIME, Stop.END): end,
    (Kind.FIRST_MEETING, Stop.DONE): arranged,
    (Kind.FIRST_MEETING, Stop.REFUSED): said_not_yet,
    (Kind.FIRST_MEETING, Stop.GONE): time_goes_by(23),
    (Kind.FIRST_MEETING, Stop.PAUSE): pause,
    (Kind.FIRST_MEETING, Stop.END): end,
    (Kind.WRITE_LOG, Stop.DONE): logged,
    (Kind.WRITE_LOG, Stop.GONE): time_goes_by(14),
    (Kind.WRITE_LOG, Stop.PAUSE): pause,
    (Kind.WRITE_LOG, Stop.END): end,
    (Kind.ANSWER_MENTEE, Stop.DONE): answered,
    (Kind.ANSWER_MENTEE, Stop.PAUSE): pause,
    (Kind.ANSWER_MENTEE, Stop.END): end,
    (Kind.SIGN_AGREEMENT, Stop.DONE): signed,
    (Kind.SIGN_AGREEMENT, Stop.GONE): changed,
    (Kind.SIGN_AGREEMENT, Stop.PAUSE): pause,
    (Kind.SIGN_AGREEMENT, Stop.END): end,
    (Kind.GIVE_REVIEW, Stop.DONE): reviewed,
    (Kind.GIVE_REVIEW, Stop.REFUSED): skipped,
    (Kind.GIVE_REVIEW, Stop.GONE): let_be,
    (Kind.GIVE_REVIEW, Stop.PAUSE): pause,
    (Kind.GIVE_REVIEW, Stop.END): end,
    (Kind.MOVE_GOAL, Stop.DONE): commented,
    (Kind.MOVE_GOAL, Stop.REFUSED): dropped,
    (Kind.MOVE_GOAL, Stop.PAUSE): pause,
    (Kind.MOVE_GOAL, Stop.END): end,
    (Kind.SILENCE, Stop.DONE): met,
    (Kind.SILENCE, Stop.PAUSE): pause,
    (Kind.SILENCE, Stop.END): end,
}


@pytest.mark.parametrize("kind", BEGINS, ids=str)
def test_it_is_due_at_its_time_and_not_a_moment_before(kind, stage):
    find, happens = BEGINS[kind]
    due_at, whom = happens(stage)

    early = list(find(now=due_at - timedelta(minutes=1)))
    due = list(find(now=due_at))

    assert early == [] or kind in ASKED_FIRST
    assert {one.to for one in due} == {person.pk for person in whom}
    assert all(one.letter().subject for one in due)
    for one in due:
        again = find(now=due_at, about=one.about)
        assert one.to in {same.to for same in again}


@pytest.mark.parametrize(("kind", "stop"), SHOWN, ids=str)
def test_every_stop_of_the_table_stops_it(kind, stop, stage):
    find, happens = BEGINS[kind]
    due_at, _ = happens(stage)
    assert list(find(now=due_at))

    later = SHOWN[kind, stop](stage, due_at) or due_at

    assert list(find(now=later)) == []


def test_what_was_written_is_in_no_mail(stage):
    due_at, _ = goal_set(stage)

    [due] = of_work.goals_that_stand_still(now=due_at)

    assert "paper" not in " ".join(map(str, due.letter().paragraphs))


def test_the_table_and_the_algorithm_call_the_same_span_silent():
    assert OF[Kind.SILENCE].after == LEAST
