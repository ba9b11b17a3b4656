"""Why somebody has nobody: each mentor she named is spoken of, and she herself is not."""

from corridor.algorithms.matching import Barrier, Mentee, Mentor, Options, match_people


def why(mentee: str, mentees, mentors, **options) -> list[tuple[str, object]]:
    outcome = match_people(
        mentees=mentees, mentors=mentors, options=Options(**options), explore=False
    ).outcome
    left = next(one for one in outcome.unmatched if one.mentee == mentee)
    return [
        (reason.code, reason.values.get("barrier") or reason.values.get("mentors"))
        for reason in left.reasons
    ]


def test_each_mentor_she_named_is_told_of_with_what_stood_in_the_way():
    noah = Mentee(id="noah", choices=("barred", "leaver", "full"))
    dana = Mentee(id="dana", choices=("full",), waited=3)
    mentors = [Mentor(id="barred"), Mentor(id="leaver", capacity=0), Mentor(id="full")]

    found = why(
        "noah",
        [noah, dana],
        mentors,
        must_not={(one, "barred"): Barrier.EVALUATOR for one in ("noah", "dana")},
    )

    assert [reason for reason in found if reason[0].startswith("choice")] == [
        ("choice_barred", Barrier.EVALUATOR),
        ("choice_without_places", None),
        ("choice_full", None),
    ]


def test_somebody_on_both_sides_is_not_counted_among_those_ruled_out_for_her():
    found = why(
        "osei",
        [Mentee(id="osei")],
        [Mentor(id="osei"), Mentor(id="eze")],
        must_not={("osei", "osei"): Barrier.ONESELF, ("osei", "eze"): Barrier.BLOCKED},
    )

    assert found == [("no_candidates", 1), ("barrier", Barrier.BLOCKED)]
