"""Who may look at a case, take it, and decide it."""

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection

from corridor.people import actions as people
from corridor.people import queries as who
from corridor.posts.models import Post
from corridor.safety import actions, log, queries
from corridor.safety.actions import NewFlag
from corridor.safety.choices import Deed, Measure, Queue, Reason
from corridor.safety.models import Case, Decision, Flag, LogEntry
from corridor.safety.models.log import NotToBeChanged


def seen(viewer, now):
    return list(queries.cases_waiting(viewer, today=now.date()))


def test_who_sees_which_case(case, moderator, amara, mallory, dr_osei, now):
    all_of_them, spam = moderator(), moderator("spam")
    blocks_him, evaluated = moderator("harassment"), moderator("harassment")
    people.block(blocker=blocks_him, blocked=mallory, now=now)
    people.declare_evaluation(profile=evaluated, other=amara, kind="evaluates_me", now=now)
    for party in (amara, mallory):
        actions.appoint_moderator(party, queues=list(Queue), now=now)

    table = {
        "a right to the queue": all_of_them,
        "another queue": spam,
        "blocked the person": blocks_him,
        "is evaluated by who flagged": evaluated,
        "flagged it": amara,
        "is it about": mallory,
        "no moderator": dr_osei,
    }
    sees = {name for name, viewer in table.items() if seen(viewer, now) == [case]}
    opens = {
        name
        for name, viewer in table.items()
        if queries.case_to_look_at(case.pk, viewer=viewer, today=now.date())
    }
    decides = set()
    for name, viewer in table.items():
        try:
            actions.claim_case(case=case, by=viewer, now=now)
        except actions.NotYourCase:
            continue
        decides.add(name)

    assert sees == opens == decides == {"a right to the queue"}


def test_the_gravest_and_oldest_come_first(says, flags, moderator, amara, join, now):
    def flagged(name, reason, hours):
        author = join(handle=name, display_name=name.title())
        flag = flags(amara, says(author), reason, words="x", at=now - timedelta(hours=hours))
        return flag.case

    spam = flagged("spam", Reason.SPAM, hours=1)
    old_spam = flagged("old_spam", Reason.SPAM, hours=119)
    harassment = flagged("harassment", Reason.HARASSMENT, hours=1)
    privacy = flagged("privacy", Reason.PRIVACY, hours=1)

    waiting = queries.cases_waiting(moderator(), today=now.date())

    # Both are due in an hour; the older one comes first then.
    assert list(waiting) == [old_spam, privacy, harassment, spam]
    assert list(waiting.filter(queue="spam")) == [old_spam, spam]


def test_a_case_is_taken_by_one(case, moderator, decides, now):
    one, other = moderator(), moderator()
    actions.claim_case(case=case, by=one, now=now)

    for deed in (
        lambda: actions.claim_case(case=case, by=other, now=now),
        lambda: actions.release_case(case=case, by=other, now=now),
        lambda: decides(case, other),
    ):
        with pytest.raises(actions.ClaimedByAnother):
            deed()
    assert Case.objects.get(pk=case.pk).claimed_by == one
    assert not Decision.objects.exists()

    later = now + timedelta(minutes=31)
    assert actions.claim_case(case=case, by=other, now=later).claimed_by == other
    actions.release_case(case=case, by=other, now=later)
    assert actions.claim_case(case=case, by=one, now=later).claimed_by == one


