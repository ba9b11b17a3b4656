"""Who has words that begin with what somebody typed, as the database finds them.

`algorithms.directory.words.is_found` is the definition; a test holds each database to it.
"""

from django.db import connection

from corridor.algorithms.directory.words import words_asked


def found_by(typed: str) -> frozenset[int] | None:
    """Ids of profiles; None where nothing was asked that could be looked for."""
    words = words_asked(typed)
    if not words:
        return None
    statement, question = _ASKING[connection.vendor]
    asked = question[1].join(question[0].format(word=word) for word in words)
    with connection.cursor() as cursor:
        cursor.execute(statement, [asked])
        return frozenset(row[0] for row in cursor.fetchall())


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
