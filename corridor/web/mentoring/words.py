"""Roles as pages name them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.mentoring import queries
from corridor.mentoring.role_words import ROLES
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from datetime import datetime

    from corridor.mentoring.models import Relationship

WIDTH, LANE, LEFT = 320, 30, 4


@dataclass(frozen=True, kw_only=True)
class Strip:
    """One role from when to when, in the coordinates of the picture."""

    role: str
    name: str
    since: "datetime"
    until: "datetime | None"
    x: int
    y: int
    width: int


@dataclass(frozen=True, kw_only=True)
class Picture:
    strips: tuple[Strip, ...]
    height: int
    starts: "datetime"
    ends: "datetime"


def role_names(relationship: "Relationship") -> list[str]:
    """Those now; when it is over, those that there were."""
    now = queries.roles_now(relationship)
    ever = {span.role for span in relationship.roles.all()}
    return [str(ROLES[role].name) for role in Kind if role in (now or ever)]


def picture(relationship: "Relationship", *, now: "datetime") -> Picture:
    """Time runs from left to right, a lane for each role that there ever was."""
    spans = list(relationship.roles.all())
    starts = relationship.opened_at
    ends = max(relationship.ended_at or now, starts)
    whole = max((ends - starts).total_seconds(), 1)
    lanes = [role for role in Kind if any(span.role == role for span in spans)]

    def across(moment: "datetime") -> int:
        return LEFT + round((WIDTH - 2 * LEFT) * (moment - starts).total_seconds() / whole)

    strips = tuple(
        Strip(
            role=span.role,
            name=str(ROLES[Kind(span.role)].name),
            since=span.started_at,
            until=span.ended_at,
            x=across(span.started_at),
            y=lanes.index(Kind(span.role)) * LANE + 18,
            width=max(3, across(span.ended_at or ends) - across(span.started_at)),
        )
        for span in spans
    )
    return Picture(strips=strips, height=len(lanes) * LANE + 4, starts=starts, ends=ends)