@pytest.mark.skipif(
    connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
)
@pytest.mark.django_db(transaction=True)
def test_of_two_who_take_it_at_once_one_has_it(case, moderator, now):
    both, ready, taken, refused = [moderator(), moderator()], Barrier(2), [], []

    def take(by):
        ready.wait(timeout=30)
        try:
            actions.claim_case(case=case, by=by, now=now)
            taken.append(by)
        except actions.ClaimedByAnother:
            refused.append(by)
        finally:
            connection.close()

    threads = [Thread(target=take, args=[one]) for one in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert (len(taken), len(refused)) == (1, 1)
    assert Case.objects.get(pk=case.pk).claimed_by == taken[0]
    assert log.verify().broken_at is None


@pytest.mark.parametrize(
    ("measures", "more", "refusal"),
    [
        ([], {}, actions.ChooseAMeasure),
        (["nothing", "nudge"], {}, actions.ChooseAMeasure),
        (["nudge"], {"words": " "}, actions.SayWhy),
        (["remove"], {"words": "x" * 2001}, actions.WordsTooLong),
        (["label"], {}, actions.SayTheNote),
        (["freeze"], {"days": 0}, actions.NotSoManyDays),
        (["freeze"], {"days": 366}, actions.NotSoManyDays),
    ],
)
def test_a_decision_without_sense_is_refused(
    case, moderator, now, measures, more, refusal, mailoutbox
):
    chosen = [Measure(one) for one in measures]
    new = actions.NewDecision(
        measures=chosen, reason=Reason.HARASSMENT, **({"words": "Because."} | more)
    )

    with pytest.raises(refusal):
        actions.decide_case(new, case=case, by=moderator(), now=now)

    assert Case.objects.get(pk=case.pk).closed_at is None
    assert not Decision.objects.exists()
    assert mailoutbox == []


def test_of_measures_that_do_not_all_fit_none_is_taken(case, moderator, decides, mallory, now):
    people.restrict(profile=mallory, kind="freeze", until=None, now=now)

    with pytest.raises(people.RestrictedAlready):
        decides(case, moderator(), Measure.REMOVE, Measure.FREEZE)

    assert Post.objects.get(pk=case.post_number).withheld_at is None
    assert Case.objects.get(pk=case.pk).closed_at is None


def test_what_is_gone_cannot_be_kept_away(case, moderator, decides):
    Post.objects.filter(pk=case.post_number).delete()

    with pytest.raises(actions.DoesNotFit):
        decides(case, moderator(), Measure.REMOVE)

    decides(case, moderator(), Measure.NUDGE)


def test_a_case_is_decided_once(case, moderator, decides):
    decides(case, moderator())

    with pytest.raises(actions.ClosedAlready):
        decides(case, moderator())


def test_several_are_closed_together_or_none(says, flags, moderator, amara, join, now):
    cases = [
        flags(amara, says(join(handle=name, display_name=name.title())), Reason.SPAM).case
        for name in ("one", "two", "three")
    ]
    mine, other = moderator(), moderator()
    actions.claim_case(case=cases[2], by=other, now=now)

    with pytest.raises(actions.ClaimedByAnother):
        actions.close_cases(cases, reason=Reason.SPAM, by=mine, now=now)
    assert Case.objects.filter(closed_at=None).count() == 3

    assert actions.close_cases(cases[:2], reason=Reason.SPAM, by=mine, now=now) == 2
    assert Case.objects.filter(closed_at=None).count() == 1


def test_ties_are_named(case, moderator, amara, mallory, now, monkeypatch):
    viewer = moderator()
    people.follow(follower=viewer, followed=mallory, now=now)
    monkeypatch.setattr(who, "works_with", lambda _profile: {amara.pk})

    whole = queries.whole_case(case, viewer=viewer, now=now)

    assert whole.ties == ["works_with_flagger", "follows_person"]


def test_notes_are_for_moderators(case, moderator, dr_osei, now):
    actions.note_case(case=case, words=" Known from before ", by=moderator(), now=now)

    assert [one.words for one in case.notes.all()] == ["Known from before"]
    for words, by, refusal in (
        ("x", dr_osei, actions.NotYourCase),
        (" ", moderator(), actions.NoteIsEmpty),
        ("x" * 2001, moderator(), actions.NoteTooLong),
    ):
        with pytest.raises(refusal):
            actions.note_case(case=case, words=words, by=by, now=now)
    assert case.notes.count() == 1


def test_old_cases_go_and_decisions_stay(case, moderator, decides, now, settings):
    settings.EVIDENCE_DAYS = 30
    (decision,) = decides(case, moderator())

    assert actions.forget_cases(now=now + timedelta(days=29)) == 0
    assert actions.forget_cases(now=now + timedelta(days=31)) == 1

    assert not Flag.objects.exists()
    decision.refresh_from_db()
    assert (decision.case, decision.reason) == (None, "harassment")


def test_a_right_is_given_and_taken(moderator, dr_osei, now):
    actions.appoint_moderator(dr_osei, queues=[Queue.SPAM, Queue.RULES], now=now)
    actions.dismiss_moderator(dr_osei, queues=[Queue.SPAM, Queue.HEALTH], now=now)

    assert queries.queues_of(dr_osei) == {"rules"}
    with pytest.raises(actions.NotAtTheDesk):
        actions.dismiss_moderator(dr_osei, queues=[Queue.SPAM], now=now)


def test_the_log_tells_who_looked_and_what_was_done(case, moderator, decides, dr_osei, now):
    viewer = moderator()
    actions.open_evidence(case=case, by=viewer, now=now)
    actions.claim_case(case=case, by=viewer, now=now)
    decides(case, viewer, Measure.NUDGE)
    with pytest.raises(actions.NotYourCase):
        actions.open_evidence(case=case, by=dr_osei, now=now)

    told = [(one.deed, one.by_number, one.case_number) for one in LogEntry.objects.all()]

    assert told == [
        (Deed.APPOINTED, 0, 0),
        (Deed.OPENED, viewer.pk, case.pk),
        (Deed.CLAIMED, viewer.pk, case.pk),
        (Deed.DECIDED, viewer.pk, case.pk),
    ]
    assert log.verify() == log.Verdict(
        entries=4, last_digest=LogEntry.objects.get(number=4).digest, broken_at=None
    )


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("UPDATE safety_logentry SET details = 'other' WHERE number = 2", 2),
        ("UPDATE safety_logentry SET by_number = 7 WHERE number = 1", 1),
        ("DELETE FROM safety_logentry WHERE number = 2", 2),
        ("DELETE FROM safety_logentry WHERE number = 3", 3),
    ],
)
def test_whoever_changes_the_log_is_found_out(moderator, now, statement, broken_at):
    for _ in range(3):
        moderator("spam")
    entry = LogEntry.objects.get(number=2)
    entry.details = "other"
    for change in (entry.save, entry.delete, LogEntry.objects.all().delete):
        with pytest.raises(NotToBeChanged):
            change()
    with pytest.raises(NotToBeChanged):
        LogEntry.objects.update(details="other")
    assert log.verify().broken_at is None

    with connection.cursor() as cursor:
        cursor.execute(statement)

    assert log.verify().broken_at == broken_at


def test_a_person_can_be_flagged_without_a_post(amara, mallory, moderator, decides, now):
    new = NewFlag(reason=Reason.IMPERSONATION)
    case = actions.flag_person(new, person=mallory, by=amara, now=now).case

    with pytest.raises(actions.DoesNotFit):
        decides(case, moderator(), Measure.LABEL, note="No")
    decides(case, moderator(), Measure.SUSPEND)

    assert who.profile_here(mallory.pk) is None
