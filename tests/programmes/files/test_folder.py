"""A folder of results is there whole or not at all."""

import pytest

from corridor.programmes.files.folder import FolderInUse, write_folder


class OutOfSpace(OSError):
    pass


def write(text):
    return lambda stream: stream.write(text)


def fail(_stream):
    raise OutOfSpace


def test_a_failure_leaves_nothing_behind(tmp_path):
    with pytest.raises(OutOfSpace):
        write_folder(tmp_path / "out", {"matches.csv": write(b"x"), "report.html": fail})

    assert list(tmp_path.iterdir()) == []


def test_a_failure_leaves_the_results_of_before(tmp_path):
    out = tmp_path / "out"
    write_folder(out, {"matches.csv": write(b"first")})

    with pytest.raises(OutOfSpace):
        write_folder(out, {"matches.csv": write(b"second"), "report.html": fail})

    assert (out / "matches.csv").read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_folders_above_are_made(tmp_path):
    write_folder(tmp_path / "spring" / "round" / "out", {"matches.csv": write(b"x")})

    assert (tmp_path / "spring" / "round" / "out" / "matches.csv").read_bytes() == b"x"


def test_a_file_in_the_way_is_left_alone(tmp_path):
    (tmp_path / "out").write_text("precious")

    with pytest.raises(FolderInUse, match="is a file"):
        write_folder(tmp_path / "out", {"matches.csv": write(b"x")}, force=True)

    assert (tmp_path / "out").read_text() == "precious"
