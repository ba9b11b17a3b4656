"""A meeting missed, called off late, a match not answered: what counts, and what follows."""

import pytest
from django.core import mail

from corridor.mentoring.actions import meetings, pause_between
from corridor.mentoring.actions.meetings import NewLog
from corridor.people.actions import set_away
from corridor.programmes import queries
from corridor.programmes.actions import AssignImpossible, assign_match, matches
from corridor.programmes.actions.forget_person import forget_person
from corridor.programmes.answers import Answers
from corridor.programmes.documents import to_document
from corridor.programmes.models import (
    Appeal,
    Application,
    Consequence,
    ConsequenceMove,
    Counted,
    Match,
)
from corridor.programmes.queries.consequences import resting
from tests.programmes.consequences.stage import DAY, HOUR, step_of, subjects, tend


def test_notice_second_notice_break_and_a_look_each_after_one_more(late, amara, now):
    steps = []
    for day in (5, 10, 15, 20):
        late(now + day * DAY)
        steps.append(step_of(amara))
    tend(now + 50 * DAY)
    steps.append(step_of(amara))
    late(now + 60 * DAY)
    steps.append(step_of(amara))

    assert steps == ["clear", "noticed", "warned", "resting", "returned", "look"]
    told = [one for one in subjects(amara) if "First-Gen in Medicine" in one]
    assert told == [
        "First-Gen in Medicine: something we noticed",
        "First-Gen in Medicine: it happened again",
        "First-Gen in Medicine: a break until 9 May 2026",
        "First-Gen in Medicine: your break is over",
        "First-Gen in Medicine: somebody of the team looks at it",
    ]


def test_the_other_hears_nothing_and_neither_does_the_team_before_it_has_to_act(
    late, dr_osei, prof_lindqvist, now
):
    for day in (5, 10, 15, 20):
        late(now + day * DAY)

    assert not [one for one in subjects(dr_osei) if "First-Gen" in one]
    assert subjects(prof_lindqvist) == []
    assert step_of(dr_osei) is None


def test_several_on_one_day_count_once(late, amara, now):
    late(now + 5 * DAY)
    late(now + 5 * DAY + 4 * HOUR)

    assert step_of(amara) == "clear"


def test_called_off_in_time_nothing_counts(arrange, amara, change, now):
    change(counts_late_hours=6)
    meeting = arrange(now + 5 * DAY)

    meetings.call_off(meeting.pk, by=amara, now=now + 5 * DAY - 7 * HOUR)

    assert not Counted.objects.exists()


def test_nothing_counts_where_a_programme_has_no_rules(late, change, amara, now):
    change(counts_late_hours=0)

    for day in (5, 10, 15):
        late(now + day * DAY)

    assert not Counted.objects.exists()
    assert step_of(amara) is None


def test_of_whoever_is_away_nothing_counts(late, amara, now):
    first = (now + 4 * DAY).date()
    set_away(profile=amara, starts_on=first, ends_on=(now + 30 * DAY).date(), by=amara)

    for day in (5, 10):
        late(now + day * DAY)

    assert not Counted.objects.exists()


def test_a_word_of_the_other_counts_after_three_days(absent, amara, now):
    absent(now + 5 * DAY)
    absent(now + 10 * DAY)
    tend(now + 13 * DAY - HOUR)
    before = step_of(amara)
    tend(now + 13 * DAY)

    assert (before, step_of(amara)) == ("clear", "noticed")
    assert subjects(amara).count("Dr Kwame Osei wrote that you did not come") == 2


def test_whoever_it_is_about_denies_it_and_nothing_counts(absent, amara, dr_osei, now):
    meeting = absent(now + 5 * DAY)

    meetings.deny_absence(meeting.pk, by=amara, now=now + 6 * DAY)
    with pytest.raises(meetings.NobodySaidSo):
        meetings.deny_absence(meeting.pk, by=dr_osei, now=now + 6 * DAY)
    log = NewLog(was_held=False, other_absent=True)
    meetings.log_meeting(meeting.pk, log, by=dr_osei, now=now + 7 * DAY)

    assert not Counted.objects.filter(ended_at=None).exists()


@pytest.mark.parametrize("said", ["it was held", "the other was absent"])
def test_a_log_that_says_otherwise_denies_it_too(said, absent, amara, dr_osei, now):
    meeting = absent(now + 5 * DAY)
    log = NewLog(was_held=said == "it was held", other_absent=said != "it was held")

    meetings.log_meeting(meeting.pk, log, by=amara, now=now + 6 * DAY)

    assert not Counted.objects.filter(ended_at=None).exists()
    assert step_of(dr_osei) is None


