from corridor.incidents.models.incident import CheckIn, Incident, LetterDraft
from corridor.incidents.models.piece import Piece, PieceFile

__all__ = ["CheckIn", "Incident", "LetterDraft", "Piece", "PieceFile"]
