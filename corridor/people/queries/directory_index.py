"""The directory in the memory of this process, brought up to date by what changed since."""

from collections.abc import Iterator
from threading import RLock

from corridor.algorithms.directory.index import Index
from corridor.people.models import DirectoryClock, DirectoryEntry
from corridor.people.queries.directory_facts import AT_ONCE, Known, everybody_known, known


class _Kept:
    def __init__(self) -> None:
        self.lock = RLock()
        self.index = Index()
        self.version = -1
        """Of the change that the index has; nothing was read yet where it is below 0."""


_kept = _Kept()


def fresh_index() -> Index:
    """One query where nothing changed. The first reading of all people takes some seconds."""
    kept = _kept
    version, left_at = _clock()
    with kept.lock:
        if version < kept.version:
            # Another thread was faster, unless the database is another one.
            version, left_at = _clock()
        if kept.version < 0 or version < kept.version:
            kept.index = _read()
        elif version > kept.version:
            _catch_up(kept, left_at)
        kept.version = version
        return kept.index


def _clock() -> tuple[int, int]:
    """The latest change, and the latest by which somebody left."""
    clock = DirectoryClock.objects.filter(pk=1).values_list("version", "left_at")
    return clock.first() or (0, 0)


def forget_index() -> None:
    """The next reading begins anew, as after another database was put in place."""
    global _kept  # noqa: PLW0603 - what a process keeps is a global by nature
    _kept = _Kept()


def _read() -> Index:
    index = Index()
    index.put(one.entry for one in everybody_known() if one.said.offers)
    return index


def _catch_up(kept: _Kept, left_at: int) -> None:
    if left_at > kept.version:
        there = set(DirectoryEntry.objects.values_list("profile", flat=True))
        kept.index.drop(kept.index.ids() - there)
    changed = DirectoryEntry.objects.filter(version__gt=kept.version)
    ids = list(changed.order_by("version", "pk").values_list("profile", flat=True))
    for some in _in_parts(ids):
        of_offers = [one for one in some.values() if one.said.offers]
        kept.index.put(one.entry for one in of_offers)
        kept.index.drop(some.keys() - {one.profile.pk for one in of_offers})


def _in_parts(ids: list[int]) -> Iterator[dict[int, Known]]:
    for at in range(0, len(ids), AT_ONCE):
        yield known(ids[at : at + AT_ONCE])
