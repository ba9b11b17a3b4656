"""What one moderator alone does not do: close an account for good, or see who flagged."""

from datetime import timedelta

import pytest
from django.core import mail

from corridor.people import actions as people
from corridor.people import queries as who
from corridor.safety import actions, queries
from corridor.safety.choices import Deed, Measure, Queue
from corridor.safety.models import Case, Decision, LogEntry, Unsealing

A_WEEK = timedelta(days=7)


@pytest.fixture
def closed(case, moderator, decides):
    """By one moderator, without an end."""
    (decision,) = decides(case, moderator(), Measure.SUSPEND)
    mail.outbox.clear()
    return decision


def is_closed(profile):
    return who.profile_here(profile.pk) is None


def test_one_closes_an_account_for_a_week(closed, mallory, now):
    assert is_closed(mallory)
    assert (closed.needs_second, closed.until) == (True, now + A_WEEK)

    people.end_restrictions(now=now + A_WEEK)

    assert not is_closed(mallory)


def test_two_close_it_for_good(closed, moderator, mallory, now):
    other = moderator()
    assert [one.pk for one in queries.seconds_waiting(other, now=now)] == [closed.pk]

    actions.second_decision(decision=closed, by=other, now=now + timedelta(days=1))

    people.end_restrictions(now=now + timedelta(days=400))
    assert is_closed(mallory)
    (letter,) = mail.outbox
    assert letter.to == [mallory.account.email]
    assert "A second moderator looked, and agreed" in letter.body
    assert "/appeals/" in letter.body
    assert queries.seconds_waiting(moderator(), now=now) == []
    assert LogEntry.objects.latest("number").deed == Deed.APPOINTED
    assert LogEntry.objects.filter(deed=Deed.SECONDED, by_number=other.pk).count() == 1


def test_nobody_seconds_herself_or_what_is_none_of_hers(closed, moderator, mallory, dr_osei, now):
    for by in (closed.by, dr_osei, moderator("spam"), mallory):
        with pytest.raises(actions.NotWithoutAnother):
            actions.second_decision(decision=closed, by=by, now=now)

    closed.refresh_from_db()
    assert (closed.seconded_by, closed.until) == (None, now + A_WEEK)


@pytest.mark.parametrize("how", ["undone", "over", "seconded"])
def test_what_is_over_is_seconded_no_more(closed, moderator, now, how):
    other, at = moderator(), now + timedelta(days=1)
    if how == "undone":
        actions.undo_decision(decision=closed, by=other, now=now)
    elif how == "seconded":
        actions.second_decision(decision=closed, by=other, now=now)
    else:
        at = now + A_WEEK

    with pytest.raises(actions.UndoneAlready):
        actions.second_decision(decision=closed, by=moderator(), now=at)


def test_an_appeal_is_judged_by_none_of_the_two(closed, moderator, mallory, now):
    other, third = moderator(), moderator()
    actions.second_decision(decision=closed, by=other, now=now)
    closed.refresh_from_db()
    appeal = actions.appeal(decision=closed, words="No", by=mallory, now=now)

    sees = {
        one.handle: list(queries.appeals_waiting(one, today=now.date()))
        for one in (closed.by, other, third)
    }
    assert sees == {closed.by.handle: [], other.handle: [], third.handle: [appeal]}
    with pytest.raises(actions.NotWithoutAnother):
        actions.judge_appeal(appeal=appeal, is_granted=False, answer="x", by=other, now=now)


def test_a_time_or_another_measure_needs_no_second(case, moderator, decides, now):
    made = decides(case, moderator(), Measure.SUSPEND, Measure.FREEZE, days=30)

    assert [(one.needs_second, one.until) for one in made] == [
        (False, now + timedelta(days=30))
    ] * 2


@pytest.fixture
def asked(case, moderator, now):
    return actions.ask_for_name(
        case.flags.get(), why="He says she is his evaluator.", by=moderator(), now=now
    )


def names(viewer, case, now):
    return queries.whole_case(case, viewer=viewer, now=now).names_shown


