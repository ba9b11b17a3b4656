"""What people do when something is wrong. Each raises by name what it refuses."""

from corridor.safety.actions.flag import (
    LONGEST_WORDS,
    CannotFlagYourself,
    NewFlag,
    TooManyFlags,
    WordsTooLong,
    flag_person,
    flag_post,
)

__all__ = [
    "LONGEST_WORDS",
    "CannotFlagYourself",
    "NewFlag",
    "TooManyFlags",
    "WordsTooLong",
    "flag_person",
    "flag_post",
]
