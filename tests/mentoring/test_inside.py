"""What two people agree on, aim at and write down; each refusal changes nothing."""

from datetime import timedelta

import pytest

from corridor.algorithms.matching.people import Role
from corridor.mentoring import actions, queries
from corridor.mentoring.actions import NewGoal, NewStep, Said
from corridor.mentoring.choices import CoachingStage, Ending, State
from corridor.mentoring.models import (
    AgreementVersion,
    CoachingStep,
    Goal,
    Plan,
    RelationshipMove,
    RoleEntry,
    RoleWish,
    Thanks,
    Wait,
)
from corridor.mentoring.personal_archive import ABOUT_PEOPLE, archive
from corridor.notifications.models import Notification
from corridor.people import queries as people
from corridor.people.actions import (
    NewOffer,
    ask_to_leave,
    block,
    set_offers,
    set_reply_promise,
    unblock,
)
from corridor.people.choices import Kind
from tests.stored import every_stored_value

pytestmark = pytest.mark.django_db

TERMS = {"goals": "A first paper"}


@pytest.fixture
def goal(together, amara, now):
    new = NewGoal(title="First paper", steps=[NewStep(text="Methods"), NewStep(text="Submit")])
    return actions.add_goal(together.pk, new, by=amara, now=now)


def resting(together, osei, now):
    actions.pause_relationship(together.pk, by=osei, now=now)


def test_an_agreement_is_in_force_once_both_signed_the_same_words(together, amara, osei, now):
    actions.propose_agreement(together.pk, TERMS, after=0, by=amara, now=now)
    half = queries.agreement_in_force(queries.agreements(together))
    actions.sign_agreement(together.pk, number=1, by=osei, now=now)

    assert half is None
    assert queries.agreement_in_force(queries.agreements(together)).terms["goals"] == TERMS["goals"]


def test_what_is_refused_of_an_agreement(together, amara, osei, mallory, now):
    long = {"goals": "x" * 2001}
    refused = [
        (actions.AgreementIsEmpty, {}, 0, amara),
        (actions.TermTooLong, long, 0, amara),
        (actions.NewerVersion, TERMS, 1, amara),
        (actions.NotYourRelationship, TERMS, 0, mallory),
    ]
    for refusal, terms, after, by in refused:
        with pytest.raises(refusal):
            actions.propose_agreement(together.pk, terms, after=after, by=by, now=now)
    assert not AgreementVersion.objects.exists()

    actions.propose_agreement(together.pk, TERMS, after=0, by=amara, now=now)
    with pytest.raises(actions.NothingChanged):
        actions.propose_agreement(together.pk, TERMS, after=1, by=osei, now=now)
    with pytest.raises(actions.SignedAlready):
        actions.sign_agreement(together.pk, number=1, by=amara, now=now)
    with pytest.raises(actions.NewerVersion):
        actions.sign_agreement(together.pk, number=2, by=osei, now=now)
    assert AgreementVersion.objects.get().mentor_signed_at is None


def test_a_role_begins_with_the_yes_of_the_other(together, amara, osei, now):
    wish = actions.wish_role(together.pk, Kind.SPONSORSHIP, by=amara, now=now)
    with pytest.raises(actions.NothingWished):
        actions.agree_to_role(wish.pk, relationship_id=together.pk, by=amara, now=now)
    with pytest.raises(actions.WishedAlready):
        actions.wish_role(together.pk, Kind.SPONSORSHIP, by=osei, now=now)
    with pytest.raises(actions.AlreadyTogether):
        actions.wish_role(together.pk, Kind.MENTORSHIP, by=osei, now=now)
    actions.agree_to_role(wish.pk, relationship_id=together.pk, by=osei, now=now)

    found = queries.relationship(together.pk, viewer=amara)
    assert queries.roles_now(found) == [Kind.MENTORSHIP, Kind.SPONSORSHIP]
    assert not RoleWish.objects.exists()


def test_a_no_leaves_everything_as_it_was(together, amara, osei, now):
    wish = actions.wish_role(together.pk, Kind.COACHING, by=amara, now=now)

    actions.drop_role_wish(wish.pk, relationship_id=together.pk, by=osei)

    with pytest.raises(actions.NothingWished):
        actions.drop_role_wish(wish.pk, relationship_id=together.pk, by=osei)
    assert queries.roles_now(together) == [Kind.MENTORSHIP]


def test_a_wish_is_gone_once_the_role_is_there_by_another_way(begin, together, amara, now):
    actions.wish_role(together.pk, Kind.COACHING, by=amara, now=now)

    begin(role=Kind.COACHING)

    assert not RoleWish.objects.exists()