def test_a_name_is_seen_for_a_day_by_who_asked(case, asked, moderator, amara, now):
    other = moderator()
    assert queries.unsealings_waiting(other, today=now.date()) == [asked]
    assert names(asked.asked_by, case, now) == frozenset()

    actions.answer_unsealing(asked, is_granted=True, by=other, now=now)

    assert names(asked.asked_by, case, now) == {case.flags.get().pk}
    assert names(other, case, now) == frozenset()
    assert names(asked.asked_by, case, now + timedelta(hours=25)) == frozenset()
    (letter,) = mail.outbox
    assert letter.to == [amara.account.email]
    assert "He says she is his evaluator." in letter.body
    (own,) = queries.own_flags(amara.pk)
    assert [one.why for one in own.names_shown] == ["He says she is his evaluator."]


def test_each_sight_of_a_name_is_in_the_log(case, asked, moderator, now):
    actions.open_evidence(case=case, by=asked.asked_by, now=now)
    actions.answer_unsealing(asked, is_granted=True, by=moderator(), now=now)
    actions.open_evidence(case=case, by=asked.asked_by, now=now)

    deeds = list(LogEntry.objects.exclude(deed=Deed.APPOINTED).values_list("deed", flat=True))

    assert deeds == [Deed.ASKED_NAME, Deed.OPENED, Deed.UNSEALED, Deed.OPENED, Deed.NAME_READ]


def test_a_name_may_be_kept(case, asked, moderator, amara, now):
    actions.answer_unsealing(asked, is_granted=False, by=moderator(), now=now)

    assert names(asked.asked_by, case, now) == frozenset()
    assert mail.outbox == []
    assert queries.own_flags(amara.pk)[0].names_shown == []


def test_nobody_lets_herself_see_a_name(case, asked, moderator, dr_osei, now):
    for by in (asked.asked_by, dr_osei, moderator("spam")):
        with pytest.raises(actions.NotWithoutAnother):
            actions.answer_unsealing(asked, is_granted=True, by=by, now=now)
    assert Unsealing.objects.get().answered_at is None

    actions.answer_unsealing(asked, is_granted=False, by=moderator(), now=now)
    with pytest.raises(actions.AnsweredAlready):
        actions.answer_unsealing(asked, is_granted=True, by=moderator(), now=now)
    assert not Unsealing.objects.get().is_granted


def test_what_is_no_question_is_refused(case, asked, moderator, dr_osei, now):
    flag, again = case.flags.get(), asked.asked_by
    for why, by, refusal in (
        ("x", again, actions.AskedAlready),
        (" ", moderator(), actions.SayWhy),
        ("x" * 501, moderator(), actions.NoteTooLong),
        ("x", dr_osei, actions.NotYourCase),
        ("x", moderator("spam"), actions.NotYourCase),
    ):
        with pytest.raises(refusal):
            actions.ask_for_name(flag, why=why, by=by, now=now)
    flag.by = None
    flag.save(update_fields=["by"])
    with pytest.raises(actions.NoNameThere):
        actions.ask_for_name(flag, why="x", by=moderator(), now=now)
    assert Unsealing.objects.count() == 1


def test_a_flag_says_how_others_of_its_maker_ended(
    case, says, flags, amara, mallory, moderator, decides, now
):
    by = moderator()
    decides(flags(amara, says(mallory, "One")).case, by, Measure.NUDGE)
    decides(flags(amara, says(mallory, "Two")).case, by)

    before = queries.whole_case(case, viewer=by, now=now).flagged_before

    assert (before[amara.pk].answered, before[amara.pk].acted_on) == (2, 1)


def at(profile, institution):
    profile.institution = institution
    profile.save(update_fields=["institution"])


