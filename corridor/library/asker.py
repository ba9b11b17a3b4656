"""Who asked what is kept: found by a digest, never by a column that a copy would show."""

from corridor.kernel import sealing

PURPOSE = "KeptAnswer.asker"


def digest_of(profile_id: int) -> bytes:
    return sealing.digest(str(profile_id), purpose=PURPOSE)
