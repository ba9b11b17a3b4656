"""Only who is in is matched; nobody is caught in an application."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.programmes import actions, queries
from corridor.programmes.models import Application
from corridor.programmes.states_of_applications import APPLICANT, APPLICATION, TEAM, WITHDRAWN

NOT_IN = [state for state in Application.State if state != Application.State.IN]


@pytest.mark.parametrize("state", NOT_IN)
def test_who_is_not_in_is_neither_matched_nor_counted(spring, everybody, state):
    Application.objects.filter(pk=everybody["amara"].pk).update(state=state)

    given = queries.given(spring)

    assert "amara_nwosu" not in {mentee.id for mentee in given.mentees}
    assert len(given.mentees) == 2
    assert queries.applied(spring).mentees == 2


def test_a_mentor_who_withdrew_is_nobody_to_swap_to(spring, everybody):
    Application.objects.filter(pk=everybody["dr_osei"].pk).update(state=WITHDRAWN)

    assert queries.mentor_application(spring, handle="kwame_osei") is None


def test_a_proposal_with_somebody_who_withdrew_is_ruled_out(run, proposal_of, everybody):
    Application.objects.filter(pk=everybody["amara"].pk).update(state=WITHDRAWN)

    ruled_out = queries.ruled_out(run.round, proposals=queries.proposals(run))

    assert ruled_out == {proposal_of("amara_nwosu").pk}


def test_somebody_takes_both_sides_only_where_the_programme_allows_it(apply, programme, sam):
    apply(sam, needs=frozenset({"research"}))

    with pytest.raises(actions.AlreadyApplied):
        apply(sam, is_mentor=True)
    programme.both_sides = True
    programme.save(update_fields=["both_sides"])
    apply(sam, is_mentor=True)
    with pytest.raises(actions.AlreadyApplied):
        apply(sam, is_mentor=True)

    assert Application.objects.filter(profile=sam).count() == 2


def test_nobody_is_matched_with_herself(apply, programme, open_spring, sam, prof_lindqvist, now):
    programme.both_sides = True
    programme.save(update_fields=["both_sides"])
    apply(sam, needs=frozenset({"research"}))
    apply(sam, is_mentor=True, covers=frozenset({"research"}))
    spring = actions.close_applications(round=open_spring, by=prof_lindqvist)

    run = actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    assert list(run.proposals.all()) == []


def test_each_of_two_sides_is_matched_on_its_own(
    apply, programme, open_spring, sam, amara, dr_osei, prof_lindqvist, now
):
    programme.both_sides = True
    programme.save(update_fields=["both_sides"])
    research, publishing = frozenset({"research"}), frozenset({"publishing"})
    apply(amara, needs=research, choices=("sam_whitlock",))
    seeks = apply(sam, needs=publishing)
    gives = apply(sam, is_mentor=True, covers=research)
    apply(dr_osei, is_mentor=True, covers=publishing)
    spring = actions.close_applications(round=open_spring, by=prof_lindqvist)

    run = actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    sides = {(one.mentee_id, one.mentor_id) for one in run.proposals.all()}
    assert seeks.pk not in {mentor for _, mentor in sides}
    assert gives.pk not in {mentee for mentee, _ in sides}
    assert len(sides) == 2


def test_what_she_wrote_is_sealed_and_opens_for_its_own_side(everybody):
    application = everybody["amara"]
    application.form = {"answers": {"hopes": "To publish"}}
    application.save(update_fields=["sealed_form"])

    stored = Application.objects.get(pk=application.pk)

    assert stored.written == {"answers": {"hopes": "To publish"}}
    assert b"publish" not in bytes(stored.sealed_form)


@given(st.lists(st.integers(min_value=0), max_size=12))
def test_wherever_it_went_the_applicant_can_leave(steps):
    state = APPLICATION.start
    for step in steps:
        moves = [*APPLICATION.open_to(APPLICANT, state=state)]
        moves += APPLICATION.open_to(TEAM, state=state)
        state = moves[step % len(moves)].end
    out = [move for move in APPLICATION.open_to(APPLICANT, state=state) if move.leaves]

    assert out or state in APPLICATION.ends
