"""What the page of a relationship says of its meetings, and its list of what is next."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from corridor.mentoring import queries
from corridor.mentoring.choices import State
from corridor.web.meetings.clocks import tell
from corridor.web.meetings.rows import rows

if TYPE_CHECKING:
    from corridor.mentoring.models import Meeting, Relationship
    from corridor.people.models import Profile

SHOWN = 3


def panel(relationship: "Relationship", *, viewer: "Profile", now: datetime) -> Mapping[str, Any]:
    """For `meetings/_panel.html`, as `meetings`."""
    waiting = queries.meetings_waiting(relationship)
    for one in waiting:
        one.relationship = relationship
    other = relationship.other_than(viewer)
    last = queries.last_log(relationship, viewer=viewer)
    last_at = last[0].starts_at if last else None
    return {
        "relationship": relationship,
        "other": other,
        "is_active": relationship.state == State.ACTIVE,
        "rows": rows(waiting[:SHOWN], viewer=viewer, now=now),
        "last": last,
        "last_told": tell(last_at, viewer=viewer, other=other) if last_at else None,
        "agenda": queries.agenda(relationship, viewer=viewer)[:SHOWN],
        "check": queries.open_contact_check(relationship, viewer=viewer),
    }


def falling_away(relationship: "Relationship", *, now: datetime) -> "list[Meeting]":
    """What a pause or an end calls off, for `meetings/_falling_away.html`."""
    waiting = queries.meetings_waiting(relationship)
    return [one for one in waiting if one.starts_at is None or one.starts_at > now]


def next_in(relationships: Iterable["Relationship"], *, now: datetime) -> dict[int, datetime]:
    """By relationship, of those given: when the two meet next."""
    found = queries.next_meetings([one.pk for one in relationships], now=now)
    return {pk: one.starts_at for pk, one in found.items() if one.starts_at is not None}
