"""Who asked a question: found by a digest, never by a column that a copy would show."""

from corridor.kernel import sealing

PURPOSE = "Question.asker"


def digest_of(profile_id: int) -> bytes:
    return sealing.digest(str(profile_id), purpose=PURPOSE)
