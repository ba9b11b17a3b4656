"""`corridor match` as a director uses it: files in, a folder out."""

import csv
import html
import json
import random
import signal
from pathlib import Path

import html5lib
import pytest

from corridor.cli.main import main

EXAMPLES = Path("docs/directing/examples")
PEOPLE = EXAMPLES / "people.csv"
FILES = {"matches.csv", "matches.json", "unmatched.csv", "certificate.json", "report.html"}


def match(*words: str | Path) -> int:
    return main(["match", *map(str, words)])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def couples(folder: Path) -> set[tuple[str, str]]:
    return {(row["mentee"], row["mentor"]) for row in rows(folder / "matches.csv")}


@pytest.fixture
def people(tmp_path):
    """A small programme of Amara, Bala, Dr Osei and Dr Eze, with more columns on request."""

    def write(more_columns: str = "", **more: str) -> Path:
        path = tmp_path / "people.csv"
        lines = [
            ("role,id,name,topics,capacity", more_columns),
            ("mentee,amara,Amara Nwosu,research,", more.get("amara", "")),
            ("mentee,bala,Ɓala Yusuf,research,", more.get("bala", "")),
            ("mentor,osei,Dr Osei,research,1", more.get("osei", "")),
            ("mentor,eze,Dr Eze,wellbeing,1", more.get("eze", "")),
        ]
        path.write_text("\n".join(f"{row},{extra}" for row, extra in lines), encoding="utf-8")
        return path

    return write


def test_a_folder_of_results_and_a_summary(tmp_path, capsys):
    assert match(PEOPLE, "-o", tmp_path / "out", "--group", "First generation") == 0

    printed = capsys.readouterr().out
    assert "11 of 12 mentees are matched." in printed
    assert "Noah Friedman" in printed
    assert "Proven" in printed
    assert {path.name for path in (tmp_path / "out").iterdir()} == FILES


def test_the_report_says_how_to_check_the_folder_it_lies_in(tmp_path):
    out = tmp_path / "spring round"

    match(PEOPLE, "-o", out, "--no-explore")

    report = html.unescape((out / "report.html").read_text(encoding="utf-8"))
    assert f"<code>corridor verify-match '{out}'</code>" in report


def test_capacity_is_kept_and_must_nots_stay_apart(tmp_path):
    match(PEOPLE, "-o", tmp_path / "out")

    given = couples(tmp_path / "out")
    by_osei = [mentee for mentee, mentor in given if mentor == "osei"]
    assert len(by_osei) <= 2
    assert ("omar", "mansouri") not in given


def test_the_order_of_rows_and_columns_changes_nothing(tmp_path):
    header, *body = PEOPLE.read_text(encoding="utf-8").splitlines()
    random.Random(7).shuffle(body)
    shuffled = tmp_path / "shuffled.csv"
    table = list(csv.reader([header, *body]))
    with shuffled.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file, delimiter=";").writerows(reversed(row) for row in table)

    match(PEOPLE, "-o", tmp_path / "one")
    match(shuffled, "-o", tmp_path / "other")

    one, other = (tmp_path / name / "matches.csv" for name in ("one", "other"))
    assert one.read_bytes() == other.read_bytes()


def test_the_summary_of_the_report_ends_its_sentences(tmp_path):
    """On the terminal names follow a colon; the report has them in a section further down."""
    match(PEOPLE, "-o", tmp_path / "out")

    report = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")
    assert "<p>1 request is not met.</p>" in report


def test_the_report_names_every_mentee_and_is_html_without_mistakes(tmp_path):
    match(PEOPLE, "-o", tmp_path / "out", "--group", "First generation")

    report = (tmp_path / "out" / "report.html").read_text(encoding="utf-8")

    html5lib.HTMLParser(strict=True).parse(report)
    assert all(row["name"] in report for row in rows(PEOPLE) if row["role"] == "mentee")
    assert "http" not in report
    assert "Groups of fewer than 11 are not shown" in report


def test_groups_too_small_to_show_stand_in_one_row(tmp_path):
    stages = ["MS4"] * 12 + ["PGY2"] * 6 + ["PGY3"] * 4 + ["ST5"]
    mentees = [f"mentee,m{n},{stage}," for n, stage in enumerate(stages)]
    people = tmp_path / "people.csv"
    lines = ["role,id,stage,capacity", *mentees, "mentor,osei,professor,9"]
    people.write_text("\n".join(lines), encoding="utf-8")

    match(people, "-o", tmp_path / "out", "--no-explore")

    report = html5lib.parse((tmp_path / "out" / "report.html").read_bytes())
    tables = report.iterfind(".//*[@aria-labelledby='audit-1']//{*}tbody")
    cells = [["".join(cell.itertext()) for cell in row] for table in tables for row in table]
    assert [row[0] for row in cells if row[1] == "not shown *"] == [
        "Resident, PGY-2; Resident, PGY-3; Senior resident, PGY-5"
    ]


