"""A page is cited in the forms that programs and people read."""

import json
from datetime import date

from corridor.algorithms.citations import Citable, bibtex, csl_json, plain, ris

CITED = Citable(
    author="Dr Kwame Osei",
    title="Awake & calm: 100% of what_works",
    published_on=date(2026, 3, 5),
    version=2,
    url="https://corridor.example/tutorials/awake/versions/2/",
    publisher="Corridor",
    language="en",
)


def test_bibtex_keeps_the_name_whole_and_escapes():
    assert bibtex(CITED) == (
        "@misc{osei2026awake,\n"
        "  author = {{Dr Kwame Osei}},\n"
        "  title = {{Awake \\& calm: 100\\% of what\\_works}},\n"
        "  howpublished = {Corridor},\n"
        "  year = {2026},\n"
        "  day = {5},\n"
        "  version = {2},\n"
        "  note = {Version 2, 2026-03-05},\n"
        "  url = {https://corridor.example/tutorials/awake/versions/2/},\n"
        "  month = mar,\n"
        "}\n"
    )


def test_ris_begins_with_its_type_and_ends():
    lines = ris(CITED).split("\r\n")

    assert lines[0] == "TY  - ELEC"
    assert "AU  - Dr Kwame Osei" in lines
    assert "DA  - 2026/03/05/" in lines
    assert lines[-2:] == ["ER  - ", ""]


def test_csl_says_the_date_and_the_version():
    (item,) = json.loads(csl_json(CITED))

    assert item["author"] == [{"literal": "Dr Kwame Osei"}]
    assert item["issued"] == {"date-parts": [[2026, 3, 5]]}
    assert item["version"] == "2"


def test_a_sentence_says_it_all():
    assert plain(CITED) == (
        "Dr Kwame Osei. Awake & calm: 100% of what_works. Corridor, 5 March 2026, version 2."
        " https://corridor.example/tutorials/awake/versions/2/\n"
    )


def test_letters_of_any_script_have_a_key():
    cited = Citable(
        author="王芳",
        title="清醒",
        published_on=date(2026, 3, 5),
        version=1,
        url="https://corridor.example/",
        publisher="Corridor",
    )

    assert bibtex(cited).startswith("@misc{2026,\n")
