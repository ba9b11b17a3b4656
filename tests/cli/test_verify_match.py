"""`corridor verify-match` finds whatever was changed after a run."""

import csv
import json
import os
import random
import re
import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corridor.cli.main import main
from corridor.programmes.files.certificate_form import seal_of
from tests.thoroughly import tries

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
    """As whoever wants it to be believed would: sealed again."""
    document = json.loads(path.read_text(encoding="utf-8"))
    change(document)
    document["seal"] = seal_of(document)
    path.write_text(json.dumps(document), encoding="utf-8")


def verify(out) -> int:
    return main(["verify-match", str(out)])


def test_an_untouched_folder_is_proven(out, capsys):
    assert verify(out) == 0

    printed = capsys.readouterr().out
    assert "Nobody has more mentees than places" in printed
    assert printed.endswith("Proven.\n")


def test_what_was_shown_is_told_in_words_a_director_can_read(out, capsys):
    verify(out)

    told = capsys.readouterr().out
    assert "worth exactly as much as any choice can be" in told
    assert not re.search(r"\d{7}", told)


def test_saving_the_table_again_changes_nothing(out):
    """A spreadsheet may write another delimiter, other line ends and other quotes."""
    with (out / "matches.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.reader(file))
    with (out / "matches.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";", quoting=csv.QUOTE_ALL).writerows(table)

    assert verify(out) == 0


def test_a_number_may_be_saved_without_its_last_zero(out):
    """Lúcia's fit in the scored folder becomes 0.610, Amara's 80.990."""
    rewrite(
        out / "matches.csv", lambda text: text.replace("0.61", "0.610").replace("80.99", "80.990")
    )

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
        pytest.param(lambda _text: "sep=;\n", "matches.csv: This is not", id="no header"),
        pytest.param(lambda _text: "sep=;", "matches.csv: This is not", id="only a delimiter"),
        pytest.param(
            lambda text: text.replace("\n1,", "\nosei,1,").replace("row,", "mentor,row,", 1)
            if "row," in text
            else "mentor," + text.replace("\namara", "\nosei,amara"),
            "matches.csv: This is not",
            id="a second column of mentors",
        ),
        pytest.param(lambda text: text + "tomi\n", "cut off", id="half a row"),
    ],
)  # fmt: skip
def test_a_changed_table_of_matches_is_found(out, capsys, change, expected):
    rewrite(out / "matches.csv", change)

    assert verify(out) == 1

    assert expected in capsys.readouterr().err


def test_what_a_weaker_proof_leaves_open_is_told_in_requests_and_points(results, tmp_path, capsys):
    dearer = shutil.copytree(results / "people", tmp_path / "out")

    def ask_a_price_for_free_places(document):
        more = 250 * document["scale"]["unit"]
        document["price"] = [price + more for price in document["price"]]

    rewrite_json(dearer / "certificate.json", ask_a_price_for_free_places)

    assert verify(dearer) == 1
    told = capsys.readouterr().err
    assert "fit could be better by at most" in told
    assert not re.search(r"\d{7}", told)


def test_another_name_beside_the_same_id_is_found(results, tmp_path, capsys):
    out = shutil.copytree(results / "people", tmp_path / "out")
    rewrite(out / "matches.csv", lambda text: text.replace("Dr Kwabena Osei", "Dr Mallory", 1))

    assert verify(out) == 1

    assert "the name was “Dr Kwabena Osei” and is “Dr Mallory”" in capsys.readouterr().err


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


def call_two_mentors_the_same(document):
    document["mentors"][0] = document["mentors"][1]


def make_everything_infinite(document):
    """Any infinite value equals any infinite bound."""
    document["worth"] = [float("inf") for _ in document["worth"]]


def make_everything_nothing(document):
    document["worth"] = [float("nan") for _ in document["worth"]]


def count_with_true(document):
    document["given"] = [bool(column) for column in document["given"]]


def leave_the_last_request_out_of_the_bound(document):
    document["reward"].pop()


def share_candidates(document):
    document["start"][1] += 1


def point_before_the_beginning(document):
    document["mentor"] = [-1 for _ in document["mentor"]]


def point_far_behind_the_end(document):
    document["start"][-1] = 10**15


def count_beyond_the_machine(document):
    document["worth"] = [10**4000 for _ in document["worth"]]