def test_two_files_of_different_kinds(tmp_path, capsys):
    code = match(
        "--mentees",
        EXAMPLES / "mentees-google-form.csv",
        "--mentors",
        EXAMPLES / "mentors-semicolon.csv",
        "-o",
        tmp_path / "out",
    )

    assert code == 0
    assert "4 of 4 mentees are matched." in capsys.readouterr().out


def test_an_error_is_printed_and_nothing_is_written(people, tmp_path, capsys):
    file = people("stage", bala="Wizzard", osei="Attending")

    assert match(file, "-o", tmp_path / "out") == 2

    assert "people.csv, line 3, column “stage”: “Wizzard”" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_settings_that_nobody_can_satisfy_are_named(people, tmp_path, capsys):
    pins = tmp_path / "pins.csv"
    pins.write_text("mentee,mentor\namara,osei\nbala,osei\n")

    assert match(people(), "--pins", pins, "-o", tmp_path / "out") == 2

    assert "Pins for Dr Osei: 2; free places: 1." in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_a_pin_and_a_forbidden_pair_are_kept(people, tmp_path):
    pins, forbids = tmp_path / "pins.csv", tmp_path / "forbids.csv"
    pins.write_text("mentee,mentor\nBala Yusuf,eze\n".replace("Bala", "Ɓala"), encoding="utf-8")
    forbids.write_text("mentee,mentor,reason\namara,osei,supervises her\n")

    match(people(), "--pins", pins, "--forbids", forbids, "-o", tmp_path / "out")

    assert couples(tmp_path / "out") == {("bala", "eze")}
    (left,) = rows(tmp_path / "out" / "unmatched.csv")
    assert left["mentee"] == "amara"
    assert "evaluates the other" in left["reasons"] or "full" in left["reasons"]


