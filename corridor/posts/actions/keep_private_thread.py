"""Somebody has read a conversation of a few people, or does not want to see it any more."""

from datetime import datetime

from corridor.posts.models import ThreadPlace
from corridor.posts.queries.private_threads import private_threads


class NoSuchThread(Exception):
    """She does not take part in it, or removed it."""


def read_private_thread(thread: int, *, by: int, now: datetime) -> None:
    """All that was said so far. Raises NoSuchThread."""
    _keep(thread, by, {"read_to": _last(thread, by, now)})


def remove_private_thread(thread: int, *, by: int, now: datetime) -> None:
    """For her; it comes back when something is said in it. Raises NoSuchThread."""
    last = _last(thread, by, now)
    _keep(thread, by, {"read_to": last, "removed_to": last})


def keep_apart(thread: int, *, of: int) -> None:
    """Somebody whom she does not know wrote in it: it waits as a request."""
    ThreadPlace.objects.update_or_create(
        profile_id=of, thread=thread, defaults={"is_request": True}
    )


def take_in(thread: int, *, by: int) -> None:
    """From now on it is a conversation of hers like the others."""
    ThreadPlace.objects.filter(profile=by, thread=thread).update(is_request=False)


def _last(thread: int, by: int, now: datetime) -> int:
    found = private_threads(by, now=now).filter(thread=thread).order_by("thread").first()
    if found is None:
        raise NoSuchThread
    last: int = found["last"]
    return last


def _keep(thread: int, by: int, places: dict[str, int]) -> None:
    ThreadPlace.objects.update_or_create(profile_id=by, thread=thread, defaults=places)
