"""Names explain themselves and no file grows until nobody reads it."""

from pathlib import Path

import pytest

SOURCE = [path for path in Path("corridor").rglob("*.py") if "migrations" not in path.parts]
TESTS = list(Path("tests").rglob("*.py"))
TEMPLATES = list(Path("corridor").rglob("*.html"))
SCRIPTS_AND_STYLES = [
    path
    for path in Path("corridor").rglob("static/**/*")
    if path.suffix in {".css", ".js"} and "built" not in path.parts
]
VAGUE = {
    "base",
    "common",
    "core",
    "data",
    "handlers",
    "helpers",
    "info",
    "manager",
    "misc",
    "service",
    "shared",
    "util",
    "utils",
}


def lines(path):
    return path.read_text().count("\n")


def test_no_module_has_a_vague_name():
    assert [str(path) for path in SOURCE if {path.stem, path.parent.name} & VAGUE] == []


@pytest.mark.parametrize(
    ("files", "limit"),
    [
        pytest.param(SOURCE + TESTS, 400, id="modules"),
        pytest.param(TEMPLATES, 200, id="templates"),
        pytest.param(SCRIPTS_AND_STYLES, 400, id="scripts and styles"),
    ],
)
def test_no_file_is_longer_than_its_kind_may_be(files, limit):
    assert [str(path) for path in files if lines(path) > limit] == []


def test_the_kernel_stays_small():
    assert len(list(Path("corridor/kernel").glob("[!_]*.py"))) <= 10