def number_the_roles(document):
    document["requests"] = [{**request, "role": 1} for request in document["requests"]]


def write_lists_for_names(document):
    document["matches"] = [[[], [], [], [], [], []]]


@pytest.mark.parametrize(
    "change",
    [
        give_away,
        worsen,
        raise_worth,
        cheapen,
        forget,
        rename,
        shorten,
        call_two_mentors_the_same,
        make_everything_infinite,
        make_everything_nothing,
        count_with_true,
        leave_the_last_request_out_of_the_bound,
        share_candidates,
        point_before_the_beginning,
        point_far_behind_the_end,
        count_beyond_the_machine,
        number_the_roles,
        write_lists_for_names,
    ],
)
def test_a_changed_certificate_is_found(out, change):
    rewrite_json(out / "certificate.json", change)

    assert verify(out) == 1


def test_no_number_of_the_certificate_changes_unseen(out, capsys):
    """Also where the proof would still be one: of other fits, or of prices that do as well."""
    path = out / "certificate.json"
    written = path.read_text(encoding="utf-8")
    for name in ("price", "worth", "reward", "slot_cost", "mentor", "start", "given"):
        for more in (1, -1, 10**6):
            document = json.loads(written)
            document[name][-1] += more
            path.write_text(json.dumps(document), encoding="utf-8")

            assert verify(out) == 1
    assert "certificate.json is not as it was written" in capsys.readouterr().err


def test_another_layout_of_the_certificate_changes_nothing(out):
    path = out / "certificate.json"
    document = json.loads(path.read_text(encoding="utf-8"))

    path.write_text(json.dumps(document, indent=2, sort_keys=True), encoding="utf-8")

    assert verify(out) == 0


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"format": "another/1"}', "null", '{"a":' * 50_000, "9" * 5_000]
)
def test_what_is_no_certificate_proves_nothing(out, text):
    (out / "certificate.json").write_text(text)

    assert verify(out) == 1


@given(chance=st.randoms(use_true_random=False))
@settings(max_examples=tries(60), deadline=None)
@pytest.mark.parametrize("kind", ["people", "scored"])
def test_no_damage_to_either_file_is_proven_or_crashes(results, tmp_path_factory, kind, chance):
    out = shutil.copytree(results / kind, tmp_path_factory.mktemp("damaged") / "out")
    for name in ("matches.csv", "certificate.json"):
        (out / name).write_bytes(damaged((out / name).read_bytes(), chance))

    assert verify(out) == 1


def damaged(content: bytes, chance: random.Random) -> bytes:
    """Cut off within its first half, then hit in several places."""
    hurt = bytearray(content[: chance.randrange(len(content) // 2)])
    for _ in range(chance.randrange(4)):
        at = chance.randrange(len(hurt) + 1)
        hurt[at:at] = chance.choice(
            [b'"', b"\0", b"\r", b"\n", b";", b"\xff\xfe", b"[" * 9_999, b"NaN", b"-1"]
        )
    return bytes(hurt)


def test_of_many_faults_the_first_are_told(results, tmp_path, capsys):
    out = shutil.copytree(results / "people", tmp_path / "out")
    more = "".join(f"{row},mallory{row},osei,1.00,mentor\n" for row in range(30))
    rewrite(out / "matches.csv", lambda text: text + more)

    assert verify(out) == 1

    told = capsys.readouterr().err.splitlines()
    assert len(told) == 21
    assert told[-1] == "… and 10 more."


@pytest.mark.parametrize("name", ["matches.csv", "certificate.json"])
def test_a_pipe_in_the_place_of_a_file_is_not_waited_for(out, name, capsys):
    (out / name).unlink()
    os.mkfifo(out / name)

    assert verify(out) == 1
    assert f"{name}: This is not a file." in capsys.readouterr().err


@pytest.mark.parametrize("name", ["matches.csv", "certificate.json"])
def test_a_missing_file_proves_nothing(out, name, capsys):
    (out / name).unlink()

    assert verify(out) == 1
    assert "There is no such file." in capsys.readouterr().err


def test_circles_have_no_proof(tmp_path, capsys):
    main(["match", f"{EXAMPLES}/people.csv", "--circles", "3", "-o", str(tmp_path / "out")])

    assert not (tmp_path / "out" / "certificate.json").exists()
    assert verify(tmp_path / "out") == 1
    assert "for circles there is no proof to check" in capsys.readouterr().err
