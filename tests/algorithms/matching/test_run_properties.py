"""What holds for every programme, whatever people say and the director sets."""

from collections import Counter
from dataclasses import dataclass, replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor.algorithms.matching import (
    Barrier,
    Criterion,
    Mentee,
    Mentor,
    Options,
    Outcome,
    Pair,
    Role,
    check,
    match_people,
)
from corridor.algorithms.matching.conflicts import places_of
from tests.thoroughly import tries

few_runs = settings(
    max_examples=tries(40), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

TAGS = st.frozensets(st.sampled_from(["airway", "pain", "ethics"]), max_size=2)
LIVED = st.frozensets(st.sampled_from(["rural", "first in family"]), max_size=1)
PLACES = st.frozensets(st.sampled_from(["howard", "unam"]), max_size=1)
ROLES = st.sampled_from([Role.MENTOR, Role.SPONSOR])


@dataclass(frozen=True)
class Programme:
    mentees: tuple[Mentee, ...]
    mentors: tuple[Mentor, ...]
    options: Options

    def run(self, **settings_: object) -> Outcome:
        result = match_people(
            mentees=self.mentees,
            mentors=self.mentors,
            options=self.options,
            explore=False,
            **settings_,
        )
        verdict = check(result.certificate)
        assert verdict.problems == ()
        assert verdict.is_optimal == result.outcome.proof.is_optimal
        return result.outcome


@st.composite
def programmes(draw: st.DrawFn, *, is_plain: bool = False) -> Programme:
    """``is_plain``: one request a mentee, and no limit beside capacity."""
    mentee_ids = [f"mentee {n}" for n in range(draw(st.integers(1, 5)))]
    mentor_ids = [f"mentor {n}" for n in range(draw(st.integers(1, 4)))]
    mentors = tuple(_mentor(draw, one, mentee_ids, is_plain=is_plain) for one in mentor_ids)
    mentees = tuple(_mentee(draw, one, mentor_ids, is_plain=is_plain) for one in mentee_ids)
    return Programme(mentees, mentors, _options(draw, mentees, mentors, is_plain=is_plain))


def _mentee(draw: st.DrawFn, one: str, mentors: list[str], *, is_plain: bool) -> Mentee:
    several = st.dictionaries(ROLES, st.integers(0, 2), max_size=2)
    return Mentee(
        id=one,
        interests=draw(TAGS),
        institutions=draw(PLACES),
        shares=draw(LIVED),
        choices=tuple(draw(st.lists(st.sampled_from(mentors), max_size=2, unique=True))),
        waited=draw(st.integers(0, 2)),
        wishes={Role.MENTOR: 1} if is_plain else draw(several),
    )


def _mentor(draw: st.DrawFn, one: str, mentees: list[str], *, is_plain: bool) -> Mentor:
    return Mentor(
        id=one,
        interests=draw(TAGS),
        institutions=draw(PLACES),
        experience=draw(LIVED),
        choices=tuple(draw(st.lists(st.sampled_from(mentees), max_size=2, unique=True))),
        capacity=draw(st.integers(0, 3)),
        carries=draw(st.integers(0, 1)),
        offers=frozenset({Role.MENTOR}) if is_plain else draw(st.frozensets(ROLES, min_size=1)),
        role_capacity={} if is_plain else draw(st.dictionaries(ROLES, st.integers(0, 2))),
        experience_capacity=None if is_plain else draw(st.none() | st.integers(0, 1)),
    )


def _options(
    draw: st.DrawFn, mentees: tuple[Mentee, ...], mentors: tuple[Mentor, ...], *, is_plain: bool
) -> Options:
    couples = [(mentee.id, mentor.id) for mentee in mentees for mentor in mentors]
    must_not = draw(st.lists(st.sampled_from(couples), max_size=2))
    held = draw(st.lists(st.sampled_from(couples), max_size=2))
    options = Options(
        must_not=dict.fromkeys(must_not, Barrier.CONFLICT),
        existing=frozenset(Pair(mentee=mentee, mentor=mentor) for mentee, mentor in held),
        places=None if is_plain else draw(st.none() | st.integers(1, 3)),
        own_best=draw(st.booleans()),
        load_weight=draw(st.sampled_from([0, 500])),
        weights={Criterion.INTERESTS: draw(st.integers(0, 9)), Criterion.CHOICES: 3},
    )
    return replace(options, pins=_possible_pin(draw, mentees, mentors, options))


def _possible_pin(
    draw: st.DrawFn, mentees: tuple[Mentee, ...], mentors: tuple[Mentor, ...], options: Options
) -> frozenset[Pair]:
    possible = [
        Pair(mentee=mentee.id, mentor=mentor.id)
        for mentee in mentees
        for mentor in mentors
        if (mentee.id, mentor.id) not in options.must_not
        and mentee.wishes.get(Role.MENTOR)
        and Role.MENTOR in mentor.offers
        and places_of(mentor, options)
        and mentor.role_capacity.get(Role.MENTOR) != 0
        and mentor.experience_capacity != 0
    ]
    return frozenset(draw(st.lists(st.sampled_from(possible), max_size=1)) if possible else ())


@few_runs
@given(programmes())
def test_no_rule_is_broken(programme):
    outcome = programme.run()

    options = programme.options
    mentees = {mentee.id: mentee for mentee in programme.mentees}
    couples = Counter((match.mentee, match.mentor) for match in outcome.matches)
    asked = Counter((match.mentee, match.role) for match in outcome.matches)
    by_role = Counter((match.mentor, match.role) for match in outcome.matches)
    assert all(times == 1 for times in couples.values())
    assert not couples.keys() & options.must_not.keys()
    assert all(times <= mentees[one].wishes[role] for (one, role), times in asked.items())
    assert {(pin.mentee, pin.mentor) for pin in options.pins} <= couples.keys()
    assert options.places is None or len(outcome.matches) <= options.places
    for mentor in programme.mentors:
        given_ = [match for match in outcome.matches if match.mentor == mentor.id]
        assert len(given_) <= places_of(mentor, options)
        assert all(match.place <= mentor.capacity for match in given_)
        assert {match.role for match in given_} <= mentor.offers
        assert all(by_role[mentor.id, role] <= most for role, most in mentor.role_capacity.items())
        if mentor.experience_capacity is not None:
            assert sum(match.by_experience for match in given_) <= mentor.experience_capacity


@few_runs
@given(programmes())
def test_every_request_is_matched_or_told_why_not(programme):
    outcome = programme.run()

    asked = sum(sum(mentee.wishes.values()) for mentee in programme.mentees)
    assert len(outcome.matches) + len(outcome.unmatched) == asked
    assert all(one.reasons for one in outcome.unmatched)
    assert sum(load.given for load in outcome.loads) == len(outcome.matches)


@few_runs
@given(programmes(), st.randoms())
def test_the_order_of_the_people_changes_nothing(programme, rng):
    shuffled = replace(
        programme,
        mentees=tuple(rng.sample(programme.mentees, len(programme.mentees))),
        mentors=tuple(rng.sample(programme.mentors, len(programme.mentors))),
    )

    assert shuffled.run() == programme.run()


@few_runs
@given(programmes(is_plain=True), st.text(max_size=3))
def test_another_seed_decides_ties_and_nothing_else(programme, seed):
    other = replace(programme, options=replace(programme.options, seed=seed))

    one, another = programme.run(), other.run()

    assert len(one.matches) == len(another.matches)
    assert _waited(programme, one) == _waited(programme, another)


@few_runs
@given(programmes(is_plain=True), st.text(max_size=3))
def test_matches_that_hold_change_for_no_luck_of_another_seed(programme, seed):
    options = replace(programme.options, existing=frozenset(), change_cost=0)
    held = _pairs(replace(programme, options=options).run())

    again = replace(programme, options=replace(options, existing=held, seed=seed)).run()

    assert _pairs(again) == held


@few_runs
@given(programmes())
def test_audit_values_change_nothing_but_the_audit(programme):
    people = [mentee.id for mentee in programme.mentees]
    silent = programme.run()

    told = programme.run(audit={"gender": dict.fromkeys(people[::2], "woman")})

    assert len(told.fairness.audits) == 1
    assert replace(told, fairness=silent.fairness) == silent


@few_runs
@given(programmes(), st.data())
def test_more_capacity_never_leaves_more_unmatched(programme, data):
    at = data.draw(st.integers(0, len(programme.mentors) - 1))
    wider = replace(programme.mentors[at], capacity=programme.mentors[at].capacity + 1)
    mentors = (*programme.mentors[:at], wider, *programme.mentors[at + 1 :])

    before, after = programme.run(), replace(programme, mentors=mentors).run()

    assert len(after.unmatched) <= len(before.unmatched)


@few_runs
@given(programmes(is_plain=True))
def test_a_further_mentee_never_makes_the_programme_serve_fewer(programme):
    further = Mentee(id="further", interests=frozenset({"pain"}))

    before = programme.run()
    after = replace(programme, mentees=(*programme.mentees, further)).run()

    assert len(after.matches) >= len(before.matches)


def _pairs(outcome: Outcome) -> frozenset[Pair]:
    return frozenset(
        Pair(mentee=one.mentee, mentor=one.mentor, role=one.role) for one in outcome.matches
    )


def _waited(programme: Programme, outcome: Outcome) -> list[int]:
    waited = {mentee.id: mentee.waited for mentee in programme.mentees}
    return sorted(waited[match.mentee] for match in outcome.matches)
