import pytest

from corridor.programmes import actions, queries
from corridor.programmes.actions import matches, publishing
from corridor.programmes.models import Match, MatchingRun, Round


@pytest.fixture
def match_as(spring, prof_lindqvist, now):
    """`match_as("ranks")`: the first run of the round in this mode."""

    def match_as(mode, **settings):
        how = actions.HowMatched(mode=mode, **settings)
        held = actions.set_mode(round=spring, how=how, by=prof_lindqvist)
        return actions.run_matching(round=held, by=prof_lindqvist, now=now)

    return match_as


def pairs(run):
    handles = run.proposals.values_list("mentee__profile__handle", "mentor__profile__handle")
    return set(handles)


def test_where_mentees_rank_a_choice_outweighs_what_a_mentor_covers(match_as, spring):
    """Sam and Tọ́mi rank Dr Vaughan, whose one place goes to one of them."""
    run = match_as("ranks")

    given = queries.given(Round.objects.get(pk=spring.pk))
    assert given.options.mentee_voice == 100
    assert given.options.weights["choices"] == 9
    assert ("amara_nwosu", "kwame_osei") in pairs(run)


def test_everybody_is_given_up_to_so_many(match_as):
    run = match_as("mutual", suggestions=2)

    for side in (0, 1):
        given = [pair[side] for pair in pairs(run)]
        assert max(given.count(one) for one in given) == 2


def test_a_yes_from_both_ends_the_other_suggestions(match_as, amara, dr_osei, prof_lindqvist, now):
    run = match_as("mutual", suggestions=3)
    for proposal in run.proposals.order_by("pk"):
        actions.approve_proposal(proposal=proposal, by=prof_lindqvist, now=now)
    publishing.schedule_publication(run=run, by=prof_lindqvist, now=now)
    publishing.release_due(now=now + publishing.HOLD)
    suggested = Match.objects.get(mentee__profile=amara, mentor__profile=dr_osei)

    matches.accept_match(match_id=suggested.pk, side="mentor", by=dr_osei, now=now)
    assert Match.objects.get(pk=suggested.pk).state == "proposed"
    matches.accept_match(match_id=suggested.pk, side="mentee", by=amara, now=now)

    states = Match.objects.filter(mentee__profile=amara).values_list("state", "cause")
    assert set(states) == {("accepted", ""), ("withdrawn", "served")}


def test_where_directors_choose_only_they_put_people_together(
    match_as, everybody, prof_lindqvist, now
):
    run = match_as("choice")
    assert pairs(run) == set()

    chosen = actions.assign_match(
        mentee=everybody["tomi"],
        mentor=everybody["dr_osei"],
        role="mentor",
        by=prof_lindqvist,
        now=now,
    )

    assert pairs(chosen) == {("tomi_lawal", "kwame_osei")}


@pytest.mark.parametrize(
    ("refusal", "mentee", "mentor"),
    [
        (actions.AlreadyTogetherHere, "tomi", "dr_osei"),
        (actions.AssignImpossible, "tomi", "amara"),
        (actions.AssignImpossible, "tomi", "dr_vaughan"),
    ],
)
def test_who_cannot_be_put_together_is_not(
    match_as, everybody, prof_lindqvist, now, refusal, mentee, mentor
):
    match_as("choice")
    put = {"role": "mentor", "by": prof_lindqvist, "now": now}
    actions.assign_match(mentee=everybody["tomi"], mentor=everybody["dr_osei"], **put)

    with pytest.raises(refusal):
        actions.assign_match(mentee=everybody[mentee], mentor=everybody[mentor], **put)

    assert MatchingRun.objects.count() == 2


def test_before_a_run_nobody_is_put_beside_it(spring, everybody, prof_lindqvist, mallory, now):
    put = {"mentee": everybody["tomi"], "mentor": everybody["dr_osei"], "role": "mentor"}
    with pytest.raises(actions.NotMatchedYet):
        actions.assign_match(**put, by=prof_lindqvist, now=now)
    with pytest.raises(actions.NotDirector):
        actions.assign_match(**put, by=mallory, now=now)

    assert queries.current_run(spring) is None


def test_how_a_round_is_matched_is_settled_once_it_is_told(
    match_of, spring, prof_lindqvist, mallory
):
    published = match_of("amara_nwosu").round
    how = actions.HowMatched(mode="ranks")
    with pytest.raises(actions.ModeIsSettled):
        actions.set_mode(round=published, how=how, by=prof_lindqvist)
    with pytest.raises(actions.NotDirector):
        actions.set_mode(round=published, how=how, by=mallory)
    del spring

    published.refresh_from_db()
    assert published.mode == "pool"


def test_suggestions_are_one_to_five(spring, prof_lindqvist):
    how = actions.HowMatched(mode="mutual", suggestions=6)
    with pytest.raises(actions.TooManySuggestions):
        actions.set_mode(round=spring, how=how, by=prof_lindqvist)
