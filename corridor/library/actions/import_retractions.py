"""A list of retractions is taken over: rows that are new, that changed, and whom they concern."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import TypeVar

from django.db import transaction
from django.db.models import Q

from corridor.algorithms.references import Identifier
from corridor.algorithms.retractions import Nature
from corridor.kernel import events
from corridor.library.events import NoticesOfPostChanged, WorkQuestioned
from corridor.library.models import NamedWork, RetractionNotice
from corridor.library.queries import notices_on
from corridor.library.queries.retractions import KINDS
from corridor.library.retraction_file import ListedNotice
from corridor.posts import queries as posts

AT_ONCE, ASKED_AT_ONCE = 1000, 400
Item = TypeVar("Item")
TOLD_OF = frozenset({Nature.RETRACTION, Nature.CONCERN})
COLUMNS = ("doi", "pmid", "nature", "on", "reason", "title")


class NothingInIt(Exception):
    """A list without a row would forget everything."""


@dataclass(frozen=True, kw_only=True)
class Imported:
    added: int
    changed: int
    known: int
    forgotten: int
    posts: int
    """That name a work of which something new is said."""


@dataclass
class _Tally:
    added: int = 0
    changed: int = 0
    known: int = 0
    touched: set[tuple[str, str]] = field(default_factory=set)
    """Kind and value of works of which something new is said."""
    told: set[tuple[str, str]] = field(default_factory=set)
    """Of these, works that were newly retracted or questioned."""
    records: set[str] = field(default_factory=set)


@transaction.atomic
def import_retractions(
    notices: Sequence[ListedNotice], *, is_whole: bool, now: datetime
) -> Imported:
    """All rows or none. `is_whole`: what is not in the list any more is forgotten.

    Authors of posts that name a work newly retracted or questioned are told. Raises NothingInIt.
    """
    tally = _Tally()
    for some in _in_pieces(notices, AT_ONCE):
        new: dict[str, ListedNotice] = {}
        for one in some:  # of a row that is there twice the first counts, in every import
            if one.record not in tally.records:
                new.setdefault(one.record, one)
        _keep(new, tally, now)
    if is_whole and not tally.records:
        raise NothingInIt
    forgotten = _forget(tally) if is_whole else 0
    return Imported(
        added=tally.added,
        changed=tally.changed,
        known=tally.known,
        forgotten=forgotten,
        posts=_tell(tally, now),
    )


def _keep(notices: dict[str, ListedNotice], tally: _Tally, now: datetime) -> None:
    held = RetractionNotice.objects.in_bulk(list(notices), field_name="record")
    added, changed = [], []
    for record, one in notices.items():
        tally.records.add(record)
        before = held.get(record)
        said = {name: getattr(one, name) for name in COLUMNS}
        if before is None:
            added.append(RetractionNotice(record=record, listed_at=now, **said))
        elif any(getattr(before, name) != value for name, value in said.items()):
            _touch(tally, before.doi, before.pmid)
            for name, value in said.items():
                setattr(before, name, value)
            changed.append(before)
        else:
            tally.known += 1
            continue
        _touch(tally, one.doi, one.pmid)
        if before is None and one.nature in TOLD_OF:
            tally.told |= _works(one.doi, one.pmid)
    RetractionNotice.objects.bulk_create(added)
    RetractionNotice.objects.bulk_update(changed, COLUMNS)
    tally.added += len(added)
    tally.changed += len(changed)


def _forget(tally: _Tally) -> int:
    rows = RetractionNotice.objects.order_by("pk").values_list("pk", "record", "doi", "pmid")
    gone = []
    for pk, record, doi, pmid in rows.iterator(chunk_size=AT_ONCE):
        if record not in tally.records:
            gone.append(pk)
            _touch(tally, doi, pmid)
    for some in _in_pieces(gone, ASKED_AT_ONCE):
        RetractionNotice.objects.filter(pk__in=some).delete()
    return len(gone)


def _touch(tally: _Tally, doi: str, pmid: str) -> None:
    tally.touched |= _works(doi, pmid)


def _works(doi: str, pmid: str) -> AbstractSet[tuple[str, str]]:
    return {(kind, value) for kind, value in (("doi", doi), ("pmid", pmid)) if value}


def _tell(tally: _Tally, now: datetime) -> int:
    """Posts are few beside works of the list: one goes through what is named here."""
    named = _named(tally.touched)
    force = notices_on(Identifier(kind=KINDS[one.kind], value=one.value) for one in named)
    questioned = {(one.kind, one.value) for one in force}
    concerned: dict[int, bool] = {}
    for one in named:
        work = one.kind, one.value
        one.is_questioned = work in questioned
        is_told = work in tally.told and work in questioned
        concerned[one.post_id] = concerned.get(one.post_id, False) or is_told
    NamedWork.objects.bulk_update(named, ["is_questioned"], batch_size=ASKED_AT_ONCE)
    for post_id, is_told in sorted(concerned.items()):
        events.publish(NoticesOfPostChanged(post_id=post_id))
        if is_told:
            author = posts.facts_of(post_id).author_id
            events.publish(WorkQuestioned(post_id=post_id, author_id=author, at=now))
    return len(concerned)


def _named(works: AbstractSet[tuple[str, str]]) -> Sequence[NamedWork]:
    if not works:
        return []
    rows = NamedWork.objects.filter(Q(kind="doi") | Q(kind="pmid")).order_by("pk")
    return [one for one in rows.iterator(chunk_size=AT_ONCE) if (one.kind, one.value) in works]


def _in_pieces(items: Iterable[Item], size: int) -> Iterator[list[Item]]:
    left = iter(items)
    while piece := list(islice(left, size)):
        yield piece
