"""A team keeps by a name what it looks for on the page of how a round goes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.choices import HealthList
from corridor.programmes.models import LONGEST_FILTER_NAME, HealthFilter, Programme

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_FILTERS = 10


class FilterNeedsName(Exception):
    """None, or one that is too long."""


class FilterNameTaken(Exception):
    """The team has another filter of that name."""


class TooManyFilters(Exception):
    """A team keeps at most ten."""


class NoSuchFilter(Exception):
    """Somebody of the team removed it meanwhile."""


@dataclass(frozen=True, kw_only=True)
class NewFilter:
    name: str
    lists: HealthList
    mentor: "Profile | None" = None
    state: str = ""


@transaction.atomic
def keep_health_filter(programme: Programme, new: NewFilter, *, by: "Profile") -> HealthFilter:
    """Raises NotInTeam, ProgrammeArchived, FilterNeedsName, FilterNameTaken or TooManyFilters."""
    held = hold_to_set_up(programme, by=by)
    name = new.name.strip()
    if not 0 < len(name) <= LONGEST_FILTER_NAME:
        raise FilterNeedsName
    if held.health_filters.filter(name=name).exists():
        raise FilterNameTaken
    if held.health_filters.count() >= MOST_FILTERS:
        raise TooManyFilters
    return held.health_filters.create(
        name=name, lists=new.lists, mentor=new.mentor, state=new.state
    )


@transaction.atomic
def remove_health_filter(programme: Programme, filter_id: int, *, by: "Profile") -> HealthFilter:
    """As it was. Raises NotInTeam, ProgrammeArchived or NoSuchFilter."""
    held = hold_to_set_up(programme, by=by)
    found = held.health_filters.filter(pk=filter_id).first()
    if found is None:
        raise NoSuchFilter
    held.health_filters.filter(pk=filter_id).delete()
    return found
