"""docs/directing/columns.md says what the code understands."""

from pathlib import Path

from corridor.programmes.intake.fields import PAIR_WORDS, WORDS, Field, field_of_title
from corridor.programmes.intake.hours import PARTS
from corridor.programmes.intake.mapping import read_map
from corridor.programmes.intake.titles_abroad import TITLES
from corridor.programmes.intake.zones import AMBIGUOUS
from tests.programmes.intake.given import source

PAGE = Path("docs/directing/columns.md").read_text(encoding="utf-8")


def cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip("|").split("|")]


def rows_of(heading: str) -> dict[str, list[str]]:
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return {cells(line)[0].strip("`"): cells(line)[1:] for line in lines if "___" not in line}


def listed(words: str) -> str:
    return ", ".join(word.strip() for word in words.split("|") if word.strip())


def test_the_titles_of_people_are_those_of_the_code():
    assert {name: tuple(row[1:3]) for name, row in rows_of("People").items()} == {
        field.value: (listed(words.whole), listed(words.within)) for field, words in WORDS.items()
    }


def test_the_titles_of_small_tables_are_those_of_the_code():
    assert {name: row[0] for name, row in rows_of("Pairs and other small tables").items()} == {
        field.value: listed(words.whole) for field, words in PAIR_WORDS.items()
    }


def test_every_title_on_the_page_is_understood_as_it_says():
    wrong = [
        (field, title)
        for field, row in rows_of("People").items()
        for title in row[1].split(", ")
        if field_of_title(title)[0] is not Field(field)
    ]

    assert wrong == []


def test_every_name_of_several_zones_is_on_the_page():
    assert [name for name in AMBIGUOUS if name.upper() not in PAGE] == []


def test_the_parts_of_a_day_are_on_the_page():
    said = {part: hours for part, hours in PARTS.items() if f"{part} {hours[0]}–{hours[1]}" in PAGE}

    assert set(PARTS) - set(said) == {
        "noon",
        "all day",
        "any time",
        "day",
        "working hours",
        "office hours",
    }


def test_the_map_on_the_page_can_be_read():
    example = PAGE.split("```toml\n")[1].split("```")[0]

    mapped = read_map(source(example, "map.toml"))

    assert mapped.value(Field.STAGE, "Y3") == "MS3"


def test_the_titles_in_other_languages_are_those_of_the_code():
    assert {
        name: row[0] for name, row in rows_of("Titles in German, Spanish and French").items()
    } == {name: listed(titles) for name, titles in TITLES.items()}