def test_the_directory_knows_how_many_she_has_here(begin, together, amara, osei, now):
    def free():
        asked = people.Asked(role=Role.MENTOR, with_full=True)
        found = people.mentors(viewer=amara, asked=asked, now=now).suggestions
        return [one.free for one in found if one.profile == osei]

    while_open = free()
    set_offers(profile=osei, offers=[NewOffer(kind=Kind.MENTORSHIP, capacity=3)], by=osei)
    said_anew = free()
    actions.end_relationship(together.pk, by=amara, ending=Ending.STOPPED, now=now)

    assert (while_open, said_anew, free()) == ([2], [2], [3])


def test_a_role_ends_by_either_but_for_the_last(begin, together, amara, now):
    begin(role=Kind.COACHING)

    actions.end_role(together.pk, Kind.MENTORSHIP, by=amara, now=now)

    for role, refusal in (
        (Kind.COACHING, actions.LastRole),
        (Kind.SPONSORSHIP, actions.NoSuchRole),
    ):
        with pytest.raises(refusal):
            actions.end_role(together.pk, role, by=amara, now=now)
    found = queries.relationship(together.pk, viewer=amara)
    assert queries.roles_now(found) == [Kind.COACHING]


def test_what_is_refused_of_a_log(begin, together, amara, mallory, now):
    span = together.roles.get()
    today = now.date()
    for refusal, words, on, by in (
        (actions.EntryIsEmpty, {"next": "x"}, today, amara),
        (actions.EntryTooLong, {"what": "x" * 1001}, today, amara),
        (actions.NotYetThen, {"what": "x"}, today + timedelta(days=1), amara),
        (actions.NotYourRelationship, {"what": "x"}, today, mallory),
    ):
        with pytest.raises(refusal):
            actions.log_role(span.pk, words, on=on, by=by, now=now)
    with pytest.raises(actions.NoSuchRole):
        actions.log_role(span.pk + 999, {"what": "x"}, on=today, by=amara, now=now)

    assert not RoleEntry.objects.exists()


def test_a_goal_that_does_not_move_is_told_of_once(goal, together, amara, osei, now):
    later = now + timedelta(days=21)

    counts = [
        actions.tell_stuck(now=later - timedelta(minutes=1)),
        actions.tell_stuck(now=later),
        actions.tell_stuck(now=later + timedelta(days=90)),
    ]
    step = goal.steps.first()
    actions.tick_step(step.pk, is_done=True, by=amara, now=later + timedelta(days=91))
    moved = Goal.objects.get().is_stuck(later + timedelta(days=92))

    assert counts == [0, 1, 0]
    assert [one.recipient for one in Notification.objects.filter(kind="goal_stuck")] == [amara]
    assert not moved


def test_nobody_is_reminded_in_a_pause_or_of_what_is_over(goal, together, amara, osei, now):
    later = now + timedelta(days=30)
    resting(together, osei, now)
    in_a_pause = actions.tell_stuck(now=later)
    actions.resume_relationship(together.pk, by=osei, now=now)
    actions.end_goal(goal.pk, is_reached=True, by=amara, now=now)

    assert (in_a_pause, actions.tell_stuck(now=later)) == (0, 0)


def test_what_is_refused_of_goals(goal, together, amara, osei, mallory, now):
    private = NewGoal(title="Mine", is_private=True)
    hers = actions.add_goal(together.pk, private, by=amara, now=now)
    step = goal.steps.first()
    before = Goal.objects.count()
    actions.end_goal(goal.pk, is_reached=False, by=osei, now=now)

    def add(**words):
        return lambda: actions.add_goal(together.pk, NewGoal(**words), by=amara, now=now)

    def end(one, by):
        return lambda: actions.end_goal(one.pk, is_reached=True, by=by, now=now)

    def tick(step_id, by):
        return lambda: actions.tick_step(step_id, is_done=True, by=by, now=now)

    new = NewStep(text="x")
    for refusal, do in (
        (actions.GoalNeedsTitle, add(title=" ")),
        (actions.GoalTooLong, add(title="x" * 201)),
        (actions.GoalNotThere, end(hers, osei)),
        (actions.GoalNotThere, lambda: actions.comment_on_goal(goal.pk, "x", by=mallory, now=now)),
        (actions.GoalIsOver, end(goal, amara)),
        (actions.GoalIsOver, lambda: actions.add_step(goal.pk, new, by=osei, now=now)),
        (actions.StepNotThere, tick(step.pk + 999, amara)),
        (actions.GoalNotThere, tick(step.pk, mallory)),
    ):
        with pytest.raises(refusal):
            do()

    assert Goal.objects.count() == before
    assert goal.steps.filter(done_at=None).count() == 2


