"""An incident file to take along: a page to print, data, the files, and digests to check it all.

`docs/using/incidents.md` says what is in it; `corridor verify-incident` checks it, and so does
`sha256sum -c SHA256SUMS` for the files alone.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.template.loader import render_to_string

from corridor.incidents.choices import Recipient
from corridor.incidents.models import Incident
from corridor.incidents.queries.letters import letters_kept
from corridor.incidents.queries.opened import OpenedIncident, OpenedPiece, opened

FORMAT = "corridor-incident/1"
SUMS = "SHA256SUMS"


def export_of(
    incident: Incident, *, without: AbstractSet[int], in_full: bool, now: datetime
) -> bytes:
    """`without`: numbers of pieces to leave out; `in_full`: with the words that are masked."""
    whole = opened(incident)
    shown = [one for one in whole.shown if one.number not in without]
    entries: dict[str, bytes] = {}
    for one in shown:
        entries |= _files(one)
    for letter in letters_kept(incident):
        entries[f"letters/{letter.recipient}.txt"] = str(letter.words).encode()
    said = _as_data(whole, shown, in_full=in_full, now=now)
    entries["incident.json"] = json.dumps(said, ensure_ascii=False, indent=2).encode()
    entries["index.html"] = _page(whole, shown, in_full=in_full, now=now).encode()
    entries[SUMS] = _sums(entries)
    return _zipped(entries)


def _files(piece: OpenedPiece) -> dict[str, bytes]:
    entries = {}
    for row in piece.piece.files.order_by("number"):
        entries[_original(piece, row.number)] = row.original
        if row.sealed_picture:
            entries[_shown(piece, row.number)] = row.picture
    return entries


def _original(piece: OpenedPiece, file: int) -> str:
    return f"files/{piece.number:03}-{file}-{piece.files[file - 1]['name']}"


def _shown(piece: OpenedPiece, file: int) -> str:
    return f"shown/{piece.number:03}-{file}.webp"


def _as_data(
    whole: OpenedIncident, shown: Sequence[OpenedPiece], *, in_full: bool, now: datetime
) -> dict[str, Any]:
    incident, told = whole.incident, whole.own_words if in_full else whole.told
    numbers = {one.number for one in shown}
    return {
        "format": FORMAT,
        "server": settings.PUBLIC_URL,
        "made_at": _iso(now),
        "owner": {"handle": incident.owner.handle, "name": incident.owner.display_name},
        "opened_at": _iso(incident.opened_at),
        "closed_at": _iso(incident.closed_at) if incident.closed_at else None,
        "told": {key: said for key, said in told.as_document().items() if key != "steps"},
        "chain": [_link(one, is_shown=one.number in numbers) for one in whole.pieces],
        "whole": {str(one.number): _whole(one) for one in shown if one.has_whole and in_full},
    }


def _link(one: OpenedPiece, *, is_shown: bool) -> dict[str, Any]:
    state = "removed" if one.is_removed else "shown" if is_shown else "left out"
    return {
        "number": one.number,
        "previous": one.piece.previous,
        "digest": one.piece.digest,
        "state": state,
        "record": one.piece.kept["record"] if is_shown else None,
        "files": [
            {"original": _original(one, number), "sha256": file["sha256"]}
            for number, file in enumerate(one.files, start=1)
            if is_shown
        ],
    }


def _whole(one: OpenedPiece) -> Mapping[str, Any]:
    kept = one.piece.kept
    return {"record": kept["whole"], "salt": kept["salt"]}


def _page(
    whole: OpenedIncident, shown: Sequence[OpenedPiece], *, in_full: bool, now: datetime
) -> str:
    by_time = sorted(shown, key=lambda one: one.sorts_by)
    context = {
        "whole": whole,
        "told": whole.own_words if in_full else whole.told,
        "owner": whole.incident.owner,
        "pieces": [(one, _pictures(one)) for one in by_time],
        "who_knows": [one for one in by_time if one.is_about_telling],
        "letters": [(Recipient(one.recipient), one.words) for one in letters_kept(whole.incident)],
        "left_out": len(whole.shown) - len(shown),
        "in_full": in_full,
        "now": now,
        "server": settings.PUBLIC_URL,
    }
    return render_to_string("incidents/printed/page.html", context)


def _pictures(piece: OpenedPiece) -> list[tuple[Mapping[str, Any], str, str]]:
    """What is said of each file, where the original is, and where the picture; or nothing."""
    with_picture = set(
        piece.piece.files.exclude(sealed_picture=b"").values_list("number", flat=True)
    )
    return [
        (said, _original(piece, number), _shown(piece, number) if number in with_picture else "")
        for number, said in enumerate(piece.files, start=1)
    ]


def _sums(entries: Mapping[str, bytes]) -> bytes:
    """As `sha256sum` writes and reads them."""
    lines = [
        f"{hashlib.sha256(content).hexdigest()}  {name}\n"
        for name, content in sorted(entries.items())
    ]
    return "".join(lines).encode()


def _zipped(entries: Mapping[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(entries.items()):
            archive.writestr(name, content)
    return kept.getvalue()


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds")
