"""Readings of tutorials. Whoever asks says who is looking."""

from corridor.library.queries.composing import (
    Outline,
    Problem,
    outline,
    own_tutorials,
    own_version,
    pictures_of,
    problems,
)
from corridor.library.queries.reading import (
    ReadPart,
    ReadTutorial,
    answers_open,
    tutorial,
    tutorials,
    tutorials_by,
    version_read,
    versions_of,
)
from corridor.library.queries.references import ListedReference, references_in, unknown_dois

__all__ = [
    "ListedReference",
    "Outline",
    "Problem",
    "ReadPart",
    "ReadTutorial",
    "answers_open",
    "outline",
    "own_tutorials",
    "own_version",
    "pictures_of",
    "problems",
    "references_in",
    "tutorial",
    "tutorials",
    "tutorials_by",
    "unknown_dois",
    "version_read",
    "versions_of",
]
