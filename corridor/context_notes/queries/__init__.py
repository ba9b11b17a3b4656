"""Readings of context notes. Whoever asks says who is looking."""

from corridor.context_notes.queries.desk import (
    NoteCase,
    appeal_to_judge,
    appeals_waiting,
    is_judge,
    note_to_judge,
    notes_to_judge,
    number_waiting,
)
from corridor.context_notes.queries.ranking import OwnRecord, own_record, record_of, strata_of
from corridor.context_notes.queries.rating import (
    fields_to_rate,
    may_rate,
    may_write_at_all,
    note_to_look_at,
    notes_to_rate,
    own_flags_of_notes,
    own_notes,
    own_rating,
)
from corridor.context_notes.queries.reading import (
    ShownNote,
    has_note_to_read,
    history_of,
    newest_ranking,
    notes_under,
    shown_note,
    shown_notes,
    shown_notes_on,
)

__all__ = [
    "NoteCase",
    "OwnRecord",
    "ShownNote",
    "appeal_to_judge",
    "appeals_waiting",
    "fields_to_rate",
    "has_note_to_read",
    "history_of",
    "is_judge",
    "may_rate",
    "may_write_at_all",
    "newest_ranking",
    "note_to_judge",
    "note_to_look_at",
    "notes_to_judge",
    "notes_to_rate",
    "notes_under",
    "number_waiting",
    "own_flags_of_notes",
    "own_notes",
    "own_rating",
    "own_record",
    "record_of",
    "shown_note",
    "shown_notes",
    "shown_notes_on",
    "strata_of",
]
