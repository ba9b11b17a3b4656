"""Blocking: from now on neither sees the other."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from corridor.kernel import events
from corridor.people.actions.follow import end_follows_between
from corridor.people.events import PeopleParted
from corridor.people.models import Block, ListEntry, Profile


class CannotBlockYourself(Exception):
    """A mirror is not a stranger."""


class NotBlocked(Exception):
    """There is no block to lift."""


@transaction.atomic
def block(*, blocker: Profile, blocked: Profile, now: datetime) -> None:
    """Ends following in both directions, and takes each off the other's lists.

    Blocking twice is blocking once. Raises CannotBlockYourself.
    """
    if blocker.pk == blocked.pk:
        raise CannotBlockYourself

    Block.objects.get_or_create(blocker=blocker, blocked=blocked, defaults={"at": now})
    end_follows_between(blocker, blocked)
    ListEntry.objects.filter(
        Q(list__owner=blocker, profile=blocked) | Q(list__owner=blocked, profile=blocker)
    ).delete()
    events.publish(PeopleParted(by_id=blocker.pk, other_id=blocked.pk, at=now))


@transaction.atomic
def unblock(*, blocker: Profile, blocked: Profile) -> None:
    """Nobody follows anybody again by it. Raises NotBlocked."""
    ended, _ = Block.objects.filter(blocker=blocker, blocked=blocked).delete()
    if not ended:
        raise NotBlocked
