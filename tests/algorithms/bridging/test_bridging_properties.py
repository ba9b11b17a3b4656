"""What holds whoever rates, and however many come."""

from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.algorithms.bridging import Answer, Rating, Status, rank_notes
from tests.thoroughly import tries

moderately = settings(max_examples=tries(50), deadline=None)

NOTES = [f"note {n}" for n in range(8)]
ANSWERS = st.sampled_from(list(Answer))
PATTERN = st.dictionaries(st.sampled_from(NOTES), ANSWERS, min_size=4)


@st.composite
def communities(draw: st.DrawFn) -> list[Rating]:
    patterns = draw(st.lists(PATTERN, min_size=1, max_size=12))
    return [
        Rating(rater=f"rater {n}", note=note, answer=answer)
        for n, pattern in enumerate(patterns)
        for note, answer in pattern.items()
    ]


@moderately
@given(ratings=communities(), data=st.data())
def test_the_order_of_ratings_changes_nothing(ratings, data):
    other = data.draw(st.permutations(ratings))

    assert rank_notes(other, least_raters=1) == rank_notes(ratings, least_raters=1)


@moderately
@given(
    ratings=communities(),
    size=st.integers(1, 40),
    pattern=PATTERN,
    against=st.integers(0, 12),
)
def test_people_who_all_answer_alike_cannot_show_a_note_by_themselves(
    ratings, size, pattern, against
):
    brigade = [
        Rating(rater=f"brigade {n}", note=note, answer=answer)
        for n in range(size)
        for note, answer in (pattern | {"theirs": Answer.HELPFUL}).items()
    ]
    others = sorted({rating.rater for rating in ratings})[:against]
    unconvinced = [
        Rating(rater=rater, note="theirs", answer=Answer.NOT_HELPFUL) for rater in others
    ]

    standings = rank_notes([*ratings, *brigade, *unconvinced], least_raters=1)

    theirs = next(one for one in standings if one.note == "theirs")
    assert theirs.status is not Status.SHOWN


@moderately
@given(ratings=communities())
def test_whatever_is_shown_has_two_more_for_it_on_both_sides(ratings):
    for one in rank_notes(ratings, least_raters=1):
        if one.status is Status.SHOWN:
            assert 5 <= one.ratings <= sum(rating.note == one.note for rating in ratings)
            assert min(side.net for side in one.sides) >= 2
            assert one.score - one.lean >= 0.5
            assert one.reasons
