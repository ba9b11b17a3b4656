"""Which notes are shown; numbers are those of docs/algorithms/bridging.md, worked out by hand."""

import pytest

from corridor.algorithms.bridging import Answer, RatedTwice, Rating, Side, Status, rank_notes

YES, HALF, NO = Answer.HELPFUL, Answer.SOMEWHAT, Answer.NOT_HELPFUL
FIRST, SECOND = ("Amara", "Bilal", "Chen"), ("Diego", "Esi", "Farah")
DISAGREE = (
    "Helpful to people who disagree more often than others: on other notes they agree 0 times of "
    "100, people of one side 100 times."
)
NOTES = ("cuff a", "cuff b", "mask a", "mask b", "dose")


def rated(answers):
    return [
        Rating(rater=rater, note=note, answer=answer)
        for (rater, note), answer in answers.items()
        if answer is not None
    ]


def two_camps(**of_dose):
    """Two notes for each camp, and one about a dose that everybody finds helpful."""
    answers = {}
    for camp, own in ((FIRST, "cuff"), (SECOND, "mask")):
        for rater in camp:
            for note in NOTES:
                answers[rater, note] = YES if note.startswith((own, "dose")) else NO
            answers[rater, "dose"] = of_dose.get(rater, YES)
    return answers


def standing(note, answers, **how):
    return next(
        one for one in rank_notes(rated(answers), least_raters=6, **how) if one.note == note
    )


def codes(note, answers, **how):
    return [reason.code for reason in standing(note, answers, **how).reasons]


def test_the_example_by_hand():
    dose, *others = rank_notes(rated(two_camps()), least_raters=6)

    assert (dose.note, dose.status, dose.ratings) == ("dose", Status.SHOWN, 6)
    assert dose.score == pytest.approx(0.9902, abs=1e-4)
    assert dose.lean == pytest.approx(0, abs=1e-4)
    assert dose.sides == (Side(helpful=3), Side(helpful=3))
    assert [str(reason) for reason in dose.reasons] == [
        "Helpful to 3 of 3 on one side and 3 of 3 on the other.",
        DISAGREE,
    ]
    assert [one.note for one in others] == ["cuff a", "cuff b", "mask a", "mask b"]
    for one in others:
        assert one.status is Status.WAITING
        assert one.score == pytest.approx(0.5024, abs=1e-4)
        assert one.lean == pytest.approx(0.4939, abs=1e-4)
        assert one.sides == (Side(helpful=3), Side(not_helpful=3))
        assert [str(reason) for reason in one.reasons] == [
            "One side finds it helpful; of the other 0 do and 3 do not."
        ]


def test_each_side_has_to_have_two_more_for_it_than_against_it():
    enough = standing("dose", two_camps(Farah=HALF))
    too_few = standing("dose", two_camps(Farah=NO))

    assert (enough.status, enough.sides[1].net) == (Status.SHOWN, 2)
    assert (too_few.status, too_few.sides[1].net) == (Status.WAITING, 1)


def test_a_note_waits_for_its_fifth_rating():
    five = two_camps(Farah=None) | {("Farah", "other"): NO}

    assert codes("dose", five) == ["both_sides", "disagree"]
    assert codes("other", two_camps() | {("Farah", "other"): YES}) == ["few_ratings"]
    assert codes("unknown", two_camps(), notes=["unknown"]) == ["few_ratings"]


def test_what_neither_side_finds_helpful_is_said_so():
    answers = two_camps(**dict.fromkeys(FIRST + SECOND, NO))

    assert standing("dose", answers).status is Status.UNHELPFUL
    assert codes("dose", answers) == ["unhelpful"]


def test_what_both_sides_find_somewhat_helpful_waits():
    answers = two_camps(**dict.fromkeys(FIRST + SECOND, HALF))

    assert codes("dose", answers) == ["neither_side"]


def test_who_rates_seldom_is_not_counted():
    seldom = {(f"passer {n}", note): YES for n in range(9) for note in NOTES[:4]}

    counted = standing("cuff a", two_camps() | seldom)

    assert counted.ratings == 6
    assert counted.status is Status.WAITING


def test_an_answer_counts_once():
    answers = rated(two_camps())

    with pytest.raises(RatedTwice):
        rank_notes([*answers, Rating(rater="Amara", note="dose", answer=NO)])


EVEN = "Of 6 members who rated it, 3 find it helpful and 3 do not."


