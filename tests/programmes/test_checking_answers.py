"""An answer is kept, or refused with a sentence; nothing that anybody types breaks anything."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.programmes.checking_answers import AnswerRefused, check_answer
from corridor.programmes.choices import QuestionKind as Kind
from corridor.programmes.questions import FIELDS, Asked, Option, asked_for

ABC = tuple(Option(value=letter, label=letter) for letter in "abc")


def asked(kind, **more):
    return Asked(key="it", kind=kind, label="It", **more)


KEPT = [
    (asked(Kind.SHORT), ["  a   word "], "a word"),
    (asked(Kind.SHORT), ["Tọ́mi"], "Tọ́mi"),
    (asked(Kind.SHORT), ["cafe\u0301"], "café"),
    (asked(Kind.SHORT), ["=2+5"], "=2+5"),
    (asked(Kind.SHORT), ["<script>"], "<script>"),
    (asked(Kind.SHORT), ["\u202eevil\x00"], "evil"),
    (asked(Kind.SHORT), ["👩🏾‍⚕️"], "👩🏾‍⚕️"),
    (asked(Kind.SHORT, most=3), ["abc"], "abc"),
    (asked(Kind.LONG), ["one\r\ntwo"], "one\ntwo"),
    (asked(Kind.ONE, options=ABC), ["b"], "b"),
    (asked(Kind.SEVERAL, options=ABC), ["b", "a", "b"], ["b", "a"]),
    (asked(Kind.RANKED, options=ABC), ["c", "a"], ["c", "a"]),
    (asked(Kind.YES_NO), ["no"], False),
    (asked(Kind.CONSENT), ["yes"], True),
    (asked(Kind.NUMBER), ["0"], 0),
    (asked(Kind.NUMBER, least=1, most=6), ["٣"], 3),
    (asked(Kind.DATE), ["2028-02-29"], "2028-02-29"),
    (asked(Kind.WORDS), ["Airway\n airway \n\nWriting"], ["Airway", "Writing"]),
    (asked(Kind.PEOPLE), ["@Dr_Osei tomi"], ["dr_osei", "tomi"]),
    (asked(Kind.HOURS), ["tue 1080 1200"], ["tue 1080 1200"]),
    *[(asked(kind, options=ABC), ["", "\x00 "], None) for kind in Kind],
]
REFUSED = [
    (asked(Kind.SHORT, is_required=True), [" \u202e"]),
    (asked(Kind.SHORT), ["x" * 201]),
    (asked(Kind.SHORT, least=3), ["ab"]),
    (asked(Kind.ONE, options=ABC), ["d"]),
    (asked(Kind.ONE, options=ABC), ["a", "b"]),
    (asked(Kind.SEVERAL, options=ABC, most=1), ["a", "b"]),
    (asked(Kind.SEVERAL, options=ABC, least=2), ["a"]),
    (asked(Kind.RANKED, options=ABC), ["a", "a"]),
    (asked(Kind.YES_NO), ["maybe"]),
    (asked(Kind.CONSENT, is_required=True), ["no"]),
    (asked(Kind.NUMBER), ["1_000"]),
    (asked(Kind.NUMBER), ["-1"]),
    (asked(Kind.NUMBER), ["9" * 5000]),
    (asked(Kind.NUMBER, least=1, most=6), ["7"]),
    (asked(Kind.DATE), ["2026-02-30"]),
    (asked(Kind.DATE), ["20.3.2026"]),
    (asked(Kind.WORDS), ["x" * 61]),
    (asked(Kind.PEOPLE), ["dr-osei"]),
    (asked(Kind.PEOPLE, most=1), ["a b"]),
    (asked(Kind.HOURS), ["tue 1200 1080"]),
    (asked(Kind.HOURS), ["day 0 60"]),
    (asked(Kind.HOURS), ["tue 0 1441"]),
]


@pytest.mark.parametrize(("question", "said", "kept"), KEPT)
def test_what_answers_the_question_is_kept(question, said, kept):
    assert check_answer(question, said) == kept


@pytest.mark.parametrize(("question", "said"), REFUSED)
def test_what_does_not_is_refused_with_a_sentence(question, said):
    with pytest.raises(AnswerRefused, match=r"[.!]$"):
        check_answer(question, said)


@given(
    kind=st.sampled_from(list(Kind)),
    said=st.lists(st.text(st.characters(), max_size=30), max_size=5),
    is_required=st.booleans(),
)
def test_whatever_is_typed_is_kept_as_plain_values_or_refused(kind, said, is_required):
    question = asked(kind, options=ABC, is_required=is_required)
    try:
        kept = check_answer(question, said)
    except AnswerRefused:
        return

    assert json.loads(json.dumps(kept, ensure_ascii=False).encode()) == kept
    assert "\0" not in repr(kept)


def test_every_part_of_the_matching_can_be_asked_for():
    assert {name: asked_for(name).kind for name in FIELDS} == {
        name: field.kind for name, field in FIELDS.items()
    }
