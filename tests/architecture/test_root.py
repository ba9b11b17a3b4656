"""The root of the repository holds what newcomers look for there, and nothing else."""

import shutil
import subprocess

import pytest

EXPECTED = {
    ".ci",
    ".dockerignore",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Dockerfile",
    "FEDERATION.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "SECURITY.md",
    "benchmarks",
    "changelog.d",
    "compose.yaml",
    "corridor",
    "docs",
    "manage.py",
    "pyproject.toml",
    "requirements",
    "tests",
}


@pytest.mark.skipif(not shutil.which("git"), reason="git says what belongs to the repository")
def test_the_root_holds_nothing_unexpected():
    listing = subprocess.run(
        ["git", "ls-files"],  # noqa: S607 - the git of whoever has the repository
        capture_output=True,
        text=True,
        check=False,
    )
    tracked = {line.split("/")[0] for line in listing.stdout.splitlines()}

    assert tracked - EXPECTED == set()
