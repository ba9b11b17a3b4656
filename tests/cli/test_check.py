"""`corridor check`: lines in, findings out, nothing lost; and what it says about itself."""

import io
import json
import sys

import pytest

from corridor.algorithms.patient_details import Checked, Finding
from corridor.cli.check.figures import agreement
from corridor.cli.check.posts import Post, Span
from corridor.cli.main import main

LABELLED = [
    {
        "id": 1,
        "text": "Pt Jane Vaillant has sepsis.",
        "spans": [{"start": 3, "end": 16, "cls": "NAME"}],
        "state": "stop",
        "locale": "FR",
        "form": "full",
    },
    {"id": 2, "text": "Kussmaul breathing, anyone?", "spans": [], "family": "eponyms"},
    {"id": 3, "text": "My patient from Duluth has sepsis.", "family": "towns", "state": "clear"},
]


@pytest.fixture
def said(tmp_path, capsys):
    """What the command prints for the content of a file: status, output, complaints."""

    def say(content, *options, name="posts.jsonl"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        status = main(["check", *(option.format(path) for option in options)])
        return status, *capsys.readouterr()

    return say


def lines(*documents):
    return "\n".join(json.dumps(one) for one in documents)


def test_each_line_is_answered_in_its_order(said):
    status, output, _ = said(lines(*LABELLED), "{}", "--format", "jsonl")
    answers = [json.loads(line) for line in output.splitlines()]

    assert status == 0
    assert [(one["id"], one["state"]) for one in answers] == [
        (1, "stop"),
        (2, "clear"),
        (3, "look_again"),
    ]
    [finding] = answers[0]["findings"]
    assert (finding["start"], finding["end"], finding["kind"]) == (3, 16, "name")
    assert finding["why"] == "Possible name of a patient."
    assert finding["suggestion"] == "[left out]"


def test_a_bad_line_is_named_and_the_others_are_answered(said):
    content = b'{"id": 1, "text": "MRN 4471902"}\n\nMRN 5581902\n[1]\n{"id": 7}\n\xff\n'
    content += b'{"id": 9, "text": ""}'
    status, output, complaints = said(content, "{}", "--format", "jsonl")
    answers = [json.loads(line) for line in output.splitlines()]

    assert status == 1
    assert [(one.get("id"), one.get("state"), one.get("line")) for one in answers] == [
        (1, "stop", None),
        (None, None, 3),
        (None, None, 4),
        (7, None, 5),
        (None, None, 6),
        (9, "clear", None),
    ]
    assert complaints.splitlines() == [
        "Line 3: is not JSON.",
        "Line 4: is no JSON object.",
        "Line 5: has no text.",
        "Line 6: is not UTF-8.",
    ]


def test_what_was_found_or_could_not_be_read_is_not_said_again(said):
    content = '{"id": 1, "text": "MRN 4471902"}\nMRN 5581902'
    _, output, complaints = said(content, "{}")

    assert "4471902" not in output + complaints
    assert "5581902" not in output + complaints


def test_an_identifier_may_hold_any_character(said):
    content = b'{"id": "\\ud800\xf0\x9f\x99\x8f", "text": "sepsis"}'
    status, output, _ = said(content, "{}")

    assert (status, json.loads(output)["id"]) == (0, "\ud800\U0001f64f")


def test_plain_text_is_one_post(said):
    status, output, _ = said("Pt Jane Vaillant\nhas sepsis.\n", "{}", name="draft.txt")
    answer = json.loads(output)

    assert (status, answer["id"], answer["state"]) == (0, None, "stop")


def test_a_text_that_is_to_be_a_case_is_read_as_one(said):
    _, output, _ = said("Fell on 14 March, from Duluth.", "{}", "--as", "case", name="case.txt")

    assert json.loads(output)["state"] == "look_again"


def test_lines_may_be_piped_in(monkeypatch, capsys):
    piped = io.TextIOWrapper(io.BytesIO(lines(*LABELLED).encode()))
    monkeypatch.setattr(sys, "stdin", piped)

    assert main(["check", "-", "--format", "jsonl"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_a_file_that_is_not_there_is_named(tmp_path, capsys):
    path = tmp_path / "nothing.jsonl"

    assert main(["check", str(path)]) == 2
    assert str(path) in capsys.readouterr().err


def test_the_harness_prints_every_figure(said):
    status, output, _ = said(lines(*LABELLED), "--evaluate", "{}")
    rows = {line.split("  ")[0]: line.split()[-3:] for line in output.splitlines() if line}

    assert status == 0
    assert rows["NAME"] == ["1.000", "1.000", "1.000"]
    assert rows["towns"] == ["1", "1", "0"]
    assert rows["FR"] == ["full", "1", "1.000"]
    assert "280 characters" in rows
    assert "5,000 characters" in rows
    assert "memory added" in output


def test_a_harness_without_texts_says_so(said):
    status, _, complaints = said("[]", "--evaluate", "{}")

    assert status == 1
    assert "There is no text in it." in complaints


def finding(start, end, kind):
    return Finding(start=start, end=end, kind=kind, state="ask", rule="-", why="", suggestion="")


def test_a_span_counts_as_found_when_half_of_it_is_covered():
    """Ten characters each: five are enough, four are not; a finding elsewhere is wrong."""
    spans = tuple(Span(start=at, end=at + 10, cls="NAME") for at in (0, 20))
    post = Post(id=1, text="x" * 60, spans=spans)
    findings = (finding(5, 12, "name"), finding(20, 24, "name"), finding(50, 55, "place"))
    figures = agreement([(post, Checked(state="look_again", findings=findings))])

    assert figures.classes["NAME"].recall == 0.5
    assert figures.classes["NAME"].precision == 1.0
    assert figures.classes["GEO"].precision == 0.0
    assert figures.all.recall == 0.5
    assert round(figures.all.precision, 3) == 0.667
    assert round(figures.all.f2, 3) == 0.526
    assert figures.states["phi"] == {"look_again": 1}
