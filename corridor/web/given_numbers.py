"""Numbers in what forms and addresses say; whatever else stands there is none."""

from collections.abc import Iterable

LARGEST = 2**63 - 1
"""That a row of ours may have."""


def number_in(said: str) -> int | None:
    is_number = said.isascii() and said.isdigit() and len(said) <= len(str(LARGEST))
    return int(said) if is_number and int(said) <= LARGEST else None


def numbers_in(said: Iterable[str]) -> list[int]:
    """Of several, those that are numbers."""
    return [number for one in said if (number := number_in(one)) is not None]
