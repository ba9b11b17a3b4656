"""Who has words that begin with what somebody typed, as the database finds them.

`algorithms.directory.words.is_found` is the definition; a test holds each database to it.
"""

from django.db import connection
from django.db.models.expressions import RawSQL

from corridor.algorithms.directory.words import words_asked


def found_by(typed: str) -> frozenset[int] | None:
    """Ids of profiles; None where nothing was asked that could be looked for."""
    asked = question(typed)
    if asked is None:
        return None
    with connection.cursor() as cursor:
        cursor.execute(_ASKING[connection.vendor][0], [asked])
        return frozenset(row[0] for row in cursor.fetchall())


def question(typed: str) -> str | None:
    """In the language of the database; None where nothing was asked that could be looked for."""
    one, between = _ASKING[connection.vendor][1]
    return between.join(one.format(word=word) for word in words_asked(typed)) or None


def with_words(asked: str) -> RawSQL:
    """Ids of profiles, for a `question`."""
    return RawSQL(_ASKING[connection.vendor][0], [asked])  # noqa: S611 - a constant, asked besides


_ASKING = {
    "sqlite": (
        "SELECT rowid FROM people_directorywords WHERE people_directorywords MATCH %s",
        ('"{word}"*', " "),
    ),
    "postgresql": (
        "SELECT profile_id FROM people_directoryentry WHERE lexemes @@ %s::tsquery",
        ("'{word}':*", " & "),
    ),
}
"""Words are small ASCII letters and digits by then, so neither engine has anything to interpret."""
