import json

from corridor.algorithms.matching.options import Barrier, Circles, Options, Pair, Rules
from corridor.algorithms.matching.outcome import Outcome, Reason
from corridor.algorithms.matching.people import Criterion, Mentee, Mentor, Role
from corridor.algorithms.matching.run import match_people
from corridor.programmes.documents import Given, from_document, to_document

AMARA = Mentee(
    id="amara",
    name="Amara Nwosu",
    stage=4,
    free=((1 << 671) + 1, 6),
    needs=frozenset({"research"}),
    wishes={Role.MENTOR: 1, Role.COACH: 2},
    top=Criterion.TIME,
)
DR_OSEI = Mentor(
    id="osei", stage=12, covers=frozenset({"research"}), offers=frozenset(Role), capacity=3
)
OPTIONS = Options(
    must_not={("amara", "vaughan"): Barrier.EVALUATOR},
    pins=frozenset({Pair(mentee="amara", mentor="osei", role=Role.COACH)}),
    rules=Rules(shared_language=False),
    circles=Circles(),
    places=None,
)


def through_json(kind, value):
    return from_document(kind, json.loads(json.dumps(to_document(value))))


def test_what_went_into_a_run_comes_back_as_it_was():
    given = Given(mentees=(AMARA,), mentors=(DR_OSEI,), options=OPTIONS)

    assert through_json(Given, given) == given


def test_an_outcome_reads_back_and_writes_the_same_document():
    result = match_people(mentees=[AMARA], mentors=[DR_OSEI], options=Options())
    document = to_document(result.outcome)

    read = through_json(Outcome, result.outcome)

    assert [match.mentor for match in read.matches] == ["osei"]
    assert to_document(read) == document


def test_a_reason_keeps_words_numbers_and_lists_apart():
    reason = Reason(code="covers", values={"tags": ("a", "b"), "mentors": 4, "role": "coach"})

    assert through_json(Reason, reason) == reason


def test_a_field_that_an_old_document_lacks_has_its_default():
    assert from_document(Rules, {"overlap_minutes": 30}) == Rules(overlap_minutes=30)


def test_equal_sets_give_equal_documents_in_whatever_order_they_were_made():
    one = Options(pins=frozenset({Pair(mentee="a", mentor="b"), Pair(mentee="c", mentor="d")}))
    other = Options(pins=frozenset({Pair(mentee="c", mentor="d"), Pair(mentee="a", mentor="b")}))

    assert to_document(one) == to_document(other)
