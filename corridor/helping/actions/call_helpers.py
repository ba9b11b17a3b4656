"""Helpers are told that somebody may be under attack: those of whom she said so beforehand."""

from datetime import datetime, timedelta

from django.db import transaction

from corridor.helping import letters, policies
from corridor.helping.events import HelperCalled
from corridor.helping.models import Helper
from corridor.kernel import events

NOT_AGAIN_FOR = timedelta(hours=12)


@transaction.atomic
def call_helpers(owner_id: int, *, now: datetime) -> int:
    """How many were told; each once in twelve hours."""
    rows = policies.active().filter(owner=owner_id, is_called=True)
    ids = list(rows.order_by("pk").values_list("pk", flat=True))
    told = 0
    for held in Helper.objects.select_for_update().filter(pk__in=ids, ended_at=None).order_by("pk"):
        if held.called_at is not None and held.called_at > now - NOT_AGAIN_FOR:
            continue
        held.called_at = now
        held.save(update_fields=["called_at"])
        events.publish(HelperCalled(owner_id=owner_id, helper_id=held.helper_id, at=now))
        letters.call(held)
        told += 1
    return told