def test_the_next_round_begins_where_this_one_ended(people, tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    match(people(), "--places", "1", "-o", first)
    (kept,) = couples(first)
    (waiting,) = rows(first / "unmatched.csv")
    assert waiting["waited"] == "1"

    match(
        people(), "--existing", first / "matches.csv", "--waiting", first / "unmatched.csv",
        "-o", second,
    )  # fmt: skip

    assert kept in couples(second)
    assert {row["kept"] for row in rows(second / "matches.csv")} == {"yes", "no"}


def test_whoever_waited_longer_goes_first(people, tmp_path):
    for longest in ("amara", "bala"):
        waiting = tmp_path / f"{longest}.csv"
        waiting.write_text(f"mentee,waited\n{longest},3\n")
        out = tmp_path / longest

        match(people(), "--places", "1", "--waiting", waiting, "-o", out)

        assert {mentee for mentee, _ in couples(out)} == {longest}


def test_a_weight_of_ten_is_a_must(people, tmp_path):
    match(people(), "--weight", "needs=10", "-o", tmp_path / "out")

    assert {mentor for _, mentor in couples(tmp_path / "out")} == {"osei"}


def test_weights_may_come_from_a_file(people, tmp_path):
    weights = tmp_path / "weights.toml"
    weights.write_text("needs = 10\nlanguage = 0\n")

    match(people(), "--weights", weights, "-o", tmp_path / "out")

    assert len(couples(tmp_path / "out")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [("wealth = 3", "“wealth” is no criterion"), ("needs = 11", "from 0 to 10 is expected")],
)
def test_weights_that_make_no_sense_are_refused(people, tmp_path, capsys, text, expected):
    weights = tmp_path / "weights.toml"
    weights.write_text(text)

    assert match(people(), "--weights", weights, "-o", tmp_path / "out") == 2

    assert expected in capsys.readouterr().err


def test_people_of_one_institution_are_matched_only_if_allowed(people, tmp_path):
    file = people("institution", amara="Lagos", bala="Lagos", osei="Lagos", eze="Lagos")

    match(file, "-o", tmp_path / "apart")
    match(file, "--same-institution", "allow", "-o", tmp_path / "together")

    assert couples(tmp_path / "apart") == set()
    assert len(couples(tmp_path / "together")) == 2


def test_circles_are_formed(tmp_path, capsys):
    code = match(PEOPLE, "--circles", "3-4", "--min-overlap", "0", "-o", tmp_path / "out")

    assert code == 0
    assert "circle" in capsys.readouterr().out
    assert any(row["circle"] for row in rows(tmp_path / "out" / "matches.csv"))


def test_a_pin_puts_somebody_into_a_circle(tmp_path):
    options = ("--circles", "3-4", "--min-overlap", "0")
    match(PEOPLE, *options, "-o", tmp_path / "free")
    free = couples(tmp_path / "free")
    mentor_of = dict(free)
    mentee, others = min(mentor_of), sorted(set(mentor_of.values()) - {mentor_of[min(mentor_of)]})
    pins = tmp_path / "pins.csv"
    pins.write_text(f"mentee,mentor\n{mentee},{others[0]}\n", encoding="utf-8")

    code = match(PEOPLE, *options, "--pins", pins, "-o", tmp_path / "pinned")

    assert code == 0
    written = {row["mentee"]: row for row in rows(tmp_path / "pinned" / "matches.csv")}
    assert written[mentee]["mentor"] == others[0]
    assert (written[mentee]["pinned"], written[mentee]["circle"] != "") == ("yes", True)


def test_formulas_in_names_stay_text(people, tmp_path):
    file = people()
    file.write_text(file.read_text().replace("Amara Nwosu", "=HYPERLINK(1)"))

    match(file, "-o", tmp_path / "out")

    names = {row["mentee_name"] for row in rows(tmp_path / "out" / "matches.csv")}
    assert "'=HYPERLINK(1)" in names


def test_hostile_names_cannot_leave_the_text_of_the_report(people, tmp_path):
    file = people()
    hostile = "</style><script>alert(1)</script>"
    file.write_text(file.read_text().replace("Amara Nwosu", hostile))

    match(file, "-o", tmp_path / "out")

    report = (tmp_path / "out" / "report.html").read_text()
    assert "<script" not in report
    assert "&lt;script&gt;alert(1)" in report


def test_a_folder_with_other_things_is_left_alone_unless_forced(people, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir()
    (out / "thesis.docx").write_text("precious")

    assert match(people(), "-o", out) == 2
    assert "thesis.docx" in capsys.readouterr().err
    assert [path.name for path in out.iterdir()] == ["thesis.docx"]

    assert match(people(), "-o", out, "--force") == 0
    assert {path.name for path in out.iterdir()} == {"thesis.docx", *FILES}


def test_results_of_before_are_replaced_whole(people, tmp_path):
    out = tmp_path / "out"
    match(people(), "-o", out)
    (out / "matches.csv").write_text("old")

    assert match(people(), "-o", out) == 0

    assert len(rows(out / "matches.csv")) == 2
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_whoever_stops_it_finds_nothing_half_written(tmp_path, capsys):
    people = tmp_path / "people.csv"
    rows = "".join(f"m{n},mentor,Consultant\np{n},mentee,MS3\n" for n in range(200_000))
    people.write_text("id,side,stage\n" + rows)
    before = signal.signal(signal.SIGVTALRM, signal.default_int_handler)
    signal.setitimer(signal.ITIMER_VIRTUAL, 0.5)
    try:
        status = main(["match", str(people), "-o", str(tmp_path / "out")])
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)

    assert status == 130
    assert capsys.readouterr().err == "Stopped.\n"
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


def test_the_summary_can_be_read_by_programs(people, tmp_path, capsys):
    match(people(), "-o", tmp_path / "out", "--json")

    summary = json.loads(capsys.readouterr().out)
    assert (summary["mentees"], summary["matches"], summary["is_proven_best"]) == (2, 2, True)


def test_headers_are_shown_as_they_are_understood(capsys):
    assert match("--headers", EXAMPLES / "mentees-google-form.csv") == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["COLUMN", "READ", "AS", "IN", "THE", "FIRST", "ROW"]
    stage = next(line for line in lines if line.startswith("What is your current stage"))
    gender = next(line for line in lines if line.startswith("Gender"))
    assert "  stage " in stage
    assert "not used (see --group)" in gender


def test_a_wrong_option_is_refused_in_few_lines(capsys):
    with pytest.raises(SystemExit):
        match(PEOPLE, "--circles", "many", "-o", "out")

    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "usage: corridor match FILE -o FOLDER [options]"
    assert lines[-1].endswith("--circles: sizes are expected, as in 3-6")
    assert len(lines) == 5


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([PEOPLE], "Say where the results go"),
        (["-o", "out"], "Give one file with everybody"),
        ([PEOPLE, "--mentors", PEOPLE, "-o", "out"], "Give one file with everybody"),
        ([Path("nowhere.csv"), "-o", "out"], "There is no such file."),
        ([PEOPLE, "-o", "out", "--time-zone", "IST"], "several time zones"),
        ([PEOPLE, "-o", "out", "--start", "2026-05-01", "--end", "2026-04-01"], "before --start"),
        (["--pairs", PEOPLE, "-o", "out"], "--pairs needs --capacities"),
    ],
)
def test_words_that_do_not_go_together_are_refused(capsys, words, expected):
    assert match(*words) == 2

    assert expected in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [["--weight", "needs=11"], ["--circles", "many"], ["--places", "-1"], ["--start", "May"]],
)
def test_options_out_of_range_are_refused(words):
    with pytest.raises(SystemExit) as refused:
        match(PEOPLE, "-o", "out", *words)

    assert refused.value.code == 2


def test_the_command_alone_prints_its_help(capsys):
    assert main([]) == 0

    assert "verify-match" in capsys.readouterr().out


def test_no_bar_is_drawn_where_nobody_watches(people, tmp_path, capsys):
    match(people(), "-o", tmp_path / "out")

    assert "█" not in capsys.readouterr().err
