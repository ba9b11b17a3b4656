"""What a helper may do, and for whom: what was agreed, as long as neither ended it."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from corridor.helping.models import Helper

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_HELPERS = 5


def active() -> QuerySet[Helper]:
    return Helper.objects.filter(ended_at=None).exclude(agreed_at=None)


def may_tend(actor: "Profile", owner: "Profile") -> bool:
    """Has to do with what lies apart for her; whoever acts on it holds the row besides."""
    return active().filter(helper=actor, owner=owner, may_read=True).exists()
