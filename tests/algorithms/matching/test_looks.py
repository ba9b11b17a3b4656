from corridor.algorithms.matching import Barrier, Compatibility, Match, Mentee, Role
from corridor.algorithms.matching.looks import with_looks


def match(mentee: str, fit: int = 6_000, **said: object) -> Match:
    compatibility = Compatibility(
        fit=fit,
        parts=(),
        reasons=(),
        barrier=said.pop("barrier", None),
        shared_minutes=said.pop("shared_minutes", None),
    )
    return Match(
        mentee=mentee,
        mentor="osei",
        role=Role.MENTOR,
        fit=fit,
        compatibility=compatibility,
        capacity=9,
        is_kept=False,
        is_pinned=False,
        contest=0,
        **{"place": 1, "mentee_choice": None, "mentor_choice": None, "by_experience": False} | said,
    )


def looks(
    matches: list[Match], mentees: list[Mentee] | None = None, best: int | None = None
) -> dict[str, list[str]]:
    """Codes of whatever is flagged; everybody's best possible fit is ``best``."""
    people = {one.mentee: Mentee(id=one.mentee) for one in matches}
    people |= {mentee.id: mentee for mentee in mentees or ()}
    fits = {(one.mentee, one.role): best or one.fit for one in matches}
    return {
        one.mentee: [reason.code for reason in one.looks]
        for one in with_looks(matches, people, fits)
        if one.looks
    }


def test_an_ordinary_match_needs_no_look():
    assert looks([match("amara")]) == {}


def test_a_match_that_overrides_a_barrier_is_always_shown():
    pinned = [match(f"mentee {n}", barrier=Barrier.NOT_SENIOR) for n in range(4)]

    assert looks(pinned) == {f"mentee {n}": ["overrides_barrier"] for n in range(4)}


def test_a_sixth_mentee_in_all_is_worth_a_look():
    assert looks([match("amara", place=5)]) == {}
    assert looks([match("amara", place=6)]) == {"amara": ["carries_many"]}


def test_an_hour_a_week_in_common_is_little():
    assert looks([match("amara", shared_minutes=90)]) == {}
    assert looks([match("amara", shared_minutes=60)]) == {"amara": ["few_hours"]}


def test_a_mentor_whom_the_mentee_did_not_rank_is_worth_a_look_if_she_ranked_others():
    ranked = Mentee(id="amara", choices=("lindqvist",))

    assert looks([match("amara")], [ranked]) == {"amara": ["not_chosen"]}
    assert looks([match("amara", mentee_choice=1)], [ranked]) == {}


def test_a_wish_for_shared_experience_that_is_not_met_is_worth_a_look():
    wishing = Mentee(id="amara", shares=frozenset({"rural"}))

    assert looks([match("amara")], [wishing]) == {"amara": ["wish_not_met"]}
    assert looks([match("amara", by_experience=True)], [wishing]) == {}


def test_a_fit_below_six_tenths_of_her_best_is_worth_a_look():
    assert looks([match("amara", 6_000)], best=10_000) == {}
    assert looks([match("amara", 5_999)], best=10_000) == {"amara": ["far_below_best"]}


def test_only_the_lowest_fits_far_below_the_median_are_low():
    usual = [match(f"mentee {n}", 6_000) for n in range(39)]

    assert looks([*usual, match("amara", 4_199)]) == {"amara": ["low_fit"]}
    assert looks([*usual, match("amara", 4_200)]) == {}


def test_at_most_one_in_eight_is_flagged_the_gravest_and_worst_first():
    matches = [match(f"mentee {n:02}", 6_000 + n, shared_minutes=30) for n in range(15)]
    matches.append(match("sixth", place=6))

    assert looks(matches) == {"sixth": ["carries_many"], "mentee 00": ["few_hours"]}