def test_what_is_taken_back_undoes_a_break(late, absent, amara, dr_osei, now):
    for day in (5, 10, 15):
        late(now + day * DAY)
    meeting = absent(now + 20 * DAY)
    tend(now + 24 * DAY)
    before = step_of(amara)
    mail.outbox.clear()

    log = NewLog(was_held=False)
    meetings.log_meeting(meeting.pk, log, by=dr_osei, now=now + 25 * DAY)

    assert (before, step_of(amara)) == ("resting", "warned")
    assert subjects(amara) == ["First-Gen in Medicine: nothing holds you back any more"]


def test_nothing_counts_of_before_the_rules_were_switched_on(
    arrange, change, amara, dr_osei, now, programme
):
    """An old log is corrected after the switch: nobody is mailed of it, either."""
    change(counts_absences=False)
    meeting = arrange(now + 5 * DAY)
    meetings.log_meeting(meeting.pk, NewLog(was_held=False), by=dr_osei, now=now + 5 * DAY + HOUR)
    change(at=now + 6 * DAY, counts_absences=True)
    mail.outbox.clear()

    log = NewLog(was_held=False, other_absent=True)
    meetings.log_meeting(meeting.pk, log, by=dr_osei, now=now + 7 * DAY)

    assert not Counted.objects.exists()
    assert subjects(amara) == []


def test_changing_another_rule_leaves_since_when_one_counts(change, absent, pair, now):
    change(at=now + 9 * DAY, counts_first_days=3, counts_absences=True)

    absent(now + 5 * DAY)

    assert Counted.objects.exists()


def test_what_falls_into_a_pause_does_not_count(arrange, pair, amara, dr_osei, now):
    """Kept apart they rest, and what was arranged stands until somebody calls it off."""
    meeting = arrange(now + 5 * DAY)
    pause_between(dr_osei.pk, amara.pk, now=now + 4 * DAY)

    meetings.call_off(meeting.pk, by=amara, now=now + 5 * DAY - HOUR)

    assert not Counted.objects.exists()


def test_said_taken_back_and_said_again_it_counts(absent, amara, dr_osei, now):
    meeting = absent(now + 5 * DAY)
    log_of = {said: NewLog(was_held=False, other_absent=said) for said in (True, False)}
    meetings.log_meeting(meeting.pk, log_of[False], by=dr_osei, now=now + 6 * DAY)
    assert not Counted.objects.exists()

    meetings.log_meeting(meeting.pk, log_of[True], by=dr_osei, now=now + 7 * DAY)

    counted = Counted.objects.get(profile=amara)
    assert (counted.counts_from, counted.ended_at) == (now + 10 * DAY, None)


def test_denied_taken_back_and_said_again_it_does_not_count(absent, amara, dr_osei, now):
    meeting = absent(now + 5 * DAY)
    meetings.deny_absence(meeting.pk, by=amara, now=now + 6 * DAY)

    for day, said in ((7, False), (8, True)):
        log = NewLog(was_held=False, other_absent=said)
        meetings.log_meeting(meeting.pk, log, by=dr_osei, now=now + day * DAY)

    assert not Counted.objects.filter(ended_at=None).exists()


def test_half_a_year_later_it_is_forgotten(late, amara, now):
    late(now + 5 * DAY)
    late(now + 10 * DAY)
    mail.outbox.clear()

    tend(now + 185 * DAY)

    assert step_of(amara) == "clear"
    assert subjects(amara) == []


def test_whoever_lets_a_match_lapse_is_who_was_to_answer(change, match_of, amara, dr_osei, now):
    change(counts_silence=True)
    match = match_of("amara_nwosu")

    matches.tend_matches(now=match.answer_by)

    counted = Counted.objects.filter(source=match.pk)
    assert [(one.profile, one.other) for one in counted] == [(dr_osei, amara)]


def test_after_a_question_of_the_mentor_it_is_the_mentee(change, match_of, amara, dr_osei, now):
    change(counts_silence=True)
    match = match_of("amara_nwosu")
    matches.ask_mentee(match_id=match.pk, question="reach", by=dr_osei, now=now)
    match.refresh_from_db()

    matches.tend_matches(now=match.answer_by)

    assert [one.profile for one in Counted.objects.filter(source=match.pk)] == [amara]


