"""What others may want to know of messages: that there is one, never what it says."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class MessageSent:
    """Somebody said something to these people; whoever muted the conversation is not among them."""

    writer_id: int
    recipient_ids: tuple[int, ...]
    asked_ids: tuple[int, ...]
    """Those whom she asks to write to: it is her first message to them."""
    listener_ids: tuple[int, ...]
    """All who may have the conversation open now."""
    at: datetime


@dataclass(frozen=True, kw_only=True)
class PictureGiven:
    """Somebody gave a picture for a message that she writes."""

    file_id: int
    owner_id: int


@dataclass(frozen=True, kw_only=True)
class ConversationChanged:
    """Something in it is not as it was: edited, taken back, or read."""

    listener_ids: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class ConversationRead:
    """Somebody has seen all that these people said to her."""

    reader_id: int
    writer_ids: tuple[int, ...]
