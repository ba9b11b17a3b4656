"""A letter to adapt: as she kept it, or as the file says it now."""

from dataclasses import dataclass
from datetime import date, datetime

from corridor.incidents.choices import Recipient
from corridor.incidents.letter_words import letter_text
from corridor.incidents.models import Incident
from corridor.incidents.queries.opened import OpenedIncident


@dataclass(frozen=True, kw_only=True)
class Letter:
    recipient: Recipient
    words: str
    kept_at: datetime | None
    """None where she has not adapted it."""


def letter_of(recipient: Recipient, opened: OpenedIncident, *, today: date) -> Letter:
    draft = opened.incident.drafts.filter(recipient=recipient).first()
    if draft is not None:
        return Letter(recipient=recipient, words=draft.words, kept_at=draft.at)
    words = letter_text(
        recipient,
        opened.told,
        owner=opened.incident.owner,
        pieces=opened.timeline,
        today=today,
    )
    return Letter(recipient=recipient, words=words, kept_at=None)


def letters_kept(incident: Incident) -> list[Letter]:
    return [
        Letter(recipient=Recipient(one.recipient), words=one.words, kept_at=one.at)
        for one in incident.drafts.order_by("recipient")
    ]
