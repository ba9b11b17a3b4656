"""What others may want to know of notifications."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Notified:
    """Somebody is told of something: what lies apart as a request is not announced."""

    notification_id: int
    recipient_id: int


@dataclass(frozen=True, kw_only=True)
class RequestsAccepted:
    """What lay apart is among the others now."""

    recipient_id: int
