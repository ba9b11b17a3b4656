"""`corridor match --existing`: who keeps a mentor, who does not and why, nobody counted twice."""

import csv
import json

import pytest

from corridor.cli.main import main

HEADER = "role,id,stage,capacity,already mentoring,language,choices\n"
MENTEE = "mentee,{},MS1,,,English,{}\n"


@pytest.fixture
def match(tmp_path):
    def run(people: str, existing: str, *words: str) -> dict[str, object]:
        (tmp_path / "people.csv").write_text(people)
        (tmp_path / "existing.csv").write_text("mentee,mentor\n" + existing)
        files = [str(tmp_path / "people.csv"), "--existing", str(tmp_path / "existing.csv")]
        assert main(["match", *files, "-o", str(tmp_path / "out"), "--no-explore", *words]) == 0
        return json.loads((tmp_path / "out" / "matches.json").read_text(encoding="utf-8"))

    return run


def couples(tmp_path) -> list[tuple[str, str]]:
    with (tmp_path / "out" / "matches.csv").open(newline="", encoding="utf-8-sig") as file:
        return [(row["mentee"], row["mentor"]) for row in csv.DictReader(file)]


def test_a_match_to_keep_that_the_mentor_counts_as_well_takes_one_place(tmp_path, match, capsys):
    people = HEADER + MENTEE.format("a", "") + "mentor,x,Fellow,1,1,English,\n"
    people += "mentor,y,Fellow,1,0,English,\n"

    match(people, "a,x\n")

    assert couples(tmp_path) == [("a", "x")]
    assert "1 mentee of an earlier match was among those" in capsys.readouterr().out


def test_mentees_of_other_programmes_still_take_their_places(tmp_path, match):
    people = HEADER.replace("already mentoring", "mentees elsewhere")
    people += MENTEE.format("a", "") + "mentor,x,Fellow,1,1,English,\n"
    people += "mentor,y,Fellow,1,0,English,\n"

    match(people, "a,x\n")

    assert couples(tmp_path) == [("a", "y")]


def test_who_lost_a_mentor_is_listed_with_what_barred_it(tmp_path, match, capsys):
    people = HEADER + MENTEE.format("a", "") + MENTEE.format("b", "")
    people += "mentor,x,Fellow,1,,German,\nmentor,y,Fellow,2,,English,\n"

    document = match(people, "a,x\nb,y\n")

    ended = "a is no longer with x: they share no language. Now with y (fit 100);"
    out = capsys.readouterr().out
    assert "1 earlier match of 2 is kept. 1 match is new." in out
    assert ended.partition(" Now")[0] in out
    assert [(one["mentee"], one["mentor"]) for one in document["ended"]] == [("a", "x")]
    report = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "Earlier matches that do not go on" in report
    assert "a is no longer with x: they share no language." in report


def test_a_change_that_gains_enough_says_so(match):
    people = HEADER + MENTEE.format("a", "y") + "mentor,x,Fellow,1,,English,\n"
    people += "mentor,y,Fellow,1,,English,\n"

    document = match(people, "a,x\n", "--change-cost", "0")

    assert "fits so much better" in document["ended"][0]["reason_in_words"]


def test_without_matches_of_before_nothing_is_said_of_them(tmp_path, match, capsys):
    match(HEADER + MENTEE.format("a", "") + "mentor,x,Fellow,1,,English,\n", "")

    assert "earlier" not in capsys.readouterr().out
