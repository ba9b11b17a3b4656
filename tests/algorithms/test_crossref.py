"""What Crossref answers is read with care: publishers write it."""

import json

import pytest

from corridor.algorithms.crossref import KnownWork, work_in


def test_a_work_has_title_authors_journal_and_year():
    message = {
        "title": ["Why Is a Cow? <i>Tweetorials</i> &amp; Teaching"],
        "author": [
            {"given": "Anthony C.", "family": "Breu"},
            {"given": "Avraham-Zev", "family": "Cooper"},
            {"name": "The Curious Clinicians"},
        ],
        "container-title": ["N Engl J Med"],
        "issued": {"date-parts": [[2019, 9]]},
    }

    found = work_in(json.dumps({"message": message}))

    assert found == KnownWork(
        title="Why Is a Cow? Tweetorials & Teaching",
        authors="Breu AC, Cooper AZ, The Curious Clinicians",
        journal="N Engl J Med",
        year=2019,
    )


@pytest.mark.parametrize(
    "answer",
    ["", "no", "[]", "{}", '{"message": 4}', '{"message": {"title": []}}', "[" * 100_000],
)
def test_whatever_is_no_work_is_none(answer):
    assert work_in(answer) is None


def test_odd_pieces_are_left_out():
    message = {"title": ["A"], "author": [4, {"given": "X"}], "issued": {"date-parts": [[None]]}}

    assert work_in(json.dumps({"message": message})) == KnownWork(title="A")
