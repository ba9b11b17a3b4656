from corridor.context_notes.models.desk import NoteAppeal, NoteFlag
from corridor.context_notes.models.notes import ContextNote, NoteRating
from corridor.context_notes.models.standings import NoteStanding, Ranking

__all__ = ["ContextNote", "NoteAppeal", "NoteFlag", "NoteRating", "NoteStanding", "Ranking"]
