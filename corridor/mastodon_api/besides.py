"""What of statuses depends on the reader or the hour and is in no column: polls and quotations.

https://docs.joinmastodon.org/entities/Quote/: the quoted status is told once; of what that one
quotes itself only the number. Whatever she may not read is told as what nobody may.
"""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

from corridor.mastodon_api.callers import Viewer
from corridor.mastodon_api.completing import complete
from corridor.mastodon_api.entities import rows
from corridor.mastodon_api.entities.account import dumps
from corridor.mastodon_api.entities.poll import polls
from corridor.mastodon_api.entities.post import POLL, QUOTE
from corridor.posts import queries as posts


@dataclass(frozen=True, kw_only=True)
class Quoted:
    texts: dict[int, str]
    muted: set[int]


def polls_and_quotes(wanted: Sequence[rows.Row], caller: Viewer) -> dict[int, str]:
    """Id of a post -> what `rows.status` puts into its JSON; nothing for most posts."""
    quoting = _with(wanted, QUOTE)
    if not quoting and not _with(wanted, POLL):
        return {}
    asked = _polls(wanted, caller)
    quotations = posts.quotations(quoting) if quoting else {}
    quoted = _quoted([one.quoted_id for one in quotations.values() if one.quoted_id], caller)
    return {
        pk: _joined(asked.get(pk), _quote(quotations.get(pk), quoted))
        for pk in {*asked, *quotations}
    }


def _quote(quotation: posts.Quotation | None, quoted: Quoted) -> str:
    if quotation is None:
        return "null"
    state = _state(quotation, quoted.texts)
    shown = "null"
    if quotation.quoted_id is not None and state == "accepted":
        shown = quoted.texts[quotation.quoted_id]
        state = "muted_account" if quotation.quoted_id in quoted.muted else state
    return f'{{"state":"{state}","quoted_status":{shown}}}'


def _state(quotation: posts.Quotation, seen: Container[int]) -> str:
    """`seen`: what she may read."""
    if quotation.is_revoked:
        return "revoked"
    if quotation.quoted_id is None:
        return "deleted"
    return "accepted" if quotation.quoted_id in seen else "unauthorized"


def _quoted(ids: Iterable[int], caller: Viewer) -> Quoted:
    """Of these, what she may read."""
    wanted_ids = set(ids)
    if not wanted_ids:
        return Quoted(texts={}, muted=set())
    readable = posts.readable(caller.viewer_id, now=caller.now).filter(pk__in=wanted_ids)
    wanted = complete(lambda: list(rows.of_posts(readable.order_by("pk"), caller.viewer_id)))
    more = _once(wanted, caller)
    return Quoted(
        texts={row[0]: rows.status(row, more=more) for row in wanted},
        muted=posts.by_muted(wanted_ids, viewer_id=caller.viewer_id, now=caller.now),
    )


def _once(wanted: Sequence[rows.Row], caller: Viewer) -> dict[int, str]:
    """For statuses inside of others."""
    asked = _polls(wanted, caller)
    quoting = _with(wanted, QUOTE)
    quotations = posts.quotations(quoting) if quoting else {}
    ids = {one.quoted_id for one in quotations.values() if one.quoted_id}
    readable = posts.readable(caller.viewer_id, now=caller.now).filter(pk__in=ids)
    seen = set(readable.values_list("pk", flat=True)) if ids else set()
    said = {pk: dumps(_shallow(one, seen)) for pk, one in quotations.items()}
    return {pk: _joined(asked.get(pk), said.get(pk, "null")) for pk in {*asked, *said}}


def _shallow(quotation: posts.Quotation, seen: set[int]) -> dict[str, str | None]:
    state = _state(quotation, seen)
    shown = str(quotation.quoted_id) if state == "accepted" else None
    return {"state": state, "quoted_status_id": shown}


def _polls(wanted: Sequence[rows.Row], caller: Viewer) -> dict[int, str]:
    asking = _with(wanted, POLL)
    if not asking:
        return {}
    found = polls(asking, viewer_id=caller.viewer_id, now=caller.now)
    return {pk: dumps(poll) for pk, poll in found.items()}


def _with(wanted: Sequence[rows.Row], what: int) -> list[int]:
    return [row[0] for row in wanted if row[2] is not None and row[2] & what]


def _joined(poll: str | None, quote: str) -> str:
    return f',"poll":{poll or "null"},"quote":{quote}'
