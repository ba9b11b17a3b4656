"""One list out of how a round goes: pairs, or who waits, of one mentor or in one state."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.programmes.choices import HealthList

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import HealthFilter, Programme
    from corridor.programmes.queries.health import Health


@dataclass(frozen=True, kw_only=True)
class Listed:
    mentee: "Profile"
    mentor: "Profile | None" = None
    state: str = ""
    """Of their relationship, in words; empty where there is none."""
    last_sign: datetime | None = None
    answer_by: datetime | None = None
    """Of a mentor who is asked."""


def mentors_of(health: "Health") -> "Sequence[Profile]":
    """Whom a list can be narrowed to, by name."""
    found = {mentor.pk: mentor for mentor, _ in health.loads.by_mentor}
    found |= {one.relationship.mentor_id: one.relationship.mentor for one in health.going}
    found |= {one.mentor.profile_id: one.mentor.profile for one in health.late}
    return sorted(found.values(), key=lambda one: (one.display_name, one.pk))


def listed(
    health: "Health", lists: HealthList, *, mentor: "Profile | None", state: str
) -> Sequence[Listed]:
    """The longest without a sign, or the soonest to lapse, first."""
    if lists == HealthList.NOBODY:
        return [Listed(mentee=one.profile) for one in health.nobody]
    if lists == HealthList.LATE:
        found = [
            Listed(mentee=one.mentee.profile, mentor=one.mentor.profile, answer_by=one.answer_by)
            for one in health.late
        ]
    else:
        pairs = health.silent if lists == HealthList.SILENT else health.going
        found = [
            Listed(
                mentee=one.relationship.mentee,
                mentor=one.relationship.mentor,
                state=one.relationship.get_state_display(),
                last_sign=one.last_sign,
            )
            for one in pairs
            if state in {"", one.relationship.state}
        ]
    return [one for one in found if mentor in {None, one.mentor}]


def health_filters(
    programme: "Programme", *, among: "Sequence[Profile]"
) -> "Sequence[HealthFilter]":
    """Those the team keeps, but those of a mentor who is not ``among`` whom the viewer sees."""
    seen = {None, *(one.pk for one in among)}
    return [one for one in programme.health_filters.all() if one.mentor_id in seen]
