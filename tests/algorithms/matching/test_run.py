from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from corridor.algorithms.matching import (
    Barrier,
    Circles,
    Criterion,
    ImpossibleSettings,
    Mentee,
    Mentor,
    Options,
    Outcome,
    Pair,
    Reason,
    Role,
    check,
    match_people,
)

PLAIN = Options(load_weight=0, own_best=False)


def run(mentees: Sequence[Mentee], mentors: Sequence[Mentor], options: Options = PLAIN) -> Outcome:
    """The outcome without what-ifs; the certificate must prove it."""
    result = match_people(mentees=mentees, mentors=mentors, options=options, explore=False)
    if options.circles is None:
        assert check(result.certificate).is_optimal
    return result.outcome


def given(outcome: Outcome) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for match in outcome.matches:
        found.setdefault(match.mentee, []).append(match.mentor)
    return found


def reasons(found: Sequence[Reason]) -> list[tuple[str, Mapping[str, object]]]:
    return [(reason.code, reason.values) for reason in found]


def mentee(name: str, *interests: str, **said: object) -> Mentee:
    return Mentee(id=name, interests=frozenset(interests), **said)


def mentor(name: str, *interests: str, **said: object) -> Mentor:
    return Mentor(id=name, interests=frozenset(interests), **said)


def pair(mentee_id: str, mentor_id: str, role: Role = Role.MENTOR) -> Pair:
    return Pair(mentee=mentee_id, mentor=mentor_id, role=role)


def test_everybody_gets_whom_they_share_an_interest_with():
    outcome = run(
        [mentee("amara", "airway"), mentee("bilal", "pain")],
        [mentor("osei", "pain"), mentor("lindqvist", "airway")],
    )

    assert given(outcome) == {"amara": ["lindqvist"], "bilal": ["osei"]}
    assert [match.fit for match in outcome.matches] == [10_000, 10_000]


def test_a_full_mentor_is_given_nobody():
    outcome = run([mentee("amara", "pain")], [mentor("osei", "pain", capacity=2, carries=2)])

    assert given(outcome) == {}
    assert reasons(outcome.unmatched[0].reasons) == [
        ("no_places", {"role": "mentor", "mentors": 1})
    ]


def test_who_waited_longest_is_served_first_whatever_the_fit():
    outcome = run(
        [mentee("amara", "pain"), mentee("bilal", "airway", waited=1)], [mentor("osei", "pain")]
    )

    assert given(outcome) == {"bilal": ["osei"]}


def test_everybody_gets_one_mentor_before_anybody_gets_two():
    outcome = run(
        [mentee("amara", "pain", wishes={Role.MENTOR: 2}), mentee("bilal")],
        [mentor("osei", "pain"), mentor("lindqvist", "pain")],
    )

    assert {name: len(mentors) for name, mentors in given(outcome).items()} == {
        "amara": 1,
        "bilal": 1,
    }
    assert [one.mentee for one in outcome.unmatched] == ["amara"]


def test_a_mentor_serves_one_mentee_in_one_role_only():
    both = {Role.MENTOR: 1, Role.SPONSOR: 1}
    outcome = run(
        [mentee("amara", wishes=both)],
        [mentor("osei", capacity=5, offers=frozenset(both))],
    )

    assert given(outcome) == {"amara": ["osei"]}
    assert reasons(outcome.unmatched[0].reasons) == [
        ("has_another", {"role": "sponsor", "mentor": "osei"})
    ]


def test_a_role_is_given_only_by_those_who_offer_it():
    outcome = run(
        [
            mentee("amara", "pain", wishes={Role.COACH: 1}),
            mentee("bilal", wishes={Role.SPONSOR: 1}),
        ],
        [mentor("osei", "pain"), mentor("lindqvist", offers=frozenset({Role.COACH}))],
    )

    assert given(outcome) == {"amara": ["lindqvist"]}
    assert reasons(outcome.unmatched[0].reasons) == [("nobody_offers", {"role": "sponsor"})]


def test_a_limit_on_a_role_holds_beside_the_capacity():
    outcome = run(
        [mentee("amara"), mentee("bilal"), mentee("chen", wishes={Role.COACH: 1})],
        [
            mentor(
                "osei",
                capacity=3,
                offers=frozenset({Role.MENTOR, Role.COACH}),
                role_capacity={Role.MENTOR: 1},
            )
        ],
    )

    assert sorted(match.role for match in outcome.matches) == [Role.COACH, Role.MENTOR]


def test_a_limit_on_shared_experience_holds_beside_the_capacity():
    rural = frozenset({"rural"})
    outcome = run(
        [mentee("amara", shares=rural), mentee("bilal", shares=rural), mentee("chen")],
        [mentor("osei", capacity=3, experience=rural, experience_capacity=1)],
    )

    assert sum(match.by_experience for match in outcome.matches) == 1
    assert len(outcome.matches) == 2
    assert outcome.loads[0].by_experience == 1


