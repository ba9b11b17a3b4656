"""On which days the two are asked how it goes."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING

from corridor.mentoring.meeting_choices import Occasion

if TYPE_CHECKING:
    from corridor.mentoring.models import Relationship

DAYS_A_MONTH = 30
MONTHS = 6
"""Where nothing was agreed: half a year."""
BEGINS_AFTER = timedelta(days=7)


def review_days(relationship: "Relationship") -> Mapping[Occasion, date]:
    """A week after its start, half-way, and on its last day. Short ones have no half-way."""
    start = relationship.opened_at.date()
    months = relationship.months or MONTHS
    end = relationship.until or start + timedelta(days=DAYS_A_MONTH * months)
    days = {Occasion.BASELINE: start + BEGINS_AFTER}
    half = start + (end - start) / 2
    if half > days[Occasion.BASELINE] + BEGINS_AFTER:
        days[Occasion.MIDPOINT] = half
    days[Occasion.FINAL] = max(end, days[Occasion.BASELINE] + BEGINS_AFTER)
    return days