def test_whoever_is_tied_leaves_it_to_another(case, moderator, decides, mallory, now):
    tied, free = moderator(), moderator("harassment")
    at(tied, " wharfgate  INFIRMARY ")
    at(mallory, "Wharfgate Infirmary")

    whole = queries.whole_case(case, viewer=tied, now=now)
    assert (whole.ties, whole.is_left_to_another) == (["institution_of_person"], True)
    for deed in (
        lambda: actions.claim_case(case=case, by=tied, now=now),
        lambda: decides(case, tied),
    ):
        with pytest.raises(actions.LeaveItToAnother):
            deed()
    assert Case.objects.get(pk=case.pk).claimed_by is None
    assert not Decision.objects.exists()

    actions.dismiss_moderator(free, queues=[Queue.HARASSMENT], now=now)
    assert not queries.whole_case(case, viewer=tied, now=now).is_left_to_another
    decides(case, tied)


def test_whoever_is_tied_undoes_no_decision(case, moderator, decides, mallory, now):
    tied, free = moderator(), moderator("harassment")
    at(tied, "Wharfgate Infirmary")
    at(mallory, "Wharfgate Infirmary")
    (decision,) = decides(case, free, Measure.NUDGE)

    with pytest.raises(actions.LeaveItToAnother):
        actions.undo_decision(decision=decision, by=tied, now=now)

    assert Decision.objects.get(pk=decision.pk).undone_at is None
    actions.undo_decision(decision=decision, by=free, now=now)
    assert Decision.objects.get(pk=decision.pk).undone_at == now


def test_following_is_named_and_keeps_nobody_away(case, moderator, decides, mallory, now):
    viewer = moderator()
    moderator()
    people.follow(follower=viewer, followed=mallory, now=now)

    whole = queries.whole_case(case, viewer=viewer, now=now)

    assert (whole.ties, whole.is_left_to_another) == (["follows_person"], False)
    decides(case, viewer)


def test_looks_without_work_are_shown_to_another(case, says, flags, amara, mallory, moderator, now):
    idle, busy, viewer = moderator(), moderator(), moderator()
    other = flags(amara, says(mallory, "Other")).case
    for by, looked_at in ((busy, case), (idle, case), (idle, case), (idle, other)):
        actions.open_evidence(case=looked_at, by=by, now=now)
    actions.claim_case(case=case, by=busy, now=now)

    told = queries.looks_of_others(viewer)

    assert [(one.by_number, one.case_number, one.times, one.has_worked) for one in told.looks] == [
        (idle.pk, case.pk, 2, False),
        (idle.pk, other.pk, 1, False),
        (busy.pk, case.pk, 1, True),
    ]
    actions.see_looks(to=told.to, by=viewer, now=now)
    assert queries.looks_of_others(viewer).looks == []
    assert len(queries.looks_of_others(busy).looks) == 2
    assert LogEntry.objects.latest("number").details == str(told.to)


def test_only_moderators_see_what_was_looked_at(dr_osei, now):
    with pytest.raises(actions.NotYourCase):
        actions.see_looks(to=1, by=dr_osei, now=now)
    assert not LogEntry.objects.exists()


def test_nobody_says_that_she_saw_what_is_still_to_come(case, moderator, now):
    viewer, idle = moderator(), moderator()
    actions.see_looks(to=10**15, by=viewer, now=now)
    actions.open_evidence(case=case, by=idle, now=now)

    assert [one.by_number for one in queries.looks_of_others(viewer).looks] == [idle.pk]


def test_an_author_reads_who_read_what_was_for_few(
    says, flags, moderator, decides, amara, mallory, now
):
    by = moderator()
    people.follow(follower=amara, followed=mallory, now=now)
    for_few = flags(amara, says(mallory, "For you", audience="followers")).case
    for_all = flags(amara, says(mallory, "For all")).case
    for case in (for_few, for_all):
        actions.open_evidence(case=case, by=by, now=now)
    assert queries.read_by_moderators(mallory.pk) == []  # it is not told while they look

    for case in (for_few, for_all):
        decides(case, by)

    (told,) = queries.read_by_moderators(mallory.pk)
    assert (told.post_number, told.people) == (for_few.post_number, 1)
    assert queries.read_by_moderators(amara.pk) == []
