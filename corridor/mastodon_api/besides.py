"""What of statuses depends on the reader or the hour and is in no column: polls, quotations, and
whether she may quote them herself.

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
from corridor.mastodon_api.entities.post import (
    POLL,
    QUOTE,
    QUOTED_BY_AUTHOR,
    QUOTED_BY_FOLLOWERS,
    quote_approval,
)
from corridor.people import queries as people
from corridor.posts import queries as posts


@dataclass(frozen=True, kw_only=True)
class Quoted:
    texts: dict[int, str]
    muted: set[int]


@dataclass(frozen=True, kw_only=True)
class Besides:
    """Id of a post -> JSON."""

    polls: dict[int, str]
    quotes: dict[int, str]
    approvals: dict[int, str]

    def joined(self) -> dict[int, str]:
        """What `rows.status` puts into the JSON of each; nothing for most posts."""
        return {
            pk: f',"poll":{self.polls.get(pk, "null")},"quote":{self.quotes.get(pk, "null")}'
            f"{self.approvals.get(pk, '')}"
            for pk in {*self.polls, *self.quotes, *self.approvals}
        }


def besides(wanted: Sequence[rows.Row], caller: Viewer) -> dict[int, str]:
    """As `Besides.joined` has it."""
    if not any(row[rows.MORE] for row in wanted):
        return {}
    quoting = _with(wanted, QUOTE)
    quotations = posts.quotations(quoting) if quoting else {}
    quoted = _quoted([one.quoted_id for one in quotations.values() if one.quoted_id], caller)
    quotes = {pk: _quote(one, quoted) for pk, one in quotations.items()}
    return Besides(
        polls=_polls(wanted, caller), quotes=quotes, approvals=_approvals(wanted, caller)
    ).joined()


def _approvals(wanted: Sequence[rows.Row], caller: Viewer) -> dict[int, str]:
    """Of posts that not everybody may quote; nobody learns of what she may not read."""
    authors = dict(_authors(wanted, QUOTED_BY_FOLLOWERS | QUOTED_BY_AUTHOR))
    if not authors:
        return {}
    for_followers = dict(_authors(wanted, QUOTED_BY_FOLLOWERS))
    followed: set[int] = set()
    if for_followers and caller.viewer_id is not None:
        followed = people.followed_among(caller.viewer_id, for_followers.values())
    said = {}
    for pk, author in authors.items():
        automatic = ["followers"] if pk in for_followers else []
        may = author == caller.viewer_id or (pk in for_followers and author in followed)
        said[pk] = f',"quote_approval":{dumps(quote_approval(automatic, may=may))}'
    return said


def _authors(wanted: Sequence[rows.Row], bits: int) -> list[tuple[int, int]]:
    return [(row[0], row[rows.AUTHOR]) for row in wanted if (row[rows.MORE] or 0) & bits]


def _quote(quotation: posts.Quotation, quoted: Quoted) -> str:
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
    quoting = _with(wanted, QUOTE)
    quotations = posts.quotations(quoting) if quoting else {}
    ids = {one.quoted_id for one in quotations.values() if one.quoted_id}
    readable = posts.readable(caller.viewer_id, now=caller.now).filter(pk__in=ids)
    seen = set(readable.values_list("pk", flat=True)) if ids else set()
    quotes = {pk: dumps(_shallow(one, seen)) for pk, one in quotations.items()}
    return Besides(
        polls=_polls(wanted, caller), quotes=quotes, approvals=_approvals(wanted, caller)
    ).joined()


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
    return [row[0] for row in wanted if (row[rows.MORE] or 0) & what]
