"""Somebody notes who helps her with what, for herself; she may show the map to one mentor."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.hold_relationship import hold_active
from corridor.mentoring.circle_choices import SeatState
from corridor.mentoring.map_words import Arena, Need, Strength
from corridor.mentoring.models import OPEN, Circle, MapReader, NotedDeveloper, Relationship
from corridor.people import actions as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_OUTSIDE = 40
LONGEST_NAME = 80
KEY = re.compile(r"([nrc])([0-9]{1,18})\Z")
"""Noted from outside, a relationship or a circle, and the number of its row."""


class NotOnTheMap(Exception):
    """There is nobody with this number on her map."""


class NeedsName(Exception):
    """A name, a first name or a nickname; nobody else reads it unless she shows the map."""


class NameTooLong(Exception):
    """A name has 80 letters at most."""


class TooManyOutside(Exception):
    """Forty people from outside are noted."""


class OnlyToMentor(Exception):
    """The map is shown to one who helps her, not to one whom she helps."""


@dataclass(frozen=True, kw_only=True)
class Noted:
    """What she says of one of them."""

    name: str = ""
    """Of somebody outside."""
    arena: Arena | None = None
    strength: Strength | None = None
    needs: Collection[Need] = ()
    knows: Collection[str] = ()
    """Keys of others on the map."""


@transaction.atomic
def note_developer(key: str, noted: Noted, *, owner: "Profile", now: datetime) -> NotedDeveloper:
    """`key` is that of somebody on her map, or empty for somebody new from outside.

    Raises NotOnTheMap, NeedsName, NameTooLong or TooManyOutside.
    """
    people.hold_profile(owner)
    row = _row(key, owner)
    is_outside = row.relationship is None and row.circle is None
    name = " ".join(noted.name.split())
    if is_outside and not name:
        raise NeedsName
    if len(name) > LONGEST_NAME:
        raise NameTooLong
    row.words = {
        "name": name if is_outside else "",
        "arena": noted.arena.value if noted.arena else "",
        "strength": noted.strength.value if noted.strength else None,
        "needs": sorted(need.value for need in noted.needs),
        "knows": sorted(noted.knows),
    }
    row.changed_at = now
    row.save()
    return row


def forget_developer(key: str, *, owner: "Profile") -> None:
    """Somebody from outside, or what was noted of one here. Raises NotOnTheMap."""
    row = _row(key, owner)
    if row.pk is None:
        raise NotOnTheMap
    row.delete()


@transaction.atomic
def show_map(relationship_id: int, *, owner: "Profile") -> None:
    """Raises NotYourRelationship, NotOpen, Resting or OnlyToMentor."""
    held = hold_active(relationship_id, by=owner)
    if held.mentee_id != owner.pk:
        raise OnlyToMentor
    MapReader.objects.update_or_create(owner=owner, defaults={"relationship": held})


def hide_map(*, owner: "Profile") -> None:
    MapReader.objects.filter(owner=owner).delete()


def _row(key: str, owner: "Profile") -> NotedDeveloper:
    """Raises NotOnTheMap or TooManyOutside."""
    outside = NotedDeveloper.objects.filter(owner=owner, relationship=None, circle=None)
    if not key:
        if outside.count() >= MOST_OUTSIDE:
            raise TooManyOutside
        return NotedDeveloper(owner=owner)
    read = KEY.match(key)
    if read is None:
        raise NotOnTheMap
    kind, number = read[1], int(read[2])
    match kind:
        case "r":
            found = _of_relationship(number, owner)
        case "c":
            found = _of_circle(number, owner)
        case _:
            found = outside.filter(pk=number).first()
    if found is None:
        raise NotOnTheMap
    return found


def _of_relationship(number: int, owner: "Profile") -> NotedDeveloper | None:
    hers = Relationship.objects.filter(pk=number, mentee=owner, state__in=OPEN).first()
    if hers is None:
        return None
    noted = NotedDeveloper.objects.filter(owner=owner, relationship=hers).first()
    return noted or NotedDeveloper(owner=owner, relationship=hers)


def _of_circle(number: int, owner: "Profile") -> NotedDeveloper | None:
    hers = Circle.objects.filter(
        pk=number, seats__profile=owner, seats__state=SeatState.IN, seats__leads=False
    ).first()
    if hers is None:
        return None
    noted = NotedDeveloper.objects.filter(owner=owner, circle=hers).first()
    return noted or NotedDeveloper(owner=owner, circle=hers)
