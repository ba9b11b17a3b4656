"""Reminders, missing logs, reviews and "are you in touch?": asked kindly, and not again."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.algorithms.reminders.table import TABLE, Kind
from corridor.mentoring import queries
from corridor.mentoring.actions import Origin, end_relationship, meetings
from corridor.mentoring.actions.meetings import NewReview, RatedArea
from corridor.mentoring.choices import Ending, OriginKind
from corridor.mentoring.meeting_choices import Occasion, Pulse, Side
from corridor.mentoring.models import ContactCheck, Meeting, Survey
from corridor.notifications.models import Notification
from corridor.people.actions import block, set_offers
from corridor.reminders.actions import choose_reminders, send_due
from tests.mentoring.meetings.arranging import TUESDAY, mails_to

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def no_mail_before_meetings(profile):
    kinds = {one.kind.value for one in TABLE} - {Kind.MEETING_SOON.value}
    choose_reminders(kinds, by=profile, now=TUESDAY - 9 * DAY)


@pytest.fixture
def silent():
    """`silent()`: the mails until now are read."""
    return mail.outbox.clear


def test_reminders_come_a_day_and_an_hour_before_and_once_each(agree, osei, amara, silent):
    agree()
    silent()
    told = []
    for before in (30 * HOUR, 23 * HOUR, 22 * HOUR, HOUR, HOUR / 2, -HOUR):
        meetings.remind_of_meetings(now=TUESDAY - before)
        told.append((len(mails_to(osei)), len(mails_to(amara))))

    assert told == [(0, 0), (1, 1), (1, 1), (2, 2), (2, 2), (2, 2)]


def test_no_reminder_of_what_was_agreed_a_moment_ago_or_is_not_wanted(agree, osei, amara, silent):
    agree(at=TUESDAY - 3 * HOUR)
    no_mail_before_meetings(amara)
    silent()

    meetings.remind_of_meetings(now=TUESDAY - 2 * HOUR)
    assert mail.outbox == []
    meetings.remind_of_meetings(now=TUESDAY - HOUR / 2)
    assert (len(mails_to(osei)), len(mails_to(amara))) == (1, 0)


def test_a_missing_log_is_asked_for_once(agree, osei, amara, silent):
    agree()
    silent()

    assert meetings.ask_for_logs(now=TUESDAY + 2 * HOUR) == 0
    assert meetings.ask_for_logs(now=TUESDAY + 3 * HOUR) == 1
    assert meetings.ask_for_logs(now=TUESDAY + 4 * DAY) == 0
    asked = Notification.objects.filter(kind="log_wanted").order_by("recipient")
    assert {one.recipient for one in asked} == {amara, osei}


def test_no_log_is_asked_for_that_is_there(held, silent):
    silent()

    assert meetings.ask_for_logs(now=TUESDAY + DAY) == 0
    assert mail.outbox == []


def test_no_log_is_asked_for_once_they_have_parted(agree, together, osei, silent):
    agree()
    end_relationship(together.pk, by=osei, ending=Ending.FINISHED, now=TUESDAY + HOUR)
    silent()

    assert meetings.ask_for_logs(now=TUESDAY + DAY) == 0
    assert mail.outbox == []


def test_reviews_come_at_the_start_half_way_and_at_the_end(together, now):
    asked = {}
    for days in (6, 7, 60, 90, 91, 179, 180, 300):
        if meetings.ask_reviews(now=now + days * DAY):
            asked[days] = Survey.objects.order_by("-pk").first().occasion

    assert asked == {7: "baseline", 90: "midpoint", 180: "final"}


def test_what_was_missed_is_not_asked_after_the_fact(together, now):
    meetings.ask_reviews(now=now + 100 * DAY)

    waiting = Survey.objects.filter(skipped_at=None)
    assert set(waiting.values_list("occasion", flat=True)) == {"midpoint"}
    assert meetings.ask_reviews(now=now + 101 * DAY) == 0


def test_she_is_mailed_once_more_and_then_left_alone(together, amara, now, silent):
    meetings.ask_reviews(now=now + 7 * DAY)
    silent()
    for days in (7, 8, 13, 14, 15, 30):
        send_due(now=now + days * DAY)
    about_it = [one for one in mails_to(amara) if one.subject.startswith("How does it go")]
    assert len(about_it) == 2

    meetings.let_reviews_be(now=now + 35 * DAY)
    assert not queries.waiting_surveys(amara)


def test_the_end_asks_for_a_last_review_unless_it_had_hardly_begun(begin, amara, mallory, now):
    long, short = begin(), begin(mallory)
    end_relationship(short.pk, by=mallory, ending=Ending.STOPPED, now=now + 3 * DAY)
    end_relationship(long.pk, by=amara, ending=Ending.FINISHED, now=now + 40 * DAY)

    rows = Survey.objects.values_list("relationship", "occasion", "side")
    assert sorted(rows) == [(long.pk, "final", "mentee"), (long.pk, "final", "mentor")]


def test_whoever_keeps_away_reads_no_words_of_the_other_in_reviews(together, amara, osei, now):
    meetings.ask_reviews(now=now + 8 * DAY)
    area = RatedArea(area="goals", weight=3, rating=3)
    for profile in (amara, osei):
        (survey,) = queries.waiting_surveys(profile)
        new = NewReview(areas=[area], words="A line", shows_words=True)
        meetings.answer_review(survey.pk, new, by=profile, now=now)

    def read():
        (review,) = queries.reviews(together, viewer=amara, today=now.date())
        return review.mine.words, review.theirs.words

    assert read() == ("A line", "A line")
    block(blocker=amara, blocked=osei, now=now)
    assert read() == ("A line", "")


def test_answers_are_refused_by_name(together, amara, osei, mallory, now):
    meetings.ask_reviews(now=now + 7 * DAY)
    hers = Survey.objects.get(side=Side.MENTEE)
    area = RatedArea(area="goals", weight=3, rating=3)
    fine = NewReview(areas=[area])

    for refusal, review, by in [
        (meetings.NotYourSurvey, fine, osei),
        (meetings.NotYourSurvey, fine, mallory),
        (meetings.NoAreas, NewReview(areas=[]), amara),
        (meetings.NoAreas, NewReview(areas=[area, area]), amara),
        (meetings.NoAreas, NewReview(areas=[RatedArea(area="x", weight=3, rating=3)]), amara),
        (
            meetings.OutOfRange,
            NewReview(areas=[RatedArea(area="goals", weight=6, rating=3)]),
            amara,
        ),
    ]:
        with pytest.raises(refusal):
            meetings.answer_review(hers.pk, review, by=by, now=now)
    with pytest.raises(meetings.NotYourSurvey):
        meetings.answer_pulse(hers.pk, Pulse.GOOD, by=amara, now=now)
    hers.refresh_from_db()
    assert hers.is_waiting
    meetings.answer_review(hers.pk, fine, by=amara, now=now)
    with pytest.raises(meetings.SurveyClosed):
        meetings.skip_survey(hers.pk, by=amara, now=now)


def test_pulses_are_shown_as_averages_from_three_meetings_on(agree, together, amara, osei, now):
    seen = []
    for number, (hers, his) in enumerate([(4, 2), (3, 3), (4, 2), (1, 1)]):
        meeting = agree(starts_at=TUESDAY + number * DAY)
        log = meetings.NewLog(was_held=True)
        meetings.log_meeting(meeting.pk, log, by=amara, now=TUESDAY + number * DAY + HOUR)
        for profile, rating in ((amara, hers), (osei, his)):
            asked = queries.pulse_of(meeting, viewer=profile)
            meetings.answer_pulse(asked.pk, Pulse(rating), by=profile, now=now)
        seen.append(queries.shared_pulse(together, viewer=amara))

    assert seen[:2] == [None, None]
    assert seen[2] == seen[3] == (pytest.approx(11 / 3), pytest.approx(7 / 3))


def test_figures_are_suppressed_below_five_people(join, begin, osei, now):
    origin = Origin(
        kind=OriginKind.PROGRAMME, programme_address="anes", round_name="Spring", places=9
    )

    set_offers(profile=osei, offers=[], by=osei)

    def answered(number):
        mentee = join(handle=f"mentee_{number}", display_name=f"Mentee {number}")
        begin(mentee, origin=origin)
        meetings.ask_reviews(now=now + 8 * DAY)
        survey = queries.waiting_surveys(mentee)[0]
        area = RatedArea(area="goals", weight=1, rating=1 + number % 5)
        meetings.answer_review(survey.pk, NewReview(areas=[area]), by=mentee, now=now)
        return queries.survey_figures("anes", round_name="Spring")

    seen = [answered(number) for number in range(6)]

    assert seen[:4] == [{}] * 4
    (of_five,) = seen[4][Occasion.BASELINE].values()
    assert (of_five.answers, of_five.mean) == (5, 3.0)
    assert seen[5] == seen[4]
    assert queries.survey_figures("anes", round_name="Autumn") == {}


def test_whoever_arranged_something_is_not_asked_for_contact(propose, begin, mallory, now, silent):
    propose()
    quiet = begin(mallory)
    silent()

    assert meetings.ask_contact(now=now + 6 * DAY) == 0
    assert meetings.ask_contact(now=now + 8 * DAY) == 2
    assert meetings.ask_contact(now=now + 9 * DAY) == 0
    assert set(ContactCheck.objects.values_list("relationship", flat=True)) == {quiet.pk}
    check = ContactCheck.objects.get(side=Side.MENTEE)
    with pytest.raises(meetings.NotAsked):
        meetings.answer_contact(check.pk, is_in_touch=True, by=quiet.mentor, now=now)
    meetings.answer_contact(check.pk, is_in_touch=True, by=mallory, now=now)
    with pytest.raises(meetings.NotAsked):
        meetings.answer_contact(check.pk, is_in_touch=False, by=mallory, now=now)
    assert Meeting.objects.count() == 1