def test_the_programme_gives_no_more_places_than_it_has():
    outcome = run(
        [mentee("amara"), mentee("bilal")],
        [mentor("osei"), mentor("lindqvist")],
        replace(PLAIN, places=1),
    )

    assert len(outcome.matches) == 1
    assert reasons(outcome.unmatched[0].reasons)[0] == (
        "programme_full",
        {"role": "mentor", "places": 1},
    )


def test_no_mentor_gets_more_of_this_programme_than_it_allows():
    outcome = run(
        [mentee("amara"), mentee("bilal")],
        [mentor("osei", capacity=5)],
        replace(PLAIN, places_per_mentor=1),
    )

    assert len(outcome.matches) == 1


def test_a_pin_is_kept_against_a_better_fit_and_says_what_it_overrides():
    amara = mentee("amara", "pain", institutions=frozenset({"howard"}))
    osei = mentor("osei", "airway", institutions=frozenset({"howard"}))
    outcome = run(
        [amara, mentee("bilal", "airway")],
        [osei, mentor("lindqvist", "pain")],
        replace(PLAIN, pins=frozenset({pair("amara", "osei")})),
    )

    assert given(outcome) == {"amara": ["osei"], "bilal": ["lindqvist"]}
    pinned = outcome.matches[0]
    assert pinned.is_pinned
    assert reasons(pinned.looks)[0] == ("overrides_barrier", {"barrier": "same-institution"})


def test_two_who_must_not_be_matched_are_not():
    outcome = run(
        [mentee("amara", "pain")],
        [mentor("osei", "pain")],
        replace(PLAIN, must_not={("amara", "osei"): Barrier.EVALUATOR}),
    )

    assert given(outcome) == {}
    assert reasons(outcome.unmatched[0].reasons) == [
        ("no_candidates", {"role": "mentor", "mentors": 1}),
        ("barrier", {"barrier": "evaluator", "mentors": 1}),
    ]


def test_an_existing_match_gives_way_only_to_a_gain_above_the_cost_of_change():
    mentees = [mentee("amara", "pain", "airway", "ethics", "research")]
    mentors = [mentor("osei", "pain"), mentor("lindqvist", "pain", "airway", "ethics")]
    kept = replace(PLAIN, existing=frozenset({pair("amara", "osei")}), change_cost=9_000)
    changed = replace(kept, change_cost=100)

    assert given(run(mentees, mentors, kept)) == {"amara": ["osei"]}
    assert run(mentees, mentors, kept).matches[0].is_kept
    assert given(run(mentees, mentors, changed)) == {"amara": ["lindqvist"]}


def test_a_newcomer_takes_no_place_from_a_mentee_who_has_a_mentor():
    mentees = [mentee("amara"), mentee("newcomer", "pain", waited=9)]
    options = replace(PLAIN, existing=frozenset({pair("amara", "osei")}), change_cost=0)

    assert given(run(mentees, [mentor("osei", "pain")], options)) == {"amara": ["osei"]}
    assert given(
        run(mentees, [mentor("osei", "pain")], replace(options, protect_existing=False))
    ) == {"newcomer": ["osei"]}


def test_a_match_says_which_place_it_fills_and_whom_both_had_chosen():
    outcome = run(
        [mentee("amara", choices=("lindqvist", "osei"))],
        [mentor("osei", capacity=4, carries=2, choices=("amara",))],
    )

    match = outcome.matches[0]
    assert (match.place, match.capacity) == (3, 4)
    assert (match.mentee_choice, match.mentor_choice) == (2, 1)


def test_a_mentor_is_fully_contested_where_somebody_gets_nobody_for_lack_of_her():
    outcome = run([mentee("amara", "pain"), mentee("bilal", "pain")], [mentor("osei", "pain")])

    assert outcome.matches[0].contest == 10_000


def test_nobody_waits_for_a_mentor_with_room():
    outcome = run([mentee("amara", "pain")], [mentor("osei", "pain", capacity=2)])

    assert outcome.matches[0].contest == 0


def test_the_nearest_offer_says_who_would_have_to_give_it_up():
    outcome = run(
        [
            mentee("amara", "pain", specialty="anaesthesia"),
            mentee("bilal", "ethics", specialty="anaesthesia"),
        ],
        [mentor("osei", "pain", specialty="anaesthesia")],
    )

    (left,) = outcome.unmatched
    assert left.mentee == "bilal"
    assert [reason.code for reason in left.reasons] == ["all_full", "would_displace"]
    assert left.reasons[0].values["specialty"] == "anaesthesia"
    assert left.reasons[1].values["mentor"] == "osei"
    assert left.reasons[1].values["mentee"] == "amara"
    assert [(move.mentee, move.was, move.becomes) for move in left.nearest[0].moves] == [
        ("amara", "osei", None)
    ]


