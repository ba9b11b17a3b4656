"""Readings of incident files, for their owners alone."""

from corridor.incidents.queries.export import export_of
from corridor.incidents.queries.files import OpenedFile, file_of
from corridor.incidents.queries.letters import Letter, letter_of, letters_kept
from corridor.incidents.queries.opened import (
    Listed,
    OpenedIncident,
    OpenedPiece,
    check_ins_of,
    check_ins_waiting,
    opened,
    own_check_in,
    own_incident,
    own_incidents,
    shown_check_in,
    steps_now,
)

__all__ = [
    "Letter",
    "Listed",
    "OpenedFile",
    "OpenedIncident",
    "OpenedPiece",
    "check_ins_of",
    "check_ins_waiting",
    "export_of",
    "file_of",
    "letter_of",
    "letters_kept",
    "opened",
    "own_check_in",
    "own_incident",
    "own_incidents",
    "shown_check_in",
    "steps_now",
]
