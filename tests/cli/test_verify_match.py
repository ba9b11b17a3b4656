"""`corridor verify-match` finds whatever was changed after a run."""

import csv
import json
import shutil

import pytest

from corridor.cli.main import main

EXAMPLES = "docs/directing/examples"


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    folder = tmp_path_factory.mktemp("results")
    main(["match", f"{EXAMPLES}/people.csv", "--no-explore", "-o", str(folder / "people")])
    scored = ["--pairs", f"{EXAMPLES}/pairs.csv", "--capacities", f"{EXAMPLES}/capacities.csv"]
    main(["match", *scored, "-o", str(folder / "scored")])
    return folder


@pytest.fixture(params=["people", "scored"])
def out(results, request, tmp_path):
    """A copy to tamper with."""
    return shutil.copytree(results / request.param, tmp_path / "out")


def rewrite(path, change):
    path.write_text(change(path.read_text(encoding="utf-8-sig")), encoding="utf-8")


def rewrite_json(path, change):
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    path.write_text(json.dumps(document), encoding="utf-8")


def verify(out) -> int:
    return main(["verify-match", str(out)])


def test_an_untouched_folder_is_proven(out, capsys):
    assert verify(out) == 0

    printed = capsys.readouterr().out
    assert "Nobody has more mentees than places" in printed
    assert printed.endswith("Proven.\n")


def test_saving_the_table_again_changes_nothing(out):
    """A spreadsheet may write another delimiter, other line ends and other quotes."""
    with (out / "matches.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    with (out / "matches.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL).writerows(table)

    assert verify(out) == 0


def better_fit(text):
    """Of Amara's match, in either folder."""
    return text.replace("0.80", "0.99").replace("80.99", "99.00")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            lambda text: "\n".join(text.splitlines()[:-1]), "lacks", id="a match taken out"
        ),
        pytest.param(lambda text: text + text.splitlines()[-1], "has", id="a match twice"),
        pytest.param(
            lambda text: text.replace("amara,", "mallory,", 1), "mallory", id="another mentee"
        ),
        pytest.param(better_fit, "the fit was", id="another fit"),
        pytest.param(lambda _text: "", "empty", id="an empty table"),
        pytest.param(lambda _text: "who\na\n", "matches.csv: This is not", id="another table"),
    ],
)  # fmt: skip
def test_a_changed_table_of_matches_is_found(out, capsys, change, expected):
    rewrite(out / "matches.csv", change)

    assert verify(out) == 1

    assert expected in capsys.readouterr().err


def give_away(document):
    """Somebody else gets a mentor who was given."""
    taken = next(column for column in document["given"] if column >= 0)
    document["given"] = [taken if column < 0 else column for column in document["given"]]


def worsen(document):
    row = next(row for row, column in enumerate(document["given"]) if column >= 0)
    document["given"][row] = -1


def raise_worth(document):
    document["worth"] = [worth + 10**9 for worth in document["worth"]]


def cheapen(document):
    document["price"] = [-1 for _ in document["price"]]


def forget(document):
    del document["worth"]


def rename(document):
    document["requests"][0]["mentee"] = "mallory"


def shorten(document):
    document["given"] = document["given"][1:]


@pytest.mark.parametrize(
    "change", [give_away, worsen, raise_worth, cheapen, forget, rename, shorten]
)
def test_a_changed_certificate_is_found(out, change):
    rewrite_json(out / "certificate.json", change)

    assert verify(out) == 1


@pytest.mark.parametrize("text", ["", "[]", "{", '{"format": "another/1"}', "null"])
def test_what_is_no_certificate_proves_nothing(out, text):
    (out / "certificate.json").write_text(text)

    assert verify(out) == 1


@pytest.mark.parametrize("name", ["matches.csv", "certificate.json"])
def test_a_missing_file_proves_nothing(out, name, capsys):
    (out / name).unlink()

    assert verify(out) == 1
    assert "There is no such file." in capsys.readouterr().err


def test_circles_have_no_proof(tmp_path, capsys):
    main(["match", f"{EXAMPLES}/people.csv", "--circles", "3", "-o", str(tmp_path / "out")])

    assert verify(tmp_path / "out") == 1
    assert "there is no proof of them to check" in capsys.readouterr().err
