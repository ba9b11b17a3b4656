from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.algorithms.matching import (
    Mentee,
    Mentor,
    Options,
    Outcome,
    Pair,
    Role,
    match_people,
)
from tests.thoroughly import tries

PLAIN = Options(load_weight=0, own_best=False)


def pair(mentee: str, mentor: str) -> Pair:
    return Pair(mentee=mentee, mentor=mentor)


def interested(kind: type, name: str, *interests: str, **said: object) -> Mentee | Mentor:
    return kind(id=name, interests=frozenset(interests), **said)


def test_an_alternative_names_the_others_who_would_move():
    result = match_people(
        mentees=[interested(Mentee, "amara", "pain"), interested(Mentee, "bilal", "ethics")],
        mentors=[
            interested(Mentor, "osei", "pain"),
            interested(Mentor, "lindqvist", "ethics"),
        ],
        options=PLAIN,
        explore=False,
    )

    (alternative,) = result.session.alternatives(result.outcome.matches[0])

    assert alternative.mentor == "lindqvist"
    assert alternative.fit == 0
    assert [(move.mentee, move.becomes) for move in alternative.moves] == [("bilal", "osei")]
    assert alternative.loss == 20_000


def test_alternatives_come_with_the_least_loss_first():
    result = match_people(
        mentees=[interested(Mentee, "amara", "pain", "ethics")],
        mentors=[
            interested(Mentor, "osei", "pain", "ethics"),
            interested(Mentor, "far", "airway"),
            interested(Mentor, "near", "pain"),
        ],
        options=PLAIN,
        explore=False,
    )

    alternatives = result.session.alternatives(result.outcome.matches[0])

    assert [(one.mentor, one.loss) for one in alternatives] == [("near", 3_000), ("far", 10_000)]


def test_whoever_has_no_place_is_no_alternative():
    result = match_people(
        mentees=[Mentee(id="amara")],
        mentors=[Mentor(id="osei"), Mentor(id="full", capacity=2, carries=2)],
        options=PLAIN,
        explore=False,
    )

    assert result.session.alternatives(result.outcome.matches[0]) == ()


def test_a_place_that_is_pinned_is_nobodys_alternative():
    result = match_people(
        mentees=[Mentee(id="amara"), Mentee(id="bilal")],
        mentors=[Mentor(id="osei"), Mentor(id="lindqvist")],
        options=replace(PLAIN, pins=frozenset({pair("bilal", "osei")})),
        explore=False,
    )

    (amara, _bilal) = result.outcome.matches

    assert amara.mentor == "lindqvist"
    assert result.session.alternatives(amara) == ()


def test_two_with_a_barrier_between_them_are_no_alternative():
    howard = frozenset({"howard"})
    result = match_people(
        mentees=[Mentee(id="amara", institutions=howard)],
        mentors=[Mentor(id="osei", institutions=howard), Mentor(id="lindqvist")],
        options=PLAIN,
        explore=False,
    )

    assert result.session.alternatives(result.outcome.matches[0]) == ()


def test_another_second_mentor_leaves_her_the_first():
    result = match_people(
        mentees=[Mentee(id="amara", wishes={Role.MENTOR: 2}, interests=frozenset({"pain"}))],
        mentors=[
            interested(Mentor, "best", "pain"),
            interested(Mentor, "second", "pain", "ethics"),
            interested(Mentor, "third", "ethics"),
        ],
        options=PLAIN,
        explore=False,
    )
    second = next(match for match in result.outcome.matches if match.mentor == "second")

    (alternative,) = result.session.alternatives(second)

    assert alternative.mentor == "third"
    assert alternative.moves == ()


TAGS = st.frozensets(st.sampled_from(["airway", "pain", "ethics"]), max_size=2)


@settings(max_examples=tries(40), deadline=None)
@given(st.lists(TAGS, min_size=1, max_size=4), st.lists(TAGS, min_size=1, max_size=3))
def test_an_alternative_loses_what_the_run_with_that_pin_would_lose(hers, theirs):
    mentees = [Mentee(id=f"mentee {n}", interests=tags) for n, tags in enumerate(hers)]
    mentors = [Mentor(id=f"mentor {n}", interests=tags) for n, tags in enumerate(theirs)]
    before = match_people(mentees=mentees, mentors=mentors, options=PLAIN, explore=False)
    match = before.outcome.matches[0]

    alternatives = before.session.alternatives(match, at_most=len(mentors))

    assert len(alternatives) == len(mentors) - 1
    for alternative in alternatives:
        pins = frozenset({pair(match.mentee, alternative.mentor)})
        pinned = match_people(
            mentees=mentees, mentors=mentors, options=replace(PLAIN, pins=pins), explore=False
        )
        lost = total_fit(before.outcome) - total_fit(pinned.outcome)
        assert alternative.loss == max(0, lost)


def total_fit(outcome: Outcome) -> int:
    return sum(match.fit for match in outcome.matches)
