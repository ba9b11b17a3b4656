from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.matching.options import Barrier
from corridor.programmes import policies
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.models import DeclaredRelation, Round

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class NewRelation:
    mentee: "Profile"
    mentor: "Profile"
    barrier: Barrier


@transaction.atomic
def declare_relation(
    *,
    round: Round,
    new: NewRelation,
    by: "Profile",
    now: datetime,
) -> DeclaredRelation:
    """Raises NotDirector or ValidationError."""
    if not policies.can_direct(by, round.programme):
        raise NotDirector

    declared = DeclaredRelation(
        round=round,
        mentee=new.mentee,
        mentor=new.mentor,
        barrier=new.barrier.value,
        declared_at=now,
    )
    declared.full_clean()
    declared.save()
    return declared
