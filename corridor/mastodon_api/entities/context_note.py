"""A context note as whoever reads or rates it may know it."""

from typing import TYPE_CHECKING, Any

from corridor.context_notes import queries
from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.entities.beneath import note_read
from corridor.mastodon_api.entities.post import moment

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from corridor.context_notes.queries import OwnPart, ShownNote


def whole_notes(shown: "Sequence[ShownNote]", caller: Caller) -> list[dict[str, Any]]:
    parts: Mapping[int, OwnPart] = {}
    if caller.profile is not None:
        notes = [one.note for one in shown]
        parts = queries.own_parts(notes, viewer=caller.profile, now=caller.now)
    return [_whole(one, parts.get(one.note.pk)) for one in shown]


def _whole(one: "ShownNote", part: "OwnPart | None") -> dict[str, Any]:
    note = one.note
    return {
        **note_read(one),
        "status_id": str(note.post_id),
        "state": note.state.value,
        "means": one.means,
        "why": list(one.why),
        "text": note.text,
        "written_at": moment(note.written_at),
        "edited_at": moment(note.edited_at),
        "is_post_edited_since": one.is_edited_since,
        "may_rate": part is not None and part.may_rate,
        "rating": None if part is None or part.rating is None else _rating(part.rating),
    }


def _rating(rating: Any) -> dict[str, Any]:
    return {"answer": rating.answer, "reasons": rating.reasons.split()}
