"""References are recognised by their numbers, without asking anybody."""

import pytest

from corridor.algorithms.references import Identifier, identifiers, with_addresses


def doi(value):
    return Identifier(kind="doi", value=value)


def named(kind, *values):
    return [Identifier(kind=kind, value=value) for value in values]


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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("doi.org/10.1234/ab", [doi("10.1234/ab")]),
        ("(www.doi.org/10.1234/ab).", [doi("10.1234/ab")]),
        ("https://journals.example/doi.org/10.1234/ab", []),
        ("https://notdoi.org/10.1234/ab", []),
        ("PMID 39742116", named("pmid", "39742116")),
        ("https://www.ncbi.nlm.nih.gov/pubmed/15618097", named("pmid", "15618097")),
        ("http://ncbi.nlm.nih.gov/pubmed/?term=15618097", named("pmid", "15618097")),
        ("https://pubmed.gov/15618097.", named("pmid", "15618097")),
        ("https://europepmc.org/article/MED/15618097", named("pmid", "15618097")),
        ("https://pubmed.ncbi.nlm.nih.gov/?term=sepsis+2026", []),
        ("39742116", []),
        ("PMC7096066, and pmc7096066", named("pmcid", "PMC7096066")),
        ("PMCID: PMC7096066;", named("pmcid", "PMC7096066")),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC7096066/", named("pmcid", "PMC7096066")),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC7096066/", named("pmcid", "PMC7096066")),
        ("https://europepmc.org/articles/PMC7096066", named("pmcid", "PMC7096066")),
        ("https://europepmc.org/article/PMC/PMC7096066", named("pmcid", "PMC7096066")),
        ("https://elsewhere.example/PMC7096066", []),
        ("XPMC7096066 PMC7096066a PMC 5 #PMC7096066", []),
        ("see pubmed.ncbi.nlm.nih.gov/15618097", named("pmid", "15618097")),
        ("https://elsewhere.example/pubmed.gov/15618097", []),
        ("(NCT04280705)", named("nct", "NCT04280705")),
        ("ClinicalTrials.gov: nct04280705", named("nct", "NCT04280705")),
        ("https://clinicaltrials.gov/study/NCT04280705?tab=results", named("nct", "NCT04280705")),
        ("https://www.clinicaltrials.gov/ct2/show/NCT04280705", named("nct", "NCT04280705")),
        ("https://clinicaltrials.gov/ct2/show/results/NCT04280705", named("nct", "NCT04280705")),
        ("NCT0428070 NCT042807055 ?id=NCT04280705", []),
        ("arXiv:2210.15723", named("arxiv", "2210.15723")),
        ("arxiv: 0704.0001v2.", named("arxiv", "0704.0001v2")),
        ("arXiv:hep-th/9901001 math.GT/0309136", named("arxiv", "hep-th/9901001")),
        ("https://arxiv.org/abs/math.GT/0309136", named("arxiv", "math.gt/0309136")),
        ("https://arxiv.org/pdf/2210.15723v1.pdf", named("arxiv", "2210.15723v1")),
        ("at 2210.15723 and arXiv:2210.157234", []),
    ],
)
def test_works_have_numbers_of_many_kinds(text, found):
    assert identifiers(text) == found


EACH = [
    doi("10.1234/(sici)1<1::a>3.0"),
    *named("pmid", "42"),
    *named("pmcid", "PMC7096066"),
    *named("nct", "NCT04280705"),
    *named("arxiv", "2210.15723v2", "hep-th/9901001"),
]


def test_each_is_known_again_by_its_address_and_by_its_label():
    assert identifiers(" ".join(one.url for one in EACH)) == EACH
    assert identifiers(" and ".join(one.label for one in EACH[1:])) == EACH[1:]


def test_numbers_become_addresses_and_the_sentence_stays():
    said = with_addresses("As Breu (10.1234/Ab.5) and PMID 42 say; see https://doi.org/10.1234/x.")

    assert said == (
        "As Breu (https://doi.org/10.1234/ab.5) and https://pubmed.ncbi.nlm.nih.gov/42/ say;"
        " see https://doi.org/10.1234/x."
    )


def test_papers_and_trials_become_addresses_and_the_rest_stays():
    said = with_addresses("arXiv:2210.15723v2, NCT04280705. https://arxiv.org/pdf/2210.15723.pdf")

    assert said == (
        "https://arxiv.org/abs/2210.15723v2, https://clinicaltrials.gov/study/NCT04280705."
        " https://arxiv.org/abs/2210.15723"
    )


@pytest.mark.parametrize(
    "text",
    [
        "10.1234/" + ")" * 50_000,
        "doi:" * 20_000,
        "10." * 50_000,
        "arxiv:" + "a-" * 50_000,
        "PMC" * 40_000,
        "NCT" * 40_000,
    ],
)
def test_hostile_texts_take_no_time(text):
    assert identifiers(text) == []


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The junction functions at 10 a.m.", []),
        ("nct04280705", ["NCT04280705"]),
        ("see pmc12", ["PMC12"]),
        ("EUROPEPMC.ORG/article/MED/42", ["PMID 42"]),
        ("PUBMED.GOV/42", ["PMID 42"]),
        ("ArXiv:2210.15723", ["arXiv:2210.15723"]),
    ],
)
def test_what_every_number_needs_is_looked_for_first_whatever_its_case(text, labels):
    assert [one.label for one in identifiers(text)] == labels
