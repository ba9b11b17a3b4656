from datetime import date

from corridor.algorithms.matching.options import Barrier, Options, Pair
from corridor.programmes import actions, queries
from corridor.programmes.answers import Answers


def test_a_declared_relation_forbids_the_match(spring, amara, dr_osei, prof_lindqvist, now):
    actions.declare_relation(
        round=spring,
        new=actions.NewRelation(mentee=amara, mentor=dr_osei, barrier=Barrier.EVALUATOR),
        by=prof_lindqvist,
        now=now,
    )

    options = queries.given(spring).options

    assert options.must_not == {("amara_nwosu", "kwame_osei"): Barrier.EVALUATOR}


def test_people_bring_their_profile_and_their_answers(spring):
    given = queries.given(spring)

    amara = next(mentee for mentee in given.mentees if mentee.id == "amara_nwosu")
    assert amara.name == "Amara Nwosu"
    assert amara.stage == 4
    assert amara.institutions == {"severnside medical school"}
    assert amara.needs == {"research"}


def test_approved_matches_of_the_round_before_are_there_to_be_kept(
    programme, run, proposal_of, prof_lindqvist, amara, dr_osei, now
):
    actions.approve_proposal(proposal=proposal_of("amara_nwosu"), by=prof_lindqvist, now=now)
    finished = actions.finish_round(round=run.round, by=prof_lindqvist)
    autumn = actions.open_round(
        programme=programme,
        new=actions.NewRound(
            name="Autumn 2026",
            opens_on=date(2026, 8, 1),
            closes_on=date(2026, 9, 1),
            starts_on=date(2026, 10, 1),
            ends_on=date(2027, 3, 1),
            options=Options(),
            follows=finished,
        ),
        by=prof_lindqvist,
    )
    for profile, is_mentor in ((amara, False), (dr_osei, True)):
        new = actions.NewApplication(is_mentor=is_mentor, answers=Answers())
        actions.apply_to_round(round=autumn, new=new, by=profile, now=now)

    existing = queries.given(autumn).options.existing

    assert existing == {Pair(mentee="amara_nwosu", mentor="kwame_osei")}


def test_only_a_director_learns_of_the_round_under_review(spring, prof_lindqvist, dr_osei):
    assert queries.round_to_review("first-gen", viewer=prof_lindqvist) == spring
    assert queries.round_to_review("first-gen", viewer=dr_osei) is None


def test_a_round_that_is_still_open_is_not_under_review(open_spring, prof_lindqvist):
    del open_spring

    assert queries.round_to_review("first-gen", viewer=prof_lindqvist) is None


def test_only_a_director_gets_hold_of_a_proposal(proposal_of, prof_lindqvist, mallory):
    proposal = proposal_of("amara_nwosu")

    assert queries.proposal(proposal.pk, viewer=prof_lindqvist) == proposal
    assert queries.proposal(proposal.pk, viewer=mallory) is None