def test_in_a_break_nobody_new_is_matched_and_whom_she_has_stays(
    resting_amara, pair, programme, amara, dr_osei, dr_vaughan, prof_lindqvist, open_spring
):
    pair.refresh_from_db()
    open_spring.refresh_from_db()
    hers = Application.objects.get(profile=amara)

    assert resting(programme_now(programme)) == {amara.pk}
    assert amara.handle not in {one.id for one in queries.given(open_spring).mentees}
    assert queries.next_best(hers, "mentor", today=resting_amara.date()) is None
    assert pair.is_open


def programme_now(programme):
    programme.refresh_from_db()
    return programme


def test_a_director_puts_nobody_together_who_has_a_break(
    run, programme, change, amara, dr_vaughan, prof_lindqvist, now
):
    change(counts_silence=True)
    Consequence.objects.create(programme=programme, profile=amara, step="resting", since=now)
    mentee = Application.objects.get(profile=amara)
    mentor = Application.objects.get(profile=dr_vaughan)

    with pytest.raises(AssignImpossible):
        assign_match(mentee=mentee, mentor=mentor, role="mentor", by=prof_lindqvist, now=now)
    assert run.round.runs.count() == 1


def test_after_a_break_a_mentor_with_room_is_asked_about_who_waits(
    late, wait, eilidh, sam, dr_osei, now
):
    for day in (5, 10, 15, 20):
        late(now + day * DAY, by=dr_osei)
    waiting = Match.objects.filter(mentee=wait(eilidh))
    declined = Match.objects.get(mentee__profile=sam)
    said = matches.NotNow()
    matches.decline_match(match_id=declined.pk, said=said, by=dr_osei, now=now + 21 * DAY)
    in_the_break = waiting.count()

    tend(now + 50 * DAY)

    assert (in_the_break, step_of(dr_osei)) == (0, "returned")
    assert [one.mentor.profile for one in waiting.all()] == [dr_osei]


def test_whose_match_comes_to_nothing_in_her_break_gets_the_next_best_after_it(
    change, match_of, programme, amara, dr_osei, prof_raman, now
):
    """And nobody tells her meanwhile that nobody is left."""
    change(counts_silence=True)
    match = match_of("amara_nwosu")
    free = Application(
        round=match.round, profile=prof_raman, side="mentor", state="in", applied_at=now
    )
    covers = {"languages": frozenset({"english"}), "covers": frozenset({"research"})}
    free.answers = to_document(Answers(**covers, capacity=1))
    free.save()
    until = now + 30 * DAY
    Consequence.objects.create(
        programme=programme, profile=amara, step="resting", since=now, rests_until=until
    )
    for day in (1, 2, 3, 4):
        at = now - day * DAY
        Counted.objects.create(
            programme=programme,
            profile=amara,
            kind="silent",
            source=day,
            happened_at=at,
            counts_from=at,
        )
    mail.outbox.clear()

    matches.decline_match(match_id=match.pk, said=matches.NotNow(), by=dr_osei, now=now + DAY)
    told, in_the_break = subjects(amara), Match.objects.filter(after=match).count()
    tend(until)

    assert (told, in_the_break) == ([], 0)
    assert Match.objects.get(after=match).mentor.profile == prof_raman


def test_switched_off_it_ends_at_once(resting_amara, change, amara):
    change(at=resting_amara + DAY, counts_absences=False, counts_late_hours=0, counts_silence=False)

    assert step_of(amara) == "clear"
    assert subjects(amara) == ["First-Gen in Medicine: nothing holds you back any more"]


def test_switched_off_nobody_is_looked_at_of_whom_nothing_counts_any_more(
    resting_amara, change, programme, join, django_assert_max_num_queries
):
    at = resting_amara + DAY
    for number in range(30):
        profile = join(handle=f"person_{number}", display_name="Somebody")
        Consequence.objects.create(programme=programme, profile=profile, step="clear", since=at)
        Counted.objects.create(
            programme=programme,
            profile=profile,
            kind="late",
            source=1000 + number,
            happened_at=at,
            counts_from=at,
        )

    with django_assert_max_num_queries(40):
        change(at=at, counts_late_hours=0)

    assert not Counted.objects.filter(kind="late", ended_at=None).exists()


def test_it_is_told_once_however_often_the_clock_looks(resting_amara, amara):
    for day in range(1, 5):
        tend(resting_amara + day * DAY)

    assert subjects(amara) == []
    assert ConsequenceMove.objects.count() == 3


def test_who_leaves_takes_it_along(resting_amara, amara, dr_osei):
    forget_person(dr_osei, "left_1")
    assert set(Counted.objects.values_list("other", flat=True)) == {None}

    forget_person(amara, "left_2")
    assert [one.objects.count() for one in (Counted, Consequence, Appeal)] == [0, 0, 0]
