"""Parts are added, moved and removed: published ones keep their place."""

from typing import TYPE_CHECKING

from django.db import transaction

from corridor.library import policies
from corridor.library.actions.keep_version import held_version
from corridor.library.models import Part, Version
from corridor.library.policies import MOST_PARTS

if TYPE_CHECKING:
    from corridor.people.models import Profile


class PartKeepsPlace(Exception):
    """It is published, and what follows replies to it; only the last can be taken away."""


class TooManyParts(Exception):
    """Forty at most."""


@transaction.atomic
def add_part(*, version: Version, by: "Profile", behind: Part | None = None) -> Part:
    """At the end, or behind another that no published one follows.

    Raises TooManyParts, PartKeepsPlace, or what `keep_version.held_version` raises.
    """
    held = held_version(version, by=by)
    parts = _parts(held)
    if len(parts) >= MOST_PARTS:
        raise TooManyParts
    place = len(parts) if behind is None else parts.index(behind) + 1
    if any(policies.keeps_place(part) for part in parts[place:]):
        raise PartKeepsPlace

    added = Part.objects.create(version=held, position=place)
    _place([*parts[:place], added, *parts[place:]])
    return added


@transaction.atomic
def move_part(*, part: Part, by: "Profile", steps: int) -> None:
    """`steps`: -1 is one up. Raises PartKeepsPlace, or what `held_version` raises."""
    held = held_version(part.version, by=by)
    parts = _parts(held)
    place = parts.index(part)
    other = min(max(place + steps, 0), len(parts) - 1)
    first, last = sorted((place, other))
    if any(policies.keeps_place(one) for one in parts[first : last + 1]):
        raise PartKeepsPlace

    parts.insert(other, parts.pop(place))
    _place(parts)


@transaction.atomic
def remove_part(*, part: Part, by: "Profile") -> None:
    """Raises PartKeepsPlace, or what `held_version` raises."""
    held = held_version(part.version, by=by)
    parts = _parts(held)
    if policies.keeps_place(part) and parts.index(part) < len(parts) - 1:
        raise PartKeepsPlace

    parts.remove(part)
    part.delete()
    _place(parts)


def _parts(version: Version) -> list[Part]:
    return list(version.parts.order_by("position", "pk"))


def _place(parts: list[Part]) -> None:
    for place, part in enumerate(parts):
        part.position = place
    Part.objects.bulk_update(parts, ["position"])
