import pytest

from corridor.algorithms.matching.options import Barrier
from corridor.programmes import actions, queries
from corridor.programmes.models import MatchingRun, Override


def mentor_of(run):
    return {
        proposal.mentee.profile.handle: proposal.mentor.profile.handle
        for proposal in queries.proposals(run)
    }


def test_a_swap_gives_the_mentor_asked_for_and_moves_the_others_as_shown(
    run, everybody, proposal_of, prof_lindqvist, now
):
    shown = next(
        alternative
        for alternative in queries.alternatives(proposal_of("amara_nwosu"))
        if alternative.mentor == "helen_vaughan"
    )

    after = actions.swap_proposal(
        proposal=proposal_of("amara_nwosu"),
        mentor=everybody["dr_vaughan"],
        by=prof_lindqvist,
        now=now,
    )

    assert [(move.mentee, move.becomes) for move in shown.moves] == [("tomi_lawal", "kwame_osei")]
    assert mentor_of(after) == {
        "amara_nwosu": "helen_vaughan",
        "sam_whitlock": "kwame_osei",
        "tomi_lawal": "kwame_osei",
    }


def test_a_swap_lasts_through_later_runs(run, everybody, proposal_of, prof_lindqvist, now):
    actions.swap_proposal(
        proposal=proposal_of("amara_nwosu"),
        mentor=everybody["dr_vaughan"],
        by=prof_lindqvist,
        now=now,
    )

    later = actions.run_matching(round=run.round, by=prof_lindqvist, now=now)

    assert mentor_of(later)["amara_nwosu"] == "helen_vaughan"


def test_a_swap_back_takes_the_place_of_the_first(run, everybody, proposal_of, prof_lindqvist, now):
    there = actions.swap_proposal(
        proposal=proposal_of("amara_nwosu"),
        mentor=everybody["dr_vaughan"],
        by=prof_lindqvist,
        now=now,
    )

    back = actions.swap_proposal(
        proposal=there.proposals.get(mentee=everybody["amara"]),
        mentor=everybody["dr_osei"],
        by=prof_lindqvist,
        now=now,
    )

    assert mentor_of(back) == mentor_of(run)


def test_a_swap_to_somebody_who_evaluates_the_mentee_is_refused(
    spring, everybody, prof_lindqvist, amara, dr_vaughan, now
):
    actions.declare_relation(
        round=spring,
        new=actions.NewRelation(mentee=amara, mentor=dr_vaughan, barrier=Barrier.EVALUATOR),
        by=prof_lindqvist,
        now=now,
    )
    run = actions.run_matching(round=spring, by=prof_lindqvist, now=now)

    with pytest.raises(actions.SwapImpossible):
        actions.swap_proposal(
            proposal=run.proposals.get(mentee=everybody["amara"]),
            mentor=everybody["dr_vaughan"],
            by=prof_lindqvist,
            now=now,
        )

    assert MatchingRun.objects.count() == 1
    assert Override.objects.count() == 0


@pytest.mark.parametrize("whom", ["amara", "dr_osei"])
def test_a_swap_to_a_mentee_or_to_the_same_mentor_is_refused(
    everybody, proposal_of, prof_lindqvist, now, whom
):
    with pytest.raises(actions.SwapImpossible):
        actions.swap_proposal(
            proposal=proposal_of("amara_nwosu"), mentor=everybody[whom], by=prof_lindqvist, now=now
        )

    assert Override.objects.count() == 0


def test_nobody_but_a_director_swaps(everybody, proposal_of, mallory, now):
    with pytest.raises(actions.NotDirector):
        actions.swap_proposal(
            proposal=proposal_of("amara_nwosu"),
            mentor=everybody["dr_vaughan"],
            by=mallory,
            now=now,
        )

    assert MatchingRun.objects.count() == 1
    assert Override.objects.count() == 0


def test_two_who_were_parted_are_not_proposed_again(proposal_of, prof_lindqvist, now):
    after = actions.forbid_pair(
        proposal=proposal_of("amara_nwosu"),
        reason=" They are cousins. ",
        by=prof_lindqvist,
        now=now,
    )

    assert mentor_of(after)["amara_nwosu"] == "helen_vaughan"
    assert Override.objects.get().text == "They are cousins."


def test_a_parting_undoes_the_swap_that_brought_them_together(
    everybody, proposal_of, prof_lindqvist, now
):
    swapped = actions.swap_proposal(
        proposal=proposal_of("amara_nwosu"),
        mentor=everybody["dr_vaughan"],
        by=prof_lindqvist,
        now=now,
    )

    after = actions.forbid_pair(
        proposal=swapped.proposals.get(mentee=everybody["amara"]),
        reason="They are cousins.",
        by=prof_lindqvist,
        now=now,
    )

    assert mentor_of(after)["amara_nwosu"] == "kwame_osei"


def test_a_parting_without_a_reason_is_refused(proposal_of, prof_lindqvist, now):
    with pytest.raises(actions.ReasonMissing):
        actions.forbid_pair(
            proposal=proposal_of("amara_nwosu"), reason="  ", by=prof_lindqvist, now=now
        )

    assert MatchingRun.objects.count() == 1
    assert Override.objects.count() == 0


def test_nobody_but_a_director_parts_two(proposal_of, mallory, now):
    with pytest.raises(actions.NotDirector):
        actions.forbid_pair(
            proposal=proposal_of("amara_nwosu"), reason="Spite.", by=mallory, now=now
        )

    assert MatchingRun.objects.count() == 1
    assert Override.objects.count() == 0


def test_a_note_is_kept_and_changes_nothing_else(run, proposal_of, prof_lindqvist, now):
    actions.note_proposal(
        proposal=proposal_of("amara_nwosu"), text="Asked both.", by=prof_lindqvist, now=now
    )

    note = Override.objects.get()
    assert (note.kind, note.text, note.by) == ("note", "Asked both.", prof_lindqvist)
    assert queries.current_run(run.round) == run


def test_an_empty_note_is_refused(proposal_of, prof_lindqvist, now):
    with pytest.raises(actions.NoteIsEmpty):
        actions.note_proposal(
            proposal=proposal_of("amara_nwosu"), text=" ", by=prof_lindqvist, now=now
        )

    assert Override.objects.count() == 0


def test_nobody_but_a_director_writes_a_note(proposal_of, mallory, now):
    with pytest.raises(actions.NotDirector):
        actions.note_proposal(proposal=proposal_of("amara_nwosu"), text="Ha.", by=mallory, now=now)

    assert Override.objects.count() == 0
