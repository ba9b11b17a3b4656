from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.algorithms.matching import (
    Mentee,
    Mentor,
    NotPossible,
    Options,
    Pair,
    Role,
    Session,
    match_people,
)

PLAIN = Options(load_weight=0, own_best=False)


def session(
    mentees: list[Mentee], mentors: list[Mentor], options: Options = PLAIN
) -> tuple[Session, dict[str, str]]:
    result = match_people(mentees=mentees, mentors=mentors, options=options, explore=False)
    assert result.session is not None
    return result.session, {match.mentee: match.mentor for match in result.outcome.matches}


def pair(mentee: str, mentor: str) -> Pair:
    return Pair(mentee=mentee, mentor=mentor)


def interested(kind: type, name: str, *interests: str, **said: object) -> Mentee | Mentor:
    return kind(id=name, interests=frozenset(interests), **said)


@pytest.fixture
def two_and_two() -> Session:
    """Amara with Osei over pain, Bilal with Lindqvist over ethics: 10,000 points each."""
    found, _ = session(
        [interested(Mentee, "amara", "pain"), interested(Mentee, "bilal", "ethics")],
        [interested(Mentor, "osei", "pain"), interested(Mentor, "lindqvist", "ethics")],
    )
    return found


def test_a_pin_shows_who_would_have_to_move_and_what_is_lost(two_and_two):
    change = two_and_two.with_pin(pair("amara", "lindqvist"))

    assert {(move.mentee, move.was, move.becomes) for move in change.moves} == {
        ("amara", "osei", "lindqvist"),
        ("bilal", "lindqvist", "osei"),
    }
    assert change.loss == 20_000


def test_a_pin_that_holds_already_changes_nothing(two_and_two):
    change = two_and_two.with_pin(pair("amara", "osei"))

    assert (change.moves, change.loss) == ((), 0)


def test_a_forbidden_match_is_replaced_by_the_next_best(two_and_two):
    change = two_and_two.with_forbid(pair("amara", "osei"))

    assert {move.mentee: move.becomes for move in change.moves} == {
        "amara": "lindqvist",
        "bilal": "osei",
    }
    assert change.loss == 20_000


def test_forbidding_whom_nobody_matched_changes_nothing(two_and_two):
    change = two_and_two.with_forbid(pair("amara", "lindqvist"))

    assert (change.moves, change.loss) == ((), 0)


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
    found, matched = session(
        [Mentee(id="amara"), Mentee(id="bilal")],
        [Mentor(id="osei"), Mentor(id="lindqvist")],
        replace(PLAIN, pins=frozenset({pair("bilal", "osei")})),
    )

    assert matched == {"amara": "lindqvist", "bilal": "osei"}
    with pytest.raises(NotPossible):
        found.with_pin(pair("amara", "osei"))


def test_two_with_a_barrier_between_them_cannot_be_pinned_on_the_board():
    howard = frozenset({"howard"})
    found, _ = session(
        [Mentee(id="amara", institutions=howard)],
        [Mentor(id="osei", institutions=howard), Mentor(id="lindqvist")],
    )

    with pytest.raises(NotPossible):
        found.with_pin(pair("amara", "osei"))


def test_a_further_mentor_keeps_the_one_she_has():
    two = {Role.MENTOR: 2}
    found, _ = session(
        [Mentee(id="amara", wishes=two, interests=frozenset({"pain"}))],
        [
            interested(Mentor, "best", "pain"),
            interested(Mentor, "second", "pain", "ethics"),
            interested(Mentor, "third", "ethics"),
        ],
    )

    change = found.with_pin(pair("amara", "third"))

    assert [(move.was, move.becomes) for move in change.moves] == [("second", "third")]


TAGS = st.frozensets(st.sampled_from(["airway", "pain", "ethics"]), max_size=2)


@settings(max_examples=40, deadline=None)
@given(st.lists(TAGS, min_size=1, max_size=4), st.lists(TAGS, min_size=1, max_size=3), st.data())
def test_a_what_if_is_what_the_run_with_that_pin_would_be(hers, theirs, data):
    mentees = [Mentee(id=f"mentee {n}", interests=tags) for n, tags in enumerate(hers)]
    mentors = [Mentor(id=f"mentor {n}", interests=tags) for n, tags in enumerate(theirs)]
    pin = pair(data.draw(st.sampled_from(mentees)).id, data.draw(st.sampled_from(mentors)).id)
    before, _ = session(mentees, mentors)

    change = before.with_pin(pin)

    pinned = match_people(
        mentees=mentees,
        mentors=mentors,
        options=replace(PLAIN, pins=frozenset({pin})),
        explore=False,
    ).outcome
    now = match_people(mentees=mentees, mentors=mentors, options=PLAIN, explore=False).outcome
    lost = sum(match.fit for match in now.matches) - sum(match.fit for match in pinned.matches)
    assert change.loss == max(0, lost)
