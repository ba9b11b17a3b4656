"""The log of the desk: a chain in which each entry has the digest of the one before.

Whoever changes, adds or removes an entry behind our back breaks the chain from there on; whoever
cuts off its end is told by the head, and by anybody who wrote its last digest down elsewhere.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import UTC, datetime

from django.db import transaction

from corridor.safety.choices import Deed
from corridor.safety.models import LogEntry, LogHead

ONLY = 1
"""There is one head."""
WHOEVER_RUNS_THE_SERVER = 0


@transaction.atomic
def note(deed: Deed, *, by: int, at: datetime, case_number: int = 0, details: str = "") -> LogEntry:
    """In the transaction of what it tells of. `details`: codes and numbers only."""
    LogHead.objects.get_or_create(pk=ONLY)
    head = LogHead.objects.select_for_update().get(pk=ONLY)
    entry = LogEntry(
        number=head.number + 1,
        at=at,
        by_number=by,
        deed=deed,
        case_number=case_number,
        details=details,
        previous=head.digest,
    )
    entry.digest = digest_of(entry)
    entry.save(force_insert=True)
    head.number, head.digest = entry.number, entry.digest
    head.save(update_fields=["number", "digest"])
    return entry


def digest_of(entry: LogEntry) -> str:
    said = [
        entry.number,
        entry.at.astimezone(UTC).isoformat(timespec="microseconds"),
        entry.by_number,
        str(entry.deed),
        entry.case_number,
        entry.details,
        entry.previous,
    ]
    return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()


@dataclass(frozen=True, kw_only=True)
class Verdict:
    entries: int
    last_digest: str
    broken_at: int | None
    """Number of the first entry that is not as it was written, or missing."""


def verify() -> Verdict:
    """Reads the whole chain."""
    head = LogHead.objects.filter(pk=ONLY).first() or LogHead()
    number, previous = 0, ""
    for entry in LogEntry.objects.order_by("number").iterator(chunk_size=1000):
        is_next = entry.number == number + 1 and entry.previous == previous
        if not is_next or digest_of(entry) != entry.digest:
            return Verdict(entries=number, last_digest=previous, broken_at=number + 1)
        number, previous = entry.number, entry.digest
    is_whole = (head.number, head.digest) == (number, previous)
    return Verdict(entries=number, last_digest=previous, broken_at=None if is_whole else number + 1)
