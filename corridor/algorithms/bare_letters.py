"""Letters without case and accents, to compare what people type with what a list says."""

import unicodedata


def bare_letters(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
