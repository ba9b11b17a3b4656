"""Somebody whom she does not know asks to write to her: she accepts, or lets it be."""

from datetime import datetime

from django.db import transaction

from corridor.conversations.models import Membership
from corridor.conversations.queries.open_one import OpenConversation, pair_of
from corridor.people import actions as people


class NothingAsked(Exception):
    """It waits for no answer of hers."""


@transaction.atomic
def accept_request(*, opened: OpenConversation, now: datetime) -> None:
    """Whoever began it is no stranger to her from now on. Raises NothingAsked."""
    hers = _asked(opened)
    hers.is_request, hers.is_quiet, hers.declined_at = False, False, None
    hers.save(update_fields=["is_request", "is_quiet", "declined_at"])
    begun_by = opened.conversation.begun_by_id
    if begun_by is not None:
        people.get_acquainted(hers.profile_id, begun_by, now=now)


@transaction.atomic
def decline_request(*, opened: OpenConversation, now: datetime) -> None:
    """Whoever asked is not told, and cannot ask again. Raises NothingAsked."""
    hers = _asked(opened)
    hers.declined_at = now
    hers.save(update_fields=["declined_at"])


def let_two_write(one_id: int, other_id: int) -> None:
    """The two have said yes to each other elsewhere: between them nothing waits any more."""
    waiting = Membership.objects.filter(
        conversation__pair=pair_of(one_id, other_id), is_request=True
    )
    waiting.update(is_request=False, is_quiet=False, declined_at=None)


def _asked(opened: OpenConversation) -> Membership:
    hers = Membership.objects.select_for_update().get(pk=opened.hers.pk)
    if not hers.is_request:
        raise NothingAsked
    return hers
