"""What whoever runs a programme can do about two who are silent: call it to mind, offer a way out.

The caller asks who may. Neither is done again within two weeks.
"""

from collections.abc import Collection
from datetime import datetime, timedelta

from django.db.models import Q

from corridor.algorithms.reminders.table import Kind
from corridor.mentoring.choices import State
from corridor.mentoring.models import OPEN, Relationship
from corridor.reminders import queries as reminders

NOT_AGAIN_FOR = timedelta(days=14)


class OfferedLately(Exception):
    """Both were told within two weeks, or it is over."""


def ask_reminders(relationship_ids: Collection[int], *, now: datetime) -> int:
    """How many pairs will be reminded, as the wishes and clocks of each allow.

    Not those who were within two weeks, by themselves or because somebody asked. One statement:
    of two who press at once, each pair is asked for once.
    """
    lately = now - NOT_AGAIN_FOR
    reminded = reminders.reminded_of(Kind.SILENCE, relationship_ids, since=lately)
    rows = Relationship.objects.filter(
        Q(reminder_asked_at=None) | Q(reminder_asked_at__lte=lately),
        pk__in=set(relationship_ids) - reminded,
        state=State.ACTIVE,
    )
    return rows.update(reminder_asked_at=now)


def note_offer(relationship_id: int, *, now: datetime) -> Relationship:
    """Both are about to be told how to change or end it. Raises OfferedLately."""
    rows = Relationship.objects.filter(
        Q(change_offered_at=None) | Q(change_offered_at__lte=now - NOT_AGAIN_FOR),
        pk=relationship_id,
        state__in=OPEN,
    )
    if not rows.update(change_offered_at=now):
        raise OfferedLately
    people = ("mentor__account", "mentee__account")
    return Relationship.objects.select_related(*people).get(pk=relationship_id)
