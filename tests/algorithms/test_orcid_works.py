"""Works as ORCID's public API tells them, and answers that somebody else wrote."""

import json

from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.orcid_works import PublishedWork, works_in


def summary(title, *, journal=None, year=None, identifiers=()):
    return {
        "title": {"title": {"value": title}},
        "journal-title": {"value": journal} if journal else None,
        "publication-date": {"year": {"value": year}} if year else None,
        "external-ids": {
            "external-id": [
                {"external-id-type": kind, "external-id-value": value}
                for kind, value in identifiers
            ]
        },
    }


def answer(*groups):
    return json.dumps({"group": [{"work-summary": list(group)} for group in groups]})


def test_a_work_has_its_title_journal_year_and_doi():
    told = answer(
        [
            summary(
                "Blocks  at the bedside",
                journal="Regional Anaesthesia Letters",
                year="2024",
                identifiers=[("eid", "2-s2.0-1"), ("doi", "https://doi.org/10.1234/RAL.5")],
            )
        ]
    )

    assert works_in(told) == [
        PublishedWork(
            title="Blocks at the bedside",
            journal="Regional Anaesthesia Letters",
            year=2024,
            doi="10.1234/ral.5",
        )
    ]


def test_of_several_versions_the_preferred_one_is_listed():
    assert [work.title for work in works_in(answer([summary("Kept"), summary("Older")]))] == [
        "Kept"
    ]


def test_what_is_no_doi_or_no_year_is_left_out():
    told = answer(
        [summary("A", year="soon", identifiers=[("doi", "javascript:alert(1)")])],
        [summary("B", year="0001", identifiers=[("isbn", "10.1/2")])],
    )

    assert works_in(told) == [PublishedWork(title="A"), PublishedWork(title="B")]


def test_a_work_without_a_title_is_left_out():
    assert works_in(answer([summary("")], [], [summary("There")])) == [PublishedWork(title="There")]


def test_no_more_than_two_hundred_are_listed():
    assert len(works_in(answer(*([summary(f"Work {n}")] for n in range(300))))) == 200


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["group", "work-summary", "title", "value", "external-ids", "year"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)


@given(JSON | st.text())
def test_no_answer_breaks_the_reading(told):
    for text in (json.dumps(told), str(told)):
        assert all(work.title for work in works_in(text))
