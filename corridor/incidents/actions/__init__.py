"""What somebody does with her incident file. Each raises by name what it refuses."""

from corridor.incidents.actions.add_piece import (
    CopyTheWords,
    FlagNotThere,
    NothingToKeep,
    RemovedAlready,
    TooManyFiles,
    TooManyPieces,
    add_piece,
    keep_flagged,
    remove_piece,
    show_whole,
)
from corridor.incidents.actions.answer_check_in import (
    Answer,
    NotAskedYet,
    answer_check_in,
    ask_check_ins,
    end_mails,
)
from corridor.incidents.actions.document_for import add_piece_for, keep_held_for
from corridor.incidents.actions.hold import NotYourIncident
from corridor.incidents.actions.keep_letter import (
    LetterIsEmpty,
    begin_letter_anew,
    keep_letter,
    note_letter_sent,
)
from corridor.incidents.actions.open_incident import (
    ClosedAlready,
    NotClosed,
    TooManyIncidents,
    change_incident,
    close_incident,
    delete_incident,
    open_incident,
    reopen_incident,
    set_check_ins,
    take_step,
)
from corridor.incidents.evidence_files import EvidenceTooLarge, GivenFile, NotEvidence
from corridor.incidents.recording import FileIsFull, NewPiece
from corridor.incidents.snapshots import PostNotThere
from corridor.incidents.telling import SayWhatHappened, Told, WordsTooLong

__all__ = [
    "Answer",
    "ClosedAlready",
    "CopyTheWords",
    "EvidenceTooLarge",
    "FileIsFull",
    "FlagNotThere",
    "GivenFile",
    "LetterIsEmpty",
    "NewPiece",
    "NotAskedYet",
    "NotClosed",
    "NotEvidence",
    "NotYourIncident",
    "NothingToKeep",
    "PostNotThere",
    "RemovedAlready",
    "SayWhatHappened",
    "Told",
    "TooManyFiles",
    "TooManyIncidents",
    "TooManyPieces",
    "WordsTooLong",
    "add_piece",
    "add_piece_for",
    "answer_check_in",
    "ask_check_ins",
    "begin_letter_anew",
    "change_incident",
    "close_incident",
    "delete_incident",
    "end_mails",
    "keep_flagged",
    "keep_held_for",
    "keep_letter",
    "note_letter_sent",
    "open_incident",
    "remove_piece",
    "reopen_incident",
    "set_check_ins",
    "show_whole",
    "take_step",
]
