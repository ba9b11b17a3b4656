"""A folder of results is there whole or not at all."""

import errno
from pathlib import Path

import pytest

from corridor.programmes.files.folder import FolderInUse, NotWritten, write_folder


def write(text):
    return lambda stream: stream.write(text)


def fail(_stream):
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def refuse_to_move(monkeypatch):
    """The disk refuses one move, counted from 1, and does the others."""
    move = Path.rename

    def refuse(which: int) -> None:
        moves = iter(range(1, 100))

        def rename(path, target):
            if next(moves) == which:
                raise PermissionError(errno.EACCES, "Permission denied")
            return move(path, target)

        monkeypatch.setattr(Path, "rename", rename)

    return refuse


def test_a_failure_leaves_nothing_behind(tmp_path):
    with pytest.raises(NotWritten, match="No space left on device"):
        write_folder(tmp_path / "out", {"matches.csv": write(b"x"), "report.html": fail})

    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_results_of_before(tmp_path):
    out = tmp_path / "out"
    write_folder(out, {"matches.csv": write(b"first")})

    with pytest.raises(NotWritten, match="No space left on device"):
        write_folder(out, {"matches.csv": write(b"second"), "report.html": fail})

    assert (out / "matches.csv").read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("which", [1, 2])
def test_a_move_that_fails_leaves_the_results_of_before(tmp_path, refuse_to_move, which):
    out = tmp_path / "out"
    write_folder(out, {"matches.csv": write(b"first")})
    refuse_to_move(which)

    with pytest.raises(NotWritten, match="Permission denied"):
        write_folder(out, {"matches.csv": write(b"second")})

    assert (out / "matches.csv").read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("which", [1, 2, 3, 4])
def test_beside_other_things_results_are_replaced_all_or_none(tmp_path, refuse_to_move, which):
    out = tmp_path / "out"
    write_folder(out, {"matches.csv": write(b"first"), "report.html": write(b"first")})
    (out / "letters").mkdir()
    refuse_to_move(which)

    with pytest.raises(NotWritten):
        write_folder(
            out, {"matches.csv": write(b"second"), "report.html": write(b"second")}, force=True
        )

    assert (out / "matches.csv").read_bytes() == b"first"
    assert (out / "report.html").read_bytes() == b"first"
    assert sorted(path.name for path in out.iterdir()) == ["letters", "matches.csv", "report.html"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_forced_results_stand_beside_other_things(tmp_path):
    out = tmp_path / "out"
    write_folder(out, {"matches.csv": write(b"first"), "unmatched.csv": write(b"first")})
    (out / "letter.txt").write_text("precious")

    write_folder(out, {"matches.csv": write(b"second")}, force=True)

    assert sorted(path.name for path in out.iterdir()) == ["letter.txt", "matches.csv"]
    assert (out / "matches.csv").read_bytes() == b"second"


def test_folders_above_are_made(tmp_path):
    write_folder(tmp_path / "spring" / "round" / "out", {"matches.csv": write(b"x")})

    assert (tmp_path / "spring" / "round" / "out" / "matches.csv").read_bytes() == b"x"


def test_a_file_in_the_way_is_left_alone(tmp_path):
    (tmp_path / "out").write_text("precious")

    with pytest.raises(FolderInUse, match="is a file"):
        write_folder(tmp_path / "out", {"matches.csv": write(b"x")}, force=True)

    assert (tmp_path / "out").read_text() == "precious"
