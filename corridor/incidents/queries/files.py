"""Files of a piece of evidence, opened for the owner of the file."""

from dataclasses import dataclass

from corridor.incidents.models import Incident, PieceFile


@dataclass(frozen=True, kw_only=True)
class OpenedFile:
    name: str
    media_type: str
    row: PieceFile


def file_of(incident: Incident, *, piece: int, file: int) -> OpenedFile | None:
    rows = PieceFile.objects.filter(piece__incident=incident, piece__number=piece, number=file)
    row = rows.select_related("piece").first()
    if row is None or row.piece.removed_at is not None:
        return None
    said = row.piece.kept["record"]["files"][file - 1]
    return OpenedFile(name=said["name"], media_type=said["media_type"], row=row)
