"""Two who work together are brought together again, and go on as they are."""

from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.models import OPEN, Relationship
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def keep_together(
    *, mentor: "Profile", mentee: "Profile", role: Kind, until: date | None
) -> Relationship:
    """Where `open_relationship` said AlreadyTogether. It takes no place that was free."""
    between = Relationship.objects.filter(mentor=mentor, mentee=mentee, state__in=OPEN)
    held = between.select_for_update(of=("self",)).get(roles__role=role, roles__ended_at=None)
    if held.until and until and held.until < until:
        held.until = until
        held.save(update_fields=["until"])
    return held
