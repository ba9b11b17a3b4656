"""The documentation keeps its word: sizes, links, settings, commands."""

import re
from pathlib import Path

import pytest

NOT_OURS = {"DJANGO_SETTINGS_MODULE", "TERM"}
"""Which settings module, and what the terminal can show."""

PAGES = [*Path().glob("*.md"), *Path("docs").rglob("*.md")]
CODE = [path for path in Path("corridor").rglob("*.py") if "migrations" not in path.parts]


def limit(path: Path) -> int:
    if path == Path("README.md"):
        return 80
    if path == Path("docs/glossary.md"):  # looked up, not read through
        return 300
    return 60 if path.parent == Path("docs/decisions") else 200


def test_no_page_is_too_long_to_be_read():
    long = [str(path) for path in PAGES if path.read_text().count("\n") > limit(path)]

    assert long == []


@pytest.mark.parametrize("page", PAGES, ids=str)
def test_links_to_our_own_files_lead_somewhere(page):
    targets = re.findall(r"\]\((?![a-z]+:|#)([^)#\s]+)", page.read_text())

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_setting_is_documented_and_every_documented_setting_is_read():
    read = set()
    for path in CODE:
        read.update(
            re.findall(
                r"""(?:environ(?:\.get\(|\[)|flag\(|number\(|words\(|choice\()\s*["']([A-Z_]+)["']""",
                path.read_text(),
            )
        )
    documented = set(
        re.findall(r"^\| `([A-Z_]+)`", Path("docs/running/settings.md").read_text(), re.MULTILINE)
    )

    assert documented == (read - NOT_OURS) | {"DATABASE_URL"}


def test_contributors_are_told_of_every_make_target():
    targets = set(re.findall(r"^([a-z]+):.*## ", Path("Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"make ([a-z]+)", Path("CONTRIBUTING.md").read_text()))

    assert targets - {"help"} <= named
