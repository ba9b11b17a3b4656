"""`corridor match --pairs`: what a director says beside the scores counts, or is refused."""

import csv
import json

import pytest

from corridor.cli.main import main

PAIRS = "mentee,mentor,fit\na,x,0.9\na,y,0.5\nb,x,0.8\nb,y,0.5\nc,y,0.4\n"
CAPACITIES = "mentor,capacity\nx,1\ny,2\n"


@pytest.fixture
def match(tmp_path):
    """Runs the command on these pairs; options that name a file are given its content."""

    def run(*options: str, pairs: str = PAIRS, **files: str) -> int:
        words = [*options]
        for name, content in {"pairs": pairs, "capacities": CAPACITIES, **files}.items():
            (tmp_path / f"{name}.csv").write_text(content)
            words += [f"--{name}", str(tmp_path / f"{name}.csv")]
        return main(["match", "-o", str(tmp_path / "out"), "--load-weight", "0", *words])

    return run


def chosen(tmp_path, table="matches") -> list[list[str]]:
    with (tmp_path / "out" / f"{table}.csv").open(newline="", encoding="utf-8") as file:
        return list(csv.reader(file))[1:]


def test_a_forbidden_pair_is_not_chosen(tmp_path, match):
    assert match(forbids="mentee,mentor\na,x\n") == 0

    assert chosen(tmp_path) == [["a", "y", "0.5"], ["b", "x", "0.8"], ["c", "y", "0.4"]]


def test_a_pin_is_chosen_whatever_it_costs(tmp_path, match):
    assert match(pins="mentee,mentor\na,y\n") == 0

    assert chosen(tmp_path)[0] == ["a", "y", "0.5"]


def test_places_in_all_are_kept_and_the_proof_holds(tmp_path, match, capsys):
    assert match("--places", "2") == 0

    assert len(chosen(tmp_path)) == 2
    assert chosen(tmp_path, "unmatched")[0][3] == "All places of the programme are taken."
    assert main(["verify-match", str(tmp_path / "out")]) == 0


def test_places_for_one_mentor_are_kept(tmp_path, match):
    assert match("--places-per-mentor", "1") == 0

    assert sorted(row[1] for row in chosen(tmp_path)) == ["x", "y"]


def test_an_earlier_match_is_kept_unless_a_change_gains_more_than_it_costs(tmp_path, match):
    match("--change-cost", "1000", existing="mentee,mentor\nb,x\n")
    kept = chosen(tmp_path)
    match("--change-cost", "0", existing="mentee,mentor\nb,x\n")

    assert kept[1] == ["b", "x", "0.8"]
    assert chosen(tmp_path)[0] == ["a", "x", "0.9"]


def test_who_lost_an_earlier_mentor_is_told_why(match, capsys):
    match(existing="mentee,mentor\na,x\nc,y\n", forbids="mentee,mentor,reason\na,x,conflict\n")

    out = capsys.readouterr().out
    assert "1 earlier match of 2 is kept." in out
    assert "a is no longer with x: a conflict of interest is declared. Now: y (fit 0.5)." in out


def test_the_longest_wait_goes_first(tmp_path, match):
    match("--places", "1", waiting="mentee,waited\nc,3\n")

    assert chosen(tmp_path) == [["c", "y", "0.4"]]


@pytest.mark.parametrize(
    "words",
    [
        ["--circles", "3"],
        ["--weight", "needs=3"],
        ["--min-overlap", "0"],
        ["--language", "shared"],
        ["people.csv"],
    ],
)
def test_what_scored_pairs_have_no_use_for_is_refused_by_name(tmp_path, match, capsys, words):
    assert match(*words) == 2

    assert f"{words[0]} is of no use with --pairs" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"pins": "mentee,mentor\na,Q\n"}, "pins.csv, line 2, column “mentor”: “Q” is no mentor"),
        ({"pins": "mentee,mentor\nc,x\n"}, "“c” with “x” is no scored pair: give it a fit."),
        ({"pins": "mentee,mentor\na,x\nb,x\n"}, "line 3, column “mentor”: “x” has 1 place, and"),
        ({"pins": "mentee,mentor\na,x\na,y\n"}, "“a” is pinned to “x” already"),
        ({"pins": "mentee,mentor,role\na,x,coach\n"}, "the role of mentor only"),
        (
            {"pins": "mentee,mentor\na,x\n", "forbids": "mentee,mentor\na,x\n"},
            "“a” with “x” is forbidden as well",
        ),
        ({"forbids": "mentee,mentor\na,xx\n"}, "forbids.csv, line 2, column “mentor”: “xx” is no"),
    ],
)
def test_rules_that_cannot_be_kept_are_refused(tmp_path, match, capsys, files, expected):
    assert match(**files) == 2

    assert expected in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_sixteenth_decimal_decides(tmp_path, match):
    pairs = "mentee,mentor,fit\na,x,0.8333333333333333\nb,x,0.8333333333333334\n"

    match(pairs=pairs)

    assert chosen(tmp_path) == [["b", "x", "0.8333333333333334"]]


def test_what_had_to_be_rounded_is_not_called_proven(tmp_path, match, capsys):
    fit = "0." + "3" * 25
    match("--json", pairs=f"mentee,mentor,fit\na,x,{fit}\n")

    told = capsys.readouterr()
    assert json.loads(told.out)["is_proven_best"] is False
    assert "too fine for exact arithmetic" in told.err
    assert "of fits rounded to" in (tmp_path / "out" / "report.html").read_text()


def test_the_load_counts_however_few_decimals_the_fits_have(tmp_path, match):
    pairs = "mentee,mentor,fit\na,x,1\na,y,1\nb,x,1\nb,y,1\n"

    match("--load-weight", "500", pairs=pairs, capacities="mentor,capacity\nx,2\ny,2\n")

    assert sorted(row[1] for row in chosen(tmp_path)) == ["x", "y"]
