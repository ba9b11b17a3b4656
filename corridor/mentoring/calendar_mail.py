"""The answer of a calendar program, found in a mail that anybody may have written."""

from email import message_from_bytes
from email.message import Message

from corridor.algorithms.calendar_files.reading import LARGEST, Answered, NotAnAnswer, read_answer

LARGEST_MAIL = 256 * 1024
MOST_PARTS = 30
CALENDAR = frozenset({"text/calendar", "application/ics"})


def answer_in(content: bytes) -> Answered:
    """Of its first calendar part; sender, addresses and words are not read. Raises NotAnAnswer."""
    if len(content) > LARGEST_MAIL:
        raise NotAnAnswer("The mail is too large.")
    try:
        part = _calendar_part(message_from_bytes(content))
        found = None if part is None else part.get_payload(decode=True)
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError) as broken:
        # What the library raises on broken mails is of all these kinds.
        raise NotAnAnswer("The mail cannot be read.") from broken
    if not isinstance(found, bytes) or len(found) > LARGEST:
        raise NotAnAnswer("There is no calendar part in the mail.")
    return read_answer(found)


def _calendar_part(mail: Message) -> Message | None:
    for number, part in enumerate(mail.walk()):
        if number >= MOST_PARTS:
            raise NotAnAnswer("The mail has too many parts.")
        if part.get_content_type() in CALENDAR:
            return part
    return None