def test_a_coaching_cycle_goes_step_by_step_and_begins_anew(begin, together, amara, osei, now):
    with pytest.raises(actions.NoCoach):
        write(together, CoachingStage.PRINCIPLES, by=amara, now=now)
    begin(role=Kind.COACHING)
    with pytest.raises(actions.StepNotOpen):
        write(together, CoachingStage.PLAN, by=amara, now=now)
    first = write(together, CoachingStage.PRINCIPLES, by=amara, now=now)
    with pytest.raises(actions.OwnWords):
        actions.agree_to_coaching_step(together.pk, first.pk, seen=first.at, by=amara, now=now)
    changed = write(together, CoachingStage.PRINCIPLES, by=osei, now=now + timedelta(minutes=1))
    with pytest.raises(actions.StepRewritten):
        actions.agree_to_coaching_step(together.pk, changed.pk, seen=first.at, by=amara, now=now)
    actions.agree_to_coaching_step(together.pk, changed.pk, seen=changed.at, by=amara, now=now)
    with pytest.raises(actions.StepNotOpen):
        actions.agree_to_coaching_step(together.pk, changed.pk, seen=changed.at, by=amara, now=now)
    for stage in list(CoachingStage)[1:]:
        step = write(together, stage, by=amara, now=now)
        actions.agree_to_coaching_step(together.pk, step.pk, seen=step.at, by=osei, now=now)

    assert actions.step_due(together) == (2, CoachingStage.PRINCIPLES)
    assert CoachingStep.objects.count() == 4


def write(together, stage, *, by, now):
    kept = together.coaching.filter(stage=stage, agreed_at=None).first()
    said = actions.NewStage(stage=stage, words="So", seen=kept.at if kept else None)
    return actions.write_coaching_step(together.pk, said, by=by, now=now)


def test_when_the_promised_time_is_over_she_may_ask_somebody_else(together, amara, osei, now):
    set_reply_promise(profile=osei, days=3, by=osei)
    together.mentor.refresh_from_db()
    with pytest.raises(actions.NotYourRelationship):
        actions.wait_for_answer(together.pk, by=osei, now=now)
    wait = actions.wait_for_answer(together.pk, by=amara, now=now)
    with pytest.raises(actions.WaitsAlready):
        actions.wait_for_answer(together.pk, by=amara, now=now)

    lapsed = [queries.is_lapsed(wait, now=now + timedelta(days=days)) for days in (2, 3)]
    actions.note_answer(together.pk, by=osei, now=now)
    with pytest.raises(actions.NothingWaits):
        actions.note_answer(together.pk, by=amara, now=now)

    assert lapsed == [False, True]
    assert queries.open_wait(together) is None
    assert Wait.objects.count() == 1


def test_a_plan_is_proved_only_when_there_is_one(together, amara, osei, now):
    with pytest.raises(actions.NoPlan):
        actions.attest_plan(owner=amara, now=now)
    with pytest.raises(actions.PlanIsEmpty):
        actions.write_plan({"long": " "}, owner=amara, now=now)
    with pytest.raises(actions.PlanTooLong):
        actions.write_plan({"long": "x" * 4001}, owner=amara, now=now)
    assert not Plan.objects.exists()
    actions.write_plan({"long": "A professor"}, owner=amara, now=now)
    with pytest.raises(actions.PlanNotFinished):
        actions.attest_plan(owner=amara, now=now)
    actions.write_plan({"short": "A paper", "actions": "Fridays"}, owner=amara, now=now)
    proof = actions.attest_plan(owner=amara, now=now + timedelta(days=9))

    assert proof.done_on == now.date()
    assert queries.attestation(proof.token).owner == amara
    with pytest.raises(actions.NotAttested):
        actions.withdraw_attestation(proof.pk, owner=osei, now=now)
    actions.write_plan({"short": "x"}, owner=osei, now=now)
    with pytest.raises(actions.NotYourRelationship):
        actions.show_plan(owner=osei, relationship_id=together.pk, now=now)


def test_a_plan_is_due_a_year_after_she_went_through_it(amara, now):
    plan = actions.write_plan({"short": "A paper"}, owner=amara, is_revised=True, now=now)

    assert not queries.is_due(plan, now=now + timedelta(days=364))
    assert queries.is_due(plan, now=now + timedelta(days=365))


def test_last_words_are_said_once_it_is_over_and_once(together, amara, now):
    with pytest.raises(actions.NotOver):
        actions.say_thanks(together.pk, "Thank you", by=amara, now=now)
    actions.end_relationship(together.pk, by=amara, ending=Ending.FINISHED, now=now)
    with pytest.raises(actions.NoThanks):
        actions.say_thanks(together.pk, " ", by=amara, now=now)
    with pytest.raises(actions.ThanksTooLong):
        actions.say_thanks(together.pk, "x" * 1001, by=amara, now=now)
    actions.say_thanks(together.pk, "Thank you", by=amara, now=now)
    with pytest.raises(actions.ThankedAlready):
        actions.say_thanks(together.pk, "Again", by=amara, now=now)

    assert [one.words for one in Thanks.objects.all()] == ["Thank you"]


