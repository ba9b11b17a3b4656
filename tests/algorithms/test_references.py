"""References are recognised by their numbers, without asking anybody."""

import pytest

from corridor.algorithms.references import Identifier, identifiers, with_addresses


def doi(value):
    return Identifier(kind="doi", value=value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("10.1097/ACM.0000000000002398", [doi("10.1097/acm.0000000000002398")]),
        ("See 10.1097/ACM.2398.", [doi("10.1097/acm.2398")]),
        ("(doi:10.1016/S0140-6736(20)30183-5)", [doi("10.1016/s0140-6736(20)30183-5")]),
        ("https://dx.doi.org/10.3402/meo.v21.33480, 2016", [doi("10.3402/meo.v21.33480")]),
        ("https://doi.org/10.1002/(SICI)1%3C1::A%3E3.0", [doi("10.1002/(sici)1<1::a>3.0")]),
        ("https://doi.org/10.1234/a%0Ab", []),
        ("10.1/short", []),
        ("10.1234/", []),
        ("https://journals.example/doi/10.1097/ACM.1", []),
        ("Room 310.1234/x", []),
        ("PMID: 39742116", [Identifier(kind="pmid", value="39742116")]),
        ("https://pubmed.ncbi.nlm.nih.gov/15618097/", [Identifier(kind="pmid", value="15618097")]),
        ("PMID 123456789", []),
        ("10.1234/a and doi:10.1234/A again", [doi("10.1234/a")]),
    ],
)
def test_a_text_names_works(text, found):
    assert identifiers(text) == found


def test_numbers_become_addresses_and_the_sentence_stays():
    said = with_addresses("As Breu (10.1234/Ab.5) and PMID 42 say; see https://doi.org/10.1234/x.")

    assert said == (
        "As Breu (https://doi.org/10.1234/ab.5) and https://pubmed.ncbi.nlm.nih.gov/42/ say;"
        " see https://doi.org/10.1234/x."
    )


@pytest.mark.parametrize("text", ["10.1234/" + ")" * 50_000, "doi:" * 20_000, "10." * 50_000])
def test_hostile_texts_take_no_time(text):
    assert identifiers(text) == []
