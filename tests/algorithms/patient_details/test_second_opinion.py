"""Names that something else finds count only in sentences about a patient."""

import pytest

from corridor.algorithms.patient_details import check


def named(text, *names):
    """The words marked in a text, where a net says that these are names."""

    def namer(read):
        return [(read.index(one), read.index(one) + len(one)) for one in names]

    found = check(text, namer=namer).findings
    return [text[one.start : one.end] for one in found if one.kind == "name"]


def test_a_name_that_no_rule_knows_is_found_beside_a_patient():
    text = "The patient said that Thandiwe would come."
    assert named(text) == []

    assert named(text, "Thandiwe") == ["Thandiwe"]


@pytest.mark.parametrize(
    "text",
    [
        "Thandiwe gave a talk on dialysis.",
        "Thandiwe wrote on dialysis. The patient is well.",
        "Congratulations to Thandiwe on the poster about a patient with dialysis!",
    ],
)
def test_elsewhere_it_is_nobody(text):
    assert named(text, "Thandiwe") == []


@pytest.mark.parametrize("word", ["Crohn", "Graves"])
def test_an_eponym_is_no_name_whoever_says_so(word):
    assert named(f"The patient has {word}'s disease.", word) == []
