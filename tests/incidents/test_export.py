"""A copy of an incident file, and how anybody checks it."""

import hashlib
import json
import zipfile
from datetime import timedelta

import html5lib
import pytest

from corridor.cli.main import main
from corridor.incidents import actions, queries
from corridor.incidents.choices import Kind, Recipient

PHI = "Her patient Mr Harold Simmons, MRN 4471902, is why she should go."


@pytest.fixture
def filled(opens, keeps, screenshot, amara, now):
    incident = opens(title="<b>Spring</b>", what_happened=f"They say: {PHI}")
    keeps(incident, Kind.MAIL, PHI, who="<script>alert(1)</script>")
    keeps(incident, Kind.FILE, files=[screenshot])
    keeps(incident, words="to be taken out")
    actions.remove_piece(3, incident=incident, by=amara, now=now)
    keeps(incident, words="to be left out")
    actions.keep_letter(
        "Dear Professor", recipient=Recipient.DIRECTOR, incident=incident, by=amara, now=now
    )
    return incident


@pytest.fixture
def exported(filled, tmp_path, now):
    """`exported(in_full=True)`: the path of the ZIP."""

    def export(*, without=frozenset({4}), in_full=False):
        path = tmp_path / "copy.zip"
        content = queries.export_of(filled, without=without, in_full=in_full, now=now)
        path.write_bytes(content)
        return path

    return export


def opened(path):
    archive = zipfile.ZipFile(path)
    return {name: archive.read(name) for name in archive.namelist()}


def rewritten(path, **changed):
    """With other contents, or without an entry where it is None."""
    entries = opened(path) | changed
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in entries.items():
            if content is not None:
                archive.writestr(name, content)


def with_new_sums(path):
    """As somebody would who changes a file and its digest in the list."""
    entries = {name: content for name, content in opened(path).items() if name != "SHA256SUMS"}
    lines = [f"{hashlib.sha256(held).hexdigest()}  {name}\n" for name, held in entries.items()]
    rewritten(path, SHA256SUMS="".join(lines).encode())


def test_a_copy_has_a_page_data_files_letters_and_digests(exported, screenshot):
    entries = opened(exported())

    assert sorted(entries) == [
        "SHA256SUMS",
        "files/002-1-Screen shot.jpg",
        "incident.json",
        "index.html",
        "letters/director.txt",
        "shown/002-1.webp",
    ]
    assert entries["files/002-1-Screen shot.jpg"] == screenshot.content
    said = json.loads(entries["incident.json"])
    assert [one["state"] for one in said["chain"]] == ["shown", "shown", "removed", "left out"]
    assert "to be left out" not in entries["incident.json"].decode()


def test_a_copy_names_no_patient_unless_she_says_so(exported):
    masked = b"".join(opened(exported()).values())
    assert b"4471902" not in masked
    assert b"Simmons" not in masked

    whole = opened(exported(in_full=True))
    assert b"4471902" in whole["incident.json"]


def test_the_page_to_print_is_only_words(exported):
    page = opened(exported())["index.html"].decode()

    html5lib.HTMLParser(strict=True).parse(page)
    assert "<script" not in page
    assert "&lt;b&gt;Spring" in page
    assert 'src="shown/002-1.webp"' in page


def test_the_page_does_not_tell_how_she_is(exported, filled, amara, now):
    actions.ask_check_ins(now=now + timedelta(days=2))
    answer = actions.Answer(feeling="worse", words="I do not sleep")
    first = filled.check_in_rows.exclude(asked_at=None).get()
    actions.answer_check_in(answer, check_in=first, by=amara, now=now)

    assert b"sleep" not in b"".join(opened(exported()).values())


@pytest.mark.parametrize("in_full", [False, True])
def test_an_untouched_copy_is_verified(exported, capsys, in_full):
    status = main(["verify-incident", str(exported(in_full=in_full))])

    assert status == 0
    assert "4 pieces of evidence, all as they were kept." in capsys.readouterr().out


def test_digests_are_those_of_sha256sum(exported):
    entries = opened(exported())
    lines = dict(
        reversed(line.split("  ", 1)) for line in entries["SHA256SUMS"].decode().splitlines()
    )

    assert lines == {
        name: hashlib.sha256(content).hexdigest()
        for name, content in entries.items()
        if name != "SHA256SUMS"
    }


def _other_words(path):
    said = json.loads(opened(path)["incident.json"])
    said["chain"][0]["record"]["words"] = "I praise her"
    rewritten(path, **{"incident.json": json.dumps(said).encode()})
    with_new_sums(path)


def _other_masked_words(path):
    said = json.loads(opened(path)["incident.json"])
    said["whole"]["1"]["record"]["words"] = "Another patient"
    rewritten(path, **{"incident.json": json.dumps(said).encode()})
    with_new_sums(path)


def _one_piece_less(path):
    said = json.loads(opened(path)["incident.json"])
    del said["chain"][1]
    rewritten(path, **{"incident.json": json.dumps(said).encode()})
    with_new_sums(path)


def _other_file(path):
    rewritten(path, **{"files/002-1-Screen shot.jpg": b"another"})
    with_new_sums(path)


def _other_page(path):
    rewritten(path, **{"index.html": b"another"})


def _no_picture(path):
    rewritten(path, **{"shown/002-1.webp": None})


def _one_file_more(path):
    rewritten(path, **{"more.txt": b"more"})


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (_other_words, "number 1: the chain is broken"),
        (_other_masked_words, "number 1: the masked words are others"),
        (_one_piece_less, "number 2: the chain is broken"),
        (_other_file, "number 2: a file is another one"),
        (_other_page, "index.html: was changed"),
        (_no_picture, "shown/002-1.webp: missing"),
        (_one_file_more, "more.txt: missing, or not in the list"),
    ],
)
def test_whatever_is_changed_is_found(exported, capsys, change, says):
    path = exported(in_full=True)
    change(path)

    status = main(["verify-incident", str(path)])

    assert status == 1
    assert says in capsys.readouterr().err


@pytest.mark.parametrize(
    "content",
    [b"", b"PK", b"no zip", "empty", "json"],
    ids=["nothing", "pk", "text", "zip", "json"],
)
def test_what_is_no_copy_is_said(tmp_path, capsys, content):
    path = tmp_path / "copy.zip"
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        with zipfile.ZipFile(path, "w") as archive:
            if content == "json":
                archive.writestr("incident.json", "[]")
                digest = hashlib.sha256(b"[]").hexdigest()
                archive.writestr("SHA256SUMS", f"{digest}  incident.json\n")

    assert main(["verify-incident", str(path)]) == 1
    assert "no copy of an incident file" in capsys.readouterr().err


def test_a_copy_that_would_burst_is_refused(exported, capsys, monkeypatch):
    monkeypatch.setattr("corridor.cli.verify_incident.MOST_BYTES", 100)

    assert main(["verify-incident", str(exported())]) == 1
    assert "larger than a copy can be" in capsys.readouterr().err
