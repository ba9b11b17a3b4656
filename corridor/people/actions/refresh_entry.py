"""The directory learns what changed about somebody: called by every action that changes it.

`tests/architecture/test_directory.py` finds the actions that forget to.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from corridor.kernel import events
from corridor.people.events import ProfileChanged
from corridor.people.models import DirectoryClock, DirectoryEntry, Profile
from corridor.people.queries.directory_facts import Known, everybody_known, known

AT_ONCE = 1_000

_held_back: ContextVar[set[int] | None] = ContextVar("held_back", default=None)


def refresh_entry(profile: Profile) -> None:
    """What she is found by, and shown as, is what she says now."""
    events.publish(ProfileChanged(profile_id=profile.pk))
    held_back = _held_back.get()
    if held_back is None:
        _write(known([profile.pk]).values())
    else:
        held_back.add(profile.pk)


def refresh_figures(profile: Profile) -> None:
    """Whatever is not a word changed, such as when she was here last."""
    DirectoryEntry.objects.filter(profile=profile).update(version=DirectoryClock.advance())


@contextmanager
def refreshed_together() -> Iterator[None]:
    """After many actions in a row, as when a roster is read, each person is written once."""
    token = _held_back.set(set())
    try:
        yield
        waiting = sorted(_held_back.get() or ())
    finally:
        _held_back.reset(token)
    for at in range(0, len(waiting), AT_ONCE):
        _write(known(waiting[at : at + AT_ONCE]).values())


def refresh_all() -> int:
    """Everybody anew, such as after the way of reading words changed. Says how many there are."""
    count = 0
    some: list[Known] = []
    for one in everybody_known():
        some.append(one)
        if len(some) == AT_ONCE:
            count += _write(some)
            some = []
    return count + _write(some)


def refresh_missing() -> int:
    """Everybody, where somebody was here before there was a directory. Says how many there are."""
    lacking = Profile.objects.filter(directory_entry=None, account__is_active=True)
    return refresh_all() if lacking.exists() else 0


@transaction.atomic
def _write(people: Iterable[Known]) -> int:
    version = DirectoryClock.advance()
    entries = [
        DirectoryEntry(profile=one.profile, words=" ".join(one.words), version=version)
        for one in people
    ]
    DirectoryEntry.objects.bulk_create(
        entries,
        update_conflicts=True,
        unique_fields=["profile"],
        update_fields=["words", "version"],
    )
    return len(entries)
