"""A chain of evidence shows every change; digests are of canonical JSON, as anybody can make it."""

import hashlib
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.evidence_chain import Link, commitment, digest_of, first_fault

WORDS = st.text(max_size=40)


def chain(*words):
    links, previous = [], ""
    for number, said in enumerate(words, start=1):
        record = {"number": number, "words": said}
        digest = digest_of(record, previous=previous)
        links.append(Link(number=number, previous=previous, digest=digest, record=record))
        previous = digest
    return links


def test_a_digest_is_that_of_the_bytes_that_the_documents_describe():
    said = '{"previous":"ab","record":{"number":1,"words":"Grüße"}}'

    made = digest_of({"words": "Grüße", "number": 1}, previous="ab")

    assert made == hashlib.sha256(said.encode()).hexdigest()


def test_a_whole_chain_has_no_fault():
    assert first_fault(chain("one", "two", "three")) is None
    assert first_fault([]) is None


def test_what_is_not_shown_stays_in_the_chain():
    one, two, three = chain("one", "two", "three")

    assert first_fault([one, replace(two, record=None), three]) is None


def test_a_piece_in_the_place_of_another_is_a_fault():
    one, two, three = chain("one", "two", "three")

    assert first_fault([one, three]) == 2
    assert first_fault([two, three]) == 1
    assert first_fault([one, replace(two, record=three.record), three]) == 2


@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_every_changed_word_is_found_where_it_stands(words, data):
    links = chain(*words)
    at = data.draw(st.integers(0, len(links) - 1))
    other = data.draw(WORDS.filter(lambda text: text != words[at]))
    changed = replace(links[at], record={"number": at + 1, "words": other})

    assert first_fault([*links[:at], changed, *links[at + 1 :]]) == at + 1


@given(st.lists(WORDS, min_size=2, max_size=6), st.data())
def test_a_change_that_is_hidden_by_a_new_digest_is_found_at_the_next(words, data):
    links = chain(*words)
    at = data.draw(st.integers(0, len(links) - 2))
    other = data.draw(WORDS.filter(lambda text: text != words[at]))
    record = {"number": at + 1, "words": other}
    digest = digest_of(record, previous=links[at].previous)
    changed = replace(links[at], record=record, digest=digest)

    assert first_fault([*links[:at], changed, *links[at + 1 :]]) == at + 2


def test_a_commitment_fits_its_words_and_salt_alone():
    made = commitment({"words": "Mr Hale, bed 4"}, salt="00ff")

    assert made == commitment({"words": "Mr Hale, bed 4"}, salt="00ff")
    assert made != commitment({"words": "Mr Hale, bed 5"}, salt="00ff")
    assert made != commitment({"words": "Mr Hale, bed 4"}, salt="00fe")
