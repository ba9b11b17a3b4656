from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.matching.options import Options
from corridor.programmes import policies
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.documents import to_document
from corridor.programmes.models import Programme, Round

if TYPE_CHECKING:
    from corridor.people.models import Profile


class FollowsAnotherProgramme(Exception):
    """Matches are kept from an earlier round of the same programme only."""


@dataclass(frozen=True, kw_only=True)
class NewRound:
    name: str
    opens_on: date
    closes_on: date
    starts_on: date
    ends_on: date
    options: Options
    """What depends on who applies (pins, relations, earlier matches) is added for each run."""
    follows: Round | None = None


@transaction.atomic
def open_round(*, programme: Programme, new: NewRound, by: "Profile") -> Round:
    """Raises NotDirector, FollowsAnotherProgramme or ValidationError."""
    if not policies.can_direct(by, programme):
        raise NotDirector
    if new.follows is not None and new.follows.programme_id != programme.pk:
        raise FollowsAnotherProgramme

    opened = Round(
        programme=programme,
        name=new.name,
        opens_on=new.opens_on,
        closes_on=new.closes_on,
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        settings=to_document(new.options),
        follows=new.follows,
    )
    opened.full_clean()
    opened.save()
    return opened
