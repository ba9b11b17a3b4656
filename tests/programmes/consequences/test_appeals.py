"""Somebody asks the team to look again: a break rests meanwhile, and another person decides."""

import pytest
from django.core import mail

from corridor.algorithms.reminders.table import Kind, Stop
from corridor.people.actions import block
from corridor.programmes.actions import consequences as actions
from corridor.programmes.choices import TeamRole
from corridor.programmes.models import Appeal, Consequence, Counted, TeamDeed, TeamMember
from corridor.programmes.queries.consequences import deciders, on_a_break, resting, to_decide
from corridor.programmes.reminding import appeals_to_decide
from corridor.reminders.actions import send_due
from tests.programmes.consequences.stage import DAY, step_of, subjects, tend
from tests.stored import every_stored_value

WORDS = "I was on call, and Juniper-harbour rang."


@pytest.fixture
def appealed(resting_amara, programme, amara):
    """A day after her break began."""
    at = resting_amara + DAY
    programme.refresh_from_db()
    return actions.appeal(programme, WORDS, by=amara, now=at)


@pytest.fixture
def other_director(programme, join):
    other = join(handle="other", display_name="Another")
    TeamMember.objects.create(programme=programme, profile=other, role=TeamRole.DIRECTOR)
    return other


def decide(appeal, by, *, is_granted, at=None, reason="I see."):
    actions.decide_appeal(
        appeal.consequence, reason, is_granted=is_granted, by=by, now=at or appeal.at + DAY
    )


def test_a_break_rests_while_the_appeal_waits_and_the_team_is_told_neither_who_nor_what(
    appealed, programme, prof_lindqvist
):
    [letter] = mail.outbox

    today = appealed.at.date()
    assert resting(programme) == set()
    assert list(on_a_break(programme, viewer=prof_lindqvist, today=today)) == []
    assert letter.to == [prof_lindqvist.account.email]
    assert "Amara" not in letter.body
    assert "Juniper" not in letter.body
    assert not any(b"Juniper-harbour" in value for value in every_stored_value())


def test_granted_it_is_settled_and_she_reads_why(appealed, amara, prof_lindqvist):
    mail.outbox.clear()

    decide(appealed, prof_lindqvist, is_granted=True, reason="On call is no fault.")

    assert step_of(amara) == "clear"
    assert not Counted.objects.filter(ended_at=None).exists()
    assert subjects(amara) == ["First-Gen in Medicine: your appeal was granted"]
    assert "On call is no fault." in mail.outbox[0].body
    assert "ask somebody to look" not in mail.outbox[0].body
    assert TeamDeed.objects.filter(kind="conduct", by=prof_lindqvist).count() == 1


def test_refused_the_break_lasts_as_long_as_it_would_have(
    appealed, programme, amara, prof_lindqvist
):
    until = appealed.consequence.rests_until

    decide(appealed, prof_lindqvist, is_granted=False, at=appealed.at + 3 * DAY)

    held = Consequence.objects.get(profile=amara)
    assert (held.step, held.rests_until) == ("resting", until + 3 * DAY)
    assert resting(programme) == {amara.pk}
    assert subjects(amara)[-1] == "First-Gen in Medicine: your appeal was looked at"


def test_each_step_is_appealed_once(appealed, programme, amara, prof_lindqvist):
    decide(appealed, prof_lindqvist, is_granted=False)

    with pytest.raises(actions.NothingToAppeal):
        actions.appeal(programme, WORDS, by=amara, now=appealed.at + 2 * DAY)
    assert Appeal.objects.count() == 1


@pytest.mark.parametrize(
    ("words", "refusal"),
    [("  ", actions.AppealIsEmpty), ("x" * 1001, actions.AppealTooLong)],
)
def test_one_line_is_needed(words, refusal, resting_amara, programme, amara):
    programme.refresh_from_db()

    with pytest.raises(refusal):
        actions.appeal(programme, words, by=amara, now=resting_amara)
    assert not Appeal.objects.exists()


def test_who_has_nothing_against_her_has_nothing_to_appeal(pair, programme, dr_osei, now):
    with pytest.raises(actions.NothingToAppeal):
        actions.appeal(programme, WORDS, by=dr_osei, now=now)


def test_taken_back_it_goes_on(appealed, programme, amara):
    until = appealed.consequence.rests_until

    actions.take_back_appeal(programme, by=amara, now=appealed.at + DAY)

    assert Consequence.objects.get(profile=amara).rests_until == until + DAY
    with pytest.raises(actions.NoAppealWaits):
        actions.take_back_appeal(programme, by=amara, now=appealed.at + DAY)


def test_what_nobody_decides_in_two_weeks_is_granted(appealed, amara):
    tend(appealed.at + 14 * DAY - DAY / 24)
    before = step_of(amara)
    tend(appealed.at + 14 * DAY)

    assert (before, step_of(amara)) == ("resting", "clear")
    assert Appeal.objects.get().state == "granted"


def test_two_who_decide_at_once_decide_once(appealed, amara, prof_lindqvist, other_director):
    decide(appealed, prof_lindqvist, is_granted=False)

    with pytest.raises(actions.DecidedAlready):
        decide(appealed, other_director, is_granted=True)
    assert step_of(amara) == "resting"


