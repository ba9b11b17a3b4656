"""Tables of a programme as one ZIP: a CSV file for each, the same as JSON, and what they mean."""

import io
import json
from datetime import datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from corridor.programmes.files.spreadsheets import write_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.programmes.queries.export import Table

FORMAT = "corridor-programme/1"


def packed(tables: "Sequence[Table]", *, programme: str, made_at: datetime) -> bytes:
    stream = io.BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as files:
        for table in tables:
            with files.open(f"{table.name}.csv", "w") as one:
                content = io.BytesIO()
                rows = [[_text(cell) for cell in row] for row in table.rows]
                write_table(content, tuple(table.columns), rows)
                one.write(content.getvalue())
        head = {"format": FORMAT, "programme": programme, "made_at": made_at.isoformat()}
        said = {
            table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
            for table in tables
        }
        meaning = {table.name: dict(table.columns) for table in tables}
        files.writestr("programme.json", _json(head | said))
        files.writestr("schema.json", _json({"format": FORMAT} | meaning))
    return stream.getvalue()


def _text(cell: object) -> str | int | None:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return cell if cell is None or isinstance(cell, int) else str(cell)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)