def test_a_block_pauses_at_once_and_looks_like_any_pause(
    together, goal, amara, osei, now, mailoutbox
):
    block(blocker=amara, blocked=osei, now=now)

    found = queries.relationship(together.pk, viewer=osei)
    (move,) = queries.moves(found, viewer=osei, today=now.date())
    assert (found.state, found.paused_by, move.line) == (State.PAUSED, amara, "")
    assert mailoutbox == []
    for do in (
        lambda: actions.comment_on_goal(goal.pk, "Why?", by=osei, now=now),
        lambda: actions.propose_agreement(together.pk, TERMS, after=0, by=osei, now=now),
        lambda: actions.wish_role(together.pk, Kind.COACHING, by=osei, now=now),
    ):
        with pytest.raises(actions.Resting):
            do()
    unblock(blocker=amara, blocked=osei)
    actions.resume_relationship(together.pk, by=amara, now=now)
    assert queries.relationship(together.pk, viewer=osei).state == State.ACTIVE


def test_words_do_not_reach_whoever_keeps_away(together, amara, osei, now, mailoutbox):
    block(blocker=amara, blocked=osei, now=now)
    said = Said(line="You will be sorry")
    actions.end_relationship(together.pk, by=osei, ending=Ending.STOPPED, said=said, now=now)
    actions.say_thanks(together.pk, "You will be sorry", by=osei, now=now)

    found = queries.relationship(together.pk, viewer=amara)
    lines = [one.line for one in queries.moves(found, viewer=amara, today=now.date())]
    assert "You will be sorry" not in lines
    assert list(queries.thanks(found, viewer=amara, today=now.date())) == []
    assert mailoutbox == []


def test_what_two_people_write_lies_sealed(together, goal, amara, osei, now):
    actions.propose_agreement(
        together.pk, {"goals": "Sealed agreement"}, after=0, by=amara, now=now
    )
    actions.keep_note(together.pk, "Sealed note", by=amara, now=now)
    actions.comment_on_goal(goal.pk, "Sealed comment", by=amara, now=now)
    actions.write_plan({"short": "Sealed plan"}, owner=amara, now=now)
    actions.wish_role(together.pk, Kind.COACHING, words="Sealed wish", by=amara, now=now)
    said = Said(line="Sealed line", reason="Sealed reason")
    actions.end_relationship(together.pk, by=amara, ending=Ending.STOPPED, said=said, now=now)
    actions.say_thanks(together.pk, "Sealed thanks", by=amara, now=now)

    stored = "\n".join(map(str, every_stored_value()))
    assert "Sealed" not in stored
    assert "First paper" not in stored


def test_what_she_wrote_is_in_her_archive_and_goes_with_her(together, goal, amara, osei, now):
    actions.keep_note(together.pk, "Ask about the visa", by=amara, now=now)
    actions.write_plan({"short": "A paper"}, owner=amara, now=now)
    actions.add_goal(together.pk, NewGoal(title="His own", is_private=True), by=osei, now=now)
    hers = {one.key: one.rows for one in archive(amara)}
    ask_to_leave(profile=amara, by=amara, now=now)
    ABOUT_PEOPLE.forget(amara, "left_abc")

    assert hers["relationship_notes"][0]["text"] == "Ask about the visa"
    assert hers["plan"][0]["short"] == "A paper"
    assert [row["title"] for row in hers["goals"]] == ["First paper"]
    assert set(ABOUT_PEOPLE.holds.values()) <= hers.keys()
    assert {one.key: list(one.rows) for one in archive(amara)}["relationship_notes"] == []
    assert not Plan.objects.exists()
    assert RelationshipMove.objects.filter(by=amara).count() == 0


def test_today_is_the_day_of_whoever_writes(together, amara, osei, now):
    amara.time_zone, osei.time_zone = "Pacific/Auckland", "Pacific/Honolulu"
    late = now.replace(hour=14)
    tomorrow = late.date() + timedelta(days=1)
    span = together.roles.get()

    actions.log_role(span.pk, {"what": "A block"}, on=tomorrow, by=amara, now=late)
    with pytest.raises(actions.NotYetThen):
        actions.log_role(span.pk, {"what": "A block"}, on=tomorrow, by=osei, now=late)
    early = now.replace(hour=6)
    paused = actions.pause_relationship(together.pk, by=osei, until=early.date(), now=early)

    assert paused.resumes_on == early.date()
