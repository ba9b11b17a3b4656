"""The handbook and the command say the same."""

import argparse
import re
from pathlib import Path

from corridor.cli.main import main
from corridor.cli.match.arguments import add_arguments

PAGE = Path("docs/directing/matching-from-files.md").read_text(encoding="utf-8")
UNDERSTOOD = re.compile(r"--[a-z][a-z-]+")


def options() -> set[str]:
    parser = argparse.ArgumentParser()
    add_arguments(parser)
    return {
        word
        for action in parser._actions  # noqa: SLF001 - argparse has no other list of them
        for word in action.option_strings
        if word.startswith("--")
    }


def test_every_option_is_in_the_handbook():
    said_by_help = {"--help", "--out", "--title", "--json"}

    assert options() - said_by_help - set(UNDERSTOOD.findall(PAGE)) == set()


def test_the_handbook_names_no_option_that_is_not_there():
    assert set(UNDERSTOOD.findall(PAGE)) - options() == set()


def test_the_first_example_prints_what_the_handbook_shows(tmp_path, capsys):
    main(["match", "docs/directing/examples/people.csv", "-o", str(tmp_path / "out")])

    shown = PAGE.split("```\n")[3].splitlines()
    printed = capsys.readouterr().out.splitlines()
    assert shown[0] == printed[0]
    assert printed[2].startswith(shown[2].removesuffix("…").rstrip())
    assert shown[3:6] == printed[3:6]
