"""What a director writes into the record."""

from corridor.programmes.models import LONGEST_TEXT


class TooLongForRecord(Exception):
    """The record holds a remark, not a document."""


def words_for_record(text: str) -> str:
    """Without outer space and NUL, each line end one letter as forms count it.

    Raises TooLongForRecord.
    """
    words = text.replace("\r\n", "\n").replace("\0", "").strip()
    if len(words) > LONGEST_TEXT:
        raise TooLongForRecord
    return words
