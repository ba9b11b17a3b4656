"""Tables of a programme as one ZIP: a CSV file for each, the same as JSON, and what they mean."""

import io
import json
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from corridor.programmes.files.spreadsheets import write_table

if TYPE_CHECKING:
    from corridor.programmes.queries.export import Export
    from corridor.programmes.queries.tables import Table

FORMAT = "corridor-programme/1"
CERTIFICATES = "certificates"
NEVER = (
    "messages, notes and logs of meetings, answers to reviews, what applicants wrote, what people"
    " lived through, and reasons that somebody gave in confidence"
)


def packed(exported: "Export", *, programme: str, made_at: datetime) -> bytes:
    stream, tables = io.BytesIO(), exported.tables
    with ZipFile(stream, "w", ZIP_DEFLATED) as files:
        files.writestr("README.txt", _readme(exported, programme=programme, made_at=made_at))
        for table in tables:
            files.writestr(f"{table.name}.csv", _csv(table))
        for name, proof in exported.certificates.items():
            files.writestr(f"{CERTIFICATES}/{name}.json", _json(proof))
        head = {"format": FORMAT, "programme": programme, "made_at": made_at.isoformat()}
        said = {
            table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows]
            for table in tables
        }
        meaning = {table.name: dict(table.columns) for table in tables}
        files.writestr("programme.json", _json(head | said))
        files.writestr("schema.json", _json({"format": FORMAT} | meaning))
    return stream.getvalue()


def _csv(table: "Table") -> bytes:
    content = io.BytesIO()
    rows = [[_text(cell) for cell in row] for row in table.rows]
    write_table(content, tuple(table.columns), rows)
    return content.getvalue()


def _readme(exported: "Export", *, programme: str, made_at: datetime) -> str:
    return "\n".join(_lines(exported, programme, made_at)) + "\n"


def _lines(exported: "Export", programme: str, made_at: datetime) -> Iterator[str]:
    yield f"{programme}, as it was on {made_at:%d %B %Y at %H:%M} UTC"
    yield ""
    yield f"Never in it: {NEVER}. People who keep away from whoever made this file are left out."
    yield "CSV files open in spreadsheets. A cell that begins like a formula has ' before it."
    yield "programme.json has the same tables for programs, schema.json what their columns mean."
    yield f"{CERTIFICATES}/ has the proof of each run, checked without trust in whoever ran it;"
    yield "a run in circles has none, nor a round with somebody who keeps away."
    for table in exported.tables:
        yield ""
        yield f"{table.name}.csv ({len(table.rows)} rows)"
        for column, meaning in table.columns.items():
            yield f"  {column}: {meaning}"


def _text(cell: object) -> str | int | None:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return cell if cell is None or isinstance(cell, int) else str(cell)


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, indent=1)
