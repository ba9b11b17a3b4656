from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.choices import TeamRole
from corridor.programmes.models import Programme, TeamMember

if TYPE_CHECKING:
    from corridor.people.models import Profile


class AddressTaken(Exception):
    """Another programme has this address."""


@dataclass(frozen=True, kw_only=True)
class NewProgramme:
    slug: str
    name: str
    hashtag: str
    """Without #."""
    description: str


@transaction.atomic
def start_programme(new: NewProgramme, *, directors: Sequence["Profile"]) -> Programme:
    """Active at once, its owner the first of the directors. Raises AddressTaken or
    ValidationError.
    """
    if Programme.objects.filter(slug=new.slug).exists():
        raise AddressTaken

    programme = Programme(
        slug=new.slug, name=new.name, hashtag=new.hashtag, description=new.description
    )
    programme.full_clean()
    programme.save()
    roles = [TeamRole.OWNER, *[TeamRole.DIRECTOR] * len(directors)]
    TeamMember.objects.bulk_create(
        TeamMember(programme=programme, profile=director, role=role)
        for director, role in zip(directors, roles, strict=False)
    )
    return programme