def test_few_raters_give_no_scores_and_notes_are_signed():
    standings = rank_notes(rated(two_camps()), notes=["unrated"], least_raters=7)

    assert {one.status for one in standings} == {Status.SIGNED}
    assert {one.score for one in standings} == {None}
    # three of each camp: nine pairs, who never agree on other notes
    said = {one.note: [str(reason) for reason in one.reasons[1:]] for one in standings}
    assert said == {
        "cuff a": [EVEN],
        "cuff b": [EVEN],
        "mask a": [EVEN],
        "mask b": [EVEN],
        "dose": [
            "Of 6 members who rated it, 6 find it helpful and 0 do not.",
            "Helpful to people who usually disagree: 9 pairs of them.",
        ],
        "unrated": [],
    }
    assert str(standings[0].reasons[0]) == (
        "Fewer than 7 people rate notes here, so notes have no scores."
    )


@pytest.mark.parametrize(
    ("helpful", "not_helpful", "is_away"),
    [(0, 2, False), (0, 3, True), (1, 3, True), (2, 3, False), (2, 4, True), (9, 9, False)],
)
def test_without_scores_a_note_is_put_away_by_twice_as_many(helpful, not_helpful, is_away):
    answers = [YES] * helpful + [NO] * not_helpful
    (standing,) = rank_notes(
        Rating(rater=f"rater {n}", note="dose", answer=answer) for n, answer in enumerate(answers)
    )

    assert standing.status is (Status.UNHELPFUL if is_away else Status.SIGNED)
    assert standing.ratings == helpful + not_helpful
    assert standing.reasons[1].values == {
        "ratings": helpful + not_helpful,
        "helpful": helpful,
        "not_helpful": not_helpful,
    }


def test_forty_have_to_rate_before_there_are_scores():
    def community(size):
        return [
            Rating(rater=f"rater {n}", note=note, answer=YES) for n in range(size) for note in NOTES
        ]

    assert rank_notes(community(39))[0].score is None
    assert rank_notes(community(40))[0].score is not None


def test_nobody_rates_and_nothing_is_asked():
    assert rank_notes([]) == []
    assert [one.status for one in rank_notes([], notes=["dose"])] == [Status.SIGNED]


def crowd(size=10):
    """So many of each camp, of whom the even ones are surgeons."""
    answers = {
        (f"{rater} {n}", note): answer
        for (rater, note), answer in two_camps().items()
        for n in range(size)
        if rater in {"Amara", "Diego"}
    }
    field = {rater: "surgery" if int(rater[-1]) % 2 == 0 else "psychiatry" for rater, _ in answers}
    return answers, field


def test_what_one_side_finds_helpful_waits_even_if_few_do_in_all():
    divided = standing("cuff a", two_camps(Farah=NO) | {("Chen", "cuff a"): NO})

    assert divided.score < 0.5
    assert divided.status is Status.WAITING


def test_where_very_many_rate_two_more_are_not_enough():
    answers, _ = crowd(30)
    for n in range(14):
        answers[f"Diego {n}", "dose"] = NO

    divided = standing("dose", answers)
    answers["Diego 0", "dose"] = answers["Diego 1", "dose"] = YES

    assert (divided.status, divided.sides[1].net) == (Status.WAITING, 2)
    assert [reason.code for reason in divided.reasons] == ["one_side"]
    assert standing("dose", answers).status is Status.SHOWN


def test_five_are_a_group_and_four_are_not():
    answers, _ = crowd()
    for n in range(4):
        answers[f"Amara {n}", "dose"] = NO
    five, four = (
        {
            rater: "rural" if rater in {f"Amara {n}" for n in range(size)} else "city"
            for rater, _ in answers
        }
        for size in (5, 4)
    )

    assert codes("dose", answers, strata={"place": five}) == ["group_against"]
    assert codes("dose", answers, strata={"place": four}) == ["both_sides", "disagree"]


def test_helpful_to_one_group_alone_is_not_enough():
    answers, field = crowd()
    for rater, group in field.items():
        if group == "psychiatry":
            answers[rater, "dose"] = HALF

    assert codes("dose", answers) == ["both_sides", "disagree"]
    assert codes("dose", answers, strata={"field": field}) == ["one_group"]


def test_a_group_that_is_against_it_is_heard():
    answers, field = crowd()
    for n in (1, 3):
        answers[f"Amara {n}", "dose"] = answers[f"Diego {n}", "dose"] = NO
    answers["Diego 5", "dose"] = answers["Amara 5", "dose"] = NO

    against = standing("dose", answers, strata={"field": field})

    # on each side seven find it helpful and three do not; of psychiatrists four and six
    assert standing("dose", answers).status is Status.SHOWN
    assert [str(reason) for reason in against.reasons] == [
        "Of the group psychiatry, 4 find it helpful and 6 do not."
    ]


def test_a_column_in_which_nearly_all_are_alike_says_nothing():
    answers, field = crowd()
    alike = dict.fromkeys(field, "surgery") | {"Amara 1": "psychiatry"}

    assert codes("dose", answers, strata={"field": alike}) == ["both_sides", "disagree"]
