"""A programme gives people something to read or to learn, and they say when they have."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from corridor.programmes.actions.record_deed import record_deed
from corridor.programmes.actions.set_up_rights import hold_to_set_up
from corridor.programmes.checking_answers import cleaned
from corridor.programmes.choices import Side, TeamDeedKind
from corridor.programmes.models import FinishedMaterial, Material, Programme
from corridor.programmes.queries import materials as queries

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_MATERIALS = 100


class TooManyMaterials(Exception):
    """A programme shows at most a hundred."""


class NoSuchMaterial(Exception):
    """It is of another programme, for the other side, or was put away meanwhile."""


class ShownToTeamNow(Exception):
    """Her page said that nobody sees it; meanwhile the team does."""


@dataclass(frozen=True, kw_only=True)
class NewMaterial:
    title: str
    words: str = ""
    address: str = ""
    side: Side | None = None
    meeting: int | None = None
    """Before which meeting of two people; None: from the start on."""
    is_training: bool = False


@transaction.atomic
def add_material(
    programme: Programme, new: NewMaterial, *, by: "Profile", now: datetime
) -> Material:
    """At the end. Raises NotInTeam, ProgrammeArchived, TooManyMaterials or ValidationError."""
    held = hold_to_set_up(programme, by=by)
    _hold_number(held)
    last = held.materials.aggregate(last=Max("position"))["last"] or 0
    return _keep(Material(programme=held, position=last + 1), new, by=by, now=now)


@transaction.atomic
def change_material(
    programme: Programme, material_id: int, new: NewMaterial, *, by: "Profile", now: datetime
) -> Material:
    """Whoever has finished it has. Raises NotInTeam, ProgrammeArchived, NoSuchMaterial or
    ValidationError.
    """
    held = hold_to_set_up(programme, by=by)
    return _keep(_shown(held, material_id), new, by=by, now=now)


@transaction.atomic
def move_material(
    programme: Programme, material_id: int, *, up: bool, by: "Profile", now: datetime
) -> None:
    """By one among those for the same meeting; at an end nothing is moved.

    Raises NotInTeam, ProgrammeArchived or NoSuchMaterial.
    """
    held = hold_to_set_up(programme, by=by)
    one = _shown(held, material_id)
    beside = held.materials.filter(is_shelved=False, meeting=one.meeting)
    other = (
        beside.filter(position__lt=one.position).last()
        if up
        else beside.filter(position__gt=one.position).first()
    )
    if other is None:
        return
    one.position, other.position = other.position, one.position
    Material.objects.bulk_update([one, other], ["position"])
    record_deed(held, TeamDeedKind.SET_UP, by=by, now=now, words=_named(one))


@transaction.atomic
def shelve_material(
    programme: Programme, material_id: int, *, by: "Profile", now: datetime
) -> None:
    """Nobody is shown it any more. Raises NotInTeam, ProgrammeArchived or NoSuchMaterial."""
    held = hold_to_set_up(programme, by=by)
    _set_shelved(_shown(held, material_id), to=True, by=by, now=now)


@transaction.atomic
def bring_back_material(
    programme: Programme, material_id: int, *, by: "Profile", now: datetime
) -> None:
    """Raises NotInTeam, ProgrammeArchived, NoSuchMaterial or TooManyMaterials."""
    held = hold_to_set_up(programme, by=by)
    one = held.materials.filter(pk=material_id, is_shelved=True).first()
    if one is None:
        raise NoSuchMaterial
    _hold_number(held)
    _set_shelved(one, to=False, by=by, now=now)


@transaction.atomic
def finish_material(
    programme: Programme, material_id: int, *, for_team: bool, by: "Profile", now: datetime
) -> Material:
    """Once more is once. Raises NoSuchMaterial or ShownToTeamNow."""
    found = _meant_for(programme, material_id, by)
    if found.is_training and not for_team:
        raise ShownToTeamNow
    row, _is_new = FinishedMaterial.objects.get_or_create(
        material=found, profile=by, defaults={"at": now, "is_for_team": for_team}
    )
    if for_team and not row.is_for_team:
        row.is_for_team = True
        row.save(update_fields=["is_for_team"])
    return found


@transaction.atomic
def take_back_finished(programme: Programme, material_id: int, *, by: "Profile") -> Material:
    """Raises NoSuchMaterial."""
    found = _meant_for(programme, material_id, by)
    FinishedMaterial.objects.filter(material=found, profile=by).delete()
    return found


def _keep(one: Material, new: NewMaterial, *, by: "Profile", now: datetime) -> Material:
    for column, value in asdict(new).items():
        setattr(one, column, cleaned(value) if isinstance(value, str) else value)
    one.side = new.side or ""
    one.full_clean()
    one.save()
    record_deed(one.programme, TeamDeedKind.SET_UP, by=by, now=now, words=_named(one))
    return one


def _set_shelved(one: Material, *, to: bool, by: "Profile", now: datetime) -> None:
    one.is_shelved = to
    one.save(update_fields=["is_shelved"])
    record_deed(one.programme, TeamDeedKind.SET_UP, by=by, now=now, words=_named(one))


def _shown(programme: Programme, material_id: int) -> Material:
    one = programme.materials.filter(pk=material_id, is_shelved=False).first()
    if one is None:
        raise NoSuchMaterial
    return one


def _hold_number(programme: Programme) -> None:
    if programme.materials.filter(is_shelved=False).count() >= MOST_MATERIALS:
        raise TooManyMaterials


def _meant_for(programme: Programme, material_id: int, profile: "Profile") -> Material:
    sides = queries.sides(programme, profile)
    one = programme.materials.filter(pk=material_id, is_shelved=False).first()
    if one is None or not sides or (one.side and Side(one.side) not in sides):
        raise NoSuchMaterial
    return one


def _named(one: Material) -> str:
    return _("To read and learn: %(title)s") % {"title": one.title}
