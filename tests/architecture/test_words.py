"""One word for one thing, and nothing said that nobody can check."""

import re
from pathlib import Path

import pytest

SYNONYMS = {
    "pairing": "match",
    "matchmaking": "matching",
    "mentorship session": "meeting",
    "protégé": "mentee",
    "tutee": "mentee",
}
BOASTS = (
    "best-in-class",
    "blazing",
    "comprehensive",
    "cutting-edge",
    "effortless",
    "enterprise-grade",
    "just",
    "powerful",
    "robust",
    "seamless",
    "simply",
    "state-of-the-art",
    "world-class",
)
CODE = [path for path in Path("corridor").rglob("*.py") if "migrations" not in path.parts]
TEMPLATES = list(Path("corridor").rglob("*.html"))
DOCS = [*Path().glob("*.md"), *Path("docs").rglob("*.md"), *Path("changelog.d").glob("*.md")]
READ_BY_PEOPLE = [*TEMPLATES, *DOCS]


def found(words, files):
    pattern = re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    return [
        f"{path}:{number}: {line.strip()}"
        for path in files
        for number, line in enumerate(path.read_text().splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("synonym", SYNONYMS)
def test_things_are_called_what_the_glossary_calls_them(synonym):
    allowed = {Path("docs/glossary.md")}
    files = [path for path in [*CODE, *READ_BY_PEOPLE] if path not in allowed]

    assert found([synonym, f"{synonym}s"], files) == []


def test_texts_say_what_is_and_not_how_good_it_is():
    assert found(BOASTS, READ_BY_PEOPLE) == []


def test_nothing_is_left_to_do_without_an_issue_number():
    notes = found(["TODO", "FIXME", "XXX"], [*CODE, *READ_BY_PEOPLE])

    assert [note for note in notes if not re.search(r"TODO\(#\d+\)", note)] == []