def test_mentors_with_room_are_told_why_they_were_given_nobody():
    outcome = run(
        [mentee("amara", "pain", institutions=frozenset({"howard"}))],
        [
            mentor("osei", "pain"),
            mentor("lindqvist"),
            mentor("mbeki", institutions=frozenset({"howard"})),
            mentor("nakamura", offers=frozenset({Role.SPONSOR})),
        ],
    )

    assert {load.mentor: reasons(load.unused) for load in outcome.loads} == {
        "lindqvist": [("others_fit_better", {"mentees": 1})],
        "mbeki": [
            ("no_mentee_possible", {"mentees": 1}),
            ("barrier", {"barrier": "same-institution", "mentees": 1}),
        ],
        "nakamura": [("nobody_asked", {"roles": ("sponsor",)})],
        "osei": [],
    }


def test_two_who_would_rather_have_each_other_are_reported():
    outcome = run(
        [mentee("amara", "pain", waited=1), mentee("bilal", "airway")],
        [mentor("osei", "pain"), mentor("lindqvist", "airway", capacity=0)],
        replace(PLAIN, pins=frozenset({pair("bilal", "osei")})),
    )

    assert outcome.stability.blocking_pairs == 1
    assert outcome.stability.examples == (("amara", "osei", 10_000, 10_000),)
    assert outcome.stability.stable_mentor_of == {("bilal", Role.MENTOR): "osei"}


def test_with_no_room_anywhere_everybody_is_told_so():
    outcome = run([mentee("amara"), mentee("bilal")], [mentor("osei", capacity=0)])

    assert [one.mentee for one in outcome.unmatched] == ["amara", "bilal"]
    assert outcome.proof.is_optimal
    assert (outcome.fairness.max_load, outcome.fairness.gini) == (0, 0.0)


def test_names_beyond_ascii_are_names():
    outcome = run([mentee("Zoë Ngũgĩ", "疼痛")], [mentor("Łukasz 李", "疼痛")])

    assert given(outcome) == {"Zoë Ngũgĩ": ["Łukasz 李"]}


def test_the_same_seed_gives_the_same_lot():
    mentees = [mentee(f"mentee {n}") for n in range(12)]
    mentors = [mentor(f"mentor {n}") for n in range(12)]

    first = run(mentees, mentors)

    assert given(run(mentees[::-1], mentors[::-1])) == given(first)
    assert given(run(mentees, mentors, replace(PLAIN, seed="other"))) != given(first)


def test_what_if_a_weight_were_off_is_told_in_the_terms_of_the_run():
    result = match_people(
        mentees=[mentee("amara", "pain", specialty="surgery")],
        mentors=[
            mentor("osei", "pain", specialty="medicine"),
            mentor("mbeki", specialty="surgery"),
        ],
        options=Options(
            weights={Criterion.INTERESTS: 6, Criterion.SPECIALTY: 2}, own_best=False, load_weight=0
        ),
    )

    off = {(one.setting, one.value): one for one in result.outcome.what_ifs}[
        (Criterion.INTERESTS, 0)
    ]
    assert result.outcome.matches[0].mentor == "osei"
    assert (off.matched, off.moved) == (1, 1)
    # As the run measures it, Mbeki shares the specialty alone: 60 per cent of 2 in 8.
    assert off.mean_fit == 1_500


def test_the_wish_for_shared_experience_can_be_thought_away():
    rural = frozenset({"rural"})
    result = match_people(
        mentees=[mentee("amara", "pain", shares=rural)],
        mentors=[mentor("osei", "pain"), mentor("mbeki", experience=rural)],
        options=Options(
            weights={Criterion.INTERESTS: 1, Criterion.EXPERIENCE: 9},
            own_best=False,
            load_weight=0,
            mentee_voice=100,
        ),
    )

    assert result.outcome.matches[0].mentor == "mbeki"
    # 9 of 10 points become 1 of 10.
    assert result.outcome.fairness.without_experience == {"matched": 0, "moved": 1, "fit": -8_000}


def test_circles_hold_three_to_six_and_their_matches_carry_the_number():
    outcome = run(
        [mentee(f"mentee {n}", "pain") for n in range(7)],
        [mentor("osei", "pain"), mentor("mbeki", "pain")],
        replace(PLAIN, circles=Circles()),
    )

    assert sorted(len(circle.mentees) for circle in outcome.circles) in ([3, 4], [4, 3])
    assert {match.circle for match in outcome.matches} == {1, 2}
    assert [load.given for load in outcome.loads] == [1, 1]


def test_two_too_few_for_a_circle_are_told_its_size():
    outcome = run(
        [mentee("amara"), mentee("bilal")], [mentor("osei")], replace(PLAIN, circles=Circles())
    )

    assert outcome.circles == ()
    assert [reasons(one.reasons) for one in outcome.unmatched] == [
        [("no_circle", {"role": "mentor", "smallest": 3, "largest": 6})]
    ] * 2


def test_impossible_settings_stop_the_run_before_it_begins():
    with pytest.raises(ImpossibleSettings):
        match_people(mentees=[], mentors=[mentor("osei")], options=PLAIN)
