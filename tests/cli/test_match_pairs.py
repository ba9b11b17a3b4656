"""`corridor match --pairs`: the same engine on somebody else's scores."""

import csv
import json
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corridor.cli.main import main
from tests.thoroughly import tries

EXAMPLES = "docs/directing/examples"


def match(pairs, capacities, out, *more: str) -> int:
    files = ["--pairs", str(pairs), "--capacities", str(capacities)]
    return main(["match", *files, "--load-weight", "0", "-o", str(out), *more])


def chosen(out) -> list[tuple[str, str, str]]:
    with (out / "matches.csv").open(newline="", encoding="utf-8") as file:
        return [(row["mentee"], row["mentor"], row["fit"]) for row in csv.DictReader(file)]


def test_fits_are_printed_as_they_were_given(tmp_path):
    match(f"{EXAMPLES}/pairs.csv", f"{EXAMPLES}/capacities.csv", tmp_path / "out")

    assert chosen(tmp_path / "out") == [
        ("amara", "vaughan", "0.80"),
        ("bala", "osei", "0.85"),
        ("lucia", "reyes", "0.61"),
        ("tomi", "reyes", "0.95"),
    ]


def test_the_report_says_how_to_check_the_folder_it_lies_in(tmp_path):
    match(f"{EXAMPLES}/pairs.csv", f"{EXAMPLES}/capacities.csv", tmp_path / "spring")

    report = (tmp_path / "spring" / "report.html").read_text(encoding="utf-8")
    assert f"<code>corridor verify-match {tmp_path / 'spring'}</code>" in report


def test_the_sum_is_exact_and_proven(tmp_path, capsys):
    match(f"{EXAMPLES}/pairs.csv", f"{EXAMPLES}/capacities.csv", tmp_path / "out", "--json")

    summary = json.loads(capsys.readouterr().out)
    assert (summary["total_fit"], summary["is_proven_best"]) == ("3.21", True)


def test_the_last_decimal_decides(tmp_path):
    (tmp_path / "p.csv").write_text(
        "mentee,mentor,fit\namara,osei,0.123456788\nbala,osei,0.123456789\n"
    )
    (tmp_path / "c.csv").write_text("mentor,capacity\nosei,1\n")

    match(tmp_path / "p.csv", tmp_path / "c.csv", tmp_path / "out")

    assert chosen(tmp_path / "out") == [("bala", "osei", "0.123456789")]


def test_errors_of_both_files_are_listed_and_nothing_is_written(tmp_path, capsys):
    (tmp_path / "p.csv").write_text("mentee,mentor,fit\namara,osei,2\namara,eze,1\n")
    (tmp_path / "c.csv").write_text("mentor,capacity\nosei,some\n")

    assert match(tmp_path / "p.csv", tmp_path / "c.csv", tmp_path / "out") == 2

    errors = capsys.readouterr().err
    assert "p.csv, line 2, column “fit”: “2” is no fit" in errors
    assert "c.csv, line 2, column “capacity”: “some” is no whole number" in errors
    assert "from 0 to 100000000." in errors
    assert "“eze” is in p.csv and has no capacity here." in errors
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pairs")


@settings(max_examples=tries(40), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    fits=st.dictionaries(
        st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz")),
        st.integers(0, 100),
        min_size=1,
    ),
    capacities=st.tuples(*[st.integers(0, 2)] * 3),
)
def test_the_result_is_what_trying_everything_finds(folder, fits, capacities):
    lines = [f"{mentee},{mentor},{fit / 100}" for (mentee, mentor), fit in fits.items()]
    (folder / "p.csv").write_text("\n".join(["mentee,mentor,fit", *lines]))
    places = dict(zip("xyz", capacities, strict=True))
    (folder / "c.csv").write_text(
        "\n".join(["mentor,capacity", *(f"{mentor},{n}" for mentor, n in places.items())])
    )

    assert match(folder / "p.csv", folder / "c.csv", folder / "out") == 0

    found = chosen(folder / "out")
    value = (len(found), sum(Fraction(fit) for _, _, fit in found))
    assert value == best_of_all(fits, places)


def best_of_all(fits, places):
    mentees = sorted({mentee for mentee, _ in fits})
    best = (0, Fraction(0))
    for given_to in product(["", *places], repeat=len(mentees)):
        pairs = [
            (mentee, mentor) for mentee, mentor in zip(mentees, given_to, strict=True) if mentor
        ]
        fair = all(pair in fits for pair in pairs) and all(
            given_to.count(mentor) <= n for mentor, n in places.items()
        )
        if fair:
            best = max(
                best, (len(pairs), sum((Fraction(fits[pair], 100) for pair in pairs), Fraction(0)))
            )
    return best
