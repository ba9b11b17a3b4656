"""Tell me when she has room again: who waits for a mentor who is full or away."""

from datetime import date, datetime

from django.db import transaction

from corridor.people import policies
from corridor.people.models import Awaiting, Profile
from corridor.people.queries.directory_facts import known

MOST_AWAITED = 20


class CannotAwait(Exception):
    """Yourself, somebody who offers nothing, or somebody you are kept apart from."""


class HasRoom(Exception):
    """There is nothing to wait for: she can be asked now."""


class AwaitsTooMany(Exception):
    """``MOST_AWAITED`` at most."""


class NotAwaited(Exception):
    """There is nothing to end."""


@transaction.atomic
def await_mentor(*, mentor: Profile, by: Profile, now: datetime) -> None:
    """Waiting twice is waiting once. Raises CannotAwait, HasRoom or AwaitsTooMany."""
    entry = known([mentor.pk])[mentor.pk].entry
    is_apart = policies.are_apart(by, mentor, today=now.date())
    if mentor.pk == by.pk or not entry.offers or not entry.is_listed or is_apart:
        raise CannotAwait
    if has_room(mentor, today=now.date()):
        raise HasRoom
    if Awaiting.objects.filter(by=by).exclude(mentor=mentor).count() >= MOST_AWAITED:
        raise AwaitsTooMany

    Awaiting.objects.get_or_create(by=by, mentor=mentor, defaults={"at": now})


@transaction.atomic
def stop_awaiting(*, mentor: Profile, by: Profile) -> None:
    """Raises NotAwaited."""
    ended, _ = Awaiting.objects.filter(by=by, mentor=mentor).delete()
    if not ended:
        raise NotAwaited


def has_room(mentor: Profile, *, today: date) -> bool:
    """A free place, and she is here and listed."""
    entry = known([mentor.pk])[mentor.pk].entry
    is_away = entry.away is not None and entry.away[0] <= today < entry.away[1]
    return entry.is_listed and not is_away and any(places.free for places in entry.offers.values())
