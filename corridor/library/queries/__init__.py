"""Readings of tutorials and kept answers. Whoever asks says who is looking."""

from corridor.library.queries.answers import (
    OwnKept,
    kept_answer,
    kept_answers,
    kept_from_source,
    own_kept,
    read_own,
)
from corridor.library.queries.composing import (
    Outline,
    Problem,
    outline,
    own_tutorials,
    own_version,
    pictures_of,
    problems,
    said_in,
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
from corridor.library.queries.references import (
    ListedReference,
    references_in,
    references_of,
    unknown_dois,
)
from corridor.library.queries.retractions import (
    QuestionedWork,
    names_questioned_work,
    notices_on,
    questioned_in,
    questioned_under,
    words_of,
)

__all__ = [
    "ListedReference",
    "Outline",
    "OwnKept",
    "Problem",
    "QuestionedWork",
    "ReadPart",
    "ReadTutorial",
    "answers_open",
    "kept_answer",
    "kept_answers",
    "kept_from_source",
    "names_questioned_work",
    "notices_on",
    "outline",
    "own_kept",
    "own_tutorials",
    "own_version",
    "pictures_of",
    "problems",
    "questioned_in",
    "questioned_under",
    "read_own",
    "references_in",
    "references_of",
    "said_in",
    "tutorial",
    "tutorials",
    "tutorials_by",
    "unknown_dois",
    "version_read",
    "versions_of",
    "words_of",
]