def test_a_decision_has_a_reason(appealed, amara, prof_lindqvist):
    with pytest.raises(actions.ReasonMissing):
        decide(appealed, prof_lindqvist, is_granted=True, reason=" ")
    assert step_of(amara) == "resting"


def test_nobody_decides_about_herself(resting_amara, programme, amara, prof_lindqvist):
    TeamMember.objects.create(programme=programme, profile=amara, role=TeamRole.DIRECTOR)
    programme.refresh_from_db()
    appealed = actions.appeal(programme, WORDS, by=amara, now=resting_amara)

    with pytest.raises(actions.NotYoursToDecide):
        decide(appealed, amara, is_granted=True)
    decide(appealed, prof_lindqvist, is_granted=True)


def test_whoever_decided_a_break_does_not_decide_the_appeal_where_somebody_else_can(
    resting_amara, late, programme, amara, prof_lindqvist, other_director
):
    tend(resting_amara + 30 * DAY)
    late(resting_amara + 40 * DAY)
    held = Consequence.objects.get(profile=amara)
    at = resting_amara + 41 * DAY
    actions.decide_look(held, "Again.", rests=True, by=prof_lindqvist, now=at)
    programme.refresh_from_db()
    mail.outbox.clear()
    appealed = actions.appeal(programme, WORDS, by=amara, now=at + DAY)

    assert subjects(other_director) == ["First-Gen in Medicine: an appeal waits for you"]
    with pytest.raises(actions.NotYoursToDecide):
        decide(appealed, prof_lindqvist, is_granted=False)
    decide(appealed, other_director, is_granted=True)
    assert step_of(amara) == "clear"


def test_who_was_to_meet_her_or_is_kept_apart_decides_where_nobody_else_can(
    resting_amara, programme, amara, dr_osei, prof_lindqvist, now
):
    """Dr Osei was to meet her: he comes after Prof Lindqvist, until she is kept apart."""
    TeamMember.objects.create(programme=programme, profile=dr_osei, role=TeamRole.DIRECTOR)
    held = Consequence.objects.get(profile=amara)
    today = resting_amara.date()
    assert deciders(held, today=today) == [prof_lindqvist]

    block(blocker=amara, blocked=prof_lindqvist, now=now)

    assert deciders(held, today=today) == [dr_osei]


def test_after_a_break_the_team_lets_it_be_or_it_is_settled_by_itself(
    resting_amara, late, amara, prof_lindqvist
):
    tend(resting_amara + 30 * DAY)
    late(resting_amara + 40 * DAY)
    held = Consequence.objects.get(profile=amara)
    assert held.step == "look"
    assert subjects(prof_lindqvist) == ["First-Gen in Medicine: somebody needs a look of the team"]
    [letter] = [one for one in mail.outbox if one.to == [prof_lindqvist.account.email]]
    assert "30 days" in letter.body
    assert "14 days" not in letter.body

    actions.decide_look(
        held, "You told us why.", rests=False, by=prof_lindqvist, now=resting_amara + 41 * DAY
    )

    assert step_of(amara) == "clear"
    with pytest.raises(actions.DecidedAlready):
        actions.decide_look(
            held, "Again.", rests=True, by=prof_lindqvist, now=resting_amara + 41 * DAY
        )


def test_what_waits_for_many_is_read_at_once(
    programme, join, amara, prof_lindqvist, other_director, now, django_assert_num_queries
):
    """Another was to meet all but the last, and is kept apart from one; so both decide about that
    last one, and Prof Lindqvist about all."""
    people = [join(handle=f"person_{number}", display_name="Somebody") for number in range(6)]
    held = [
        Consequence.objects.create(programme=programme, profile=one, step="look", since=now)
        for one in people
    ]
    for one in people[:-1]:
        Counted.objects.create(
            programme=programme,
            profile=one,
            other=other_director,
            kind="late",
            source=one.pk,
            happened_at=now,
            counts_from=now,
        )
    block(blocker=people[0], blocked=other_director, now=now)

    def waiting_for(viewer):
        return to_decide(programme, viewer=viewer, today=now.date())

    with django_assert_num_queries(6):
        assert waiting_for(prof_lindqvist) == held
    assert waiting_for(other_director) == held[-1:]
    assert waiting_for(amara) == []


def granted(appeal, by):
    decide(appeal, by, is_granted=True)


def taken_back(appeal, _by):
    consequence = appeal.consequence
    actions.take_back_appeal(consequence.programme, by=consequence.profile, now=appeal.at + 8 * DAY)


SHOWN = {
    (Kind.DECIDE_APPEAL, Stop.DONE): granted,
    (Kind.DECIDE_APPEAL, Stop.GONE): taken_back,
}


@pytest.mark.parametrize("stop", SHOWN, ids=str)
def test_whoever_decides_is_reminded_after_a_week_until_it_is_done(stop, appealed, prof_lindqvist):
    at = appealed.at + 7 * DAY
    assert list(appeals_to_decide(now=at - DAY / 24)) == []
    assert [one.to for one in appeals_to_decide(now=at)] == [prof_lindqvist.pk]

    SHOWN[stop](appealed, prof_lindqvist)

    assert list(appeals_to_decide(now=at)) == []


def test_the_reminder_comes_once(appealed, prof_lindqvist):
    for days in (8, 9, 10):
        send_due(now=appealed.at + days * DAY)

    mine = subjects(prof_lindqvist)
    assert mine.count("First-Gen in Medicine: an appeal still waits for you") == 1
