"""Somebody says who judges her work, or whose work she judges: the two are kept apart.

Only she sees it. The other is not told, and finds nobody there.
"""

from datetime import date, datetime

from django.db import transaction

from corridor.kernel import events
from corridor.people.actions.follow import end_follows_between
from corridor.people.choices import EvaluationKind
from corridor.people.events import PeopleParted
from corridor.people.models import Evaluation, Profile


class CannotEvaluateYourself(Exception):
    """Nobody is her own examiner."""


class EndsInThePast(Exception):
    """It would be over before it begins."""


class NotDeclared(Exception):
    """There is no such declaration of hers."""


@transaction.atomic
def declare_evaluation(
    *,
    profile: Profile,
    other: Profile,
    kind: EvaluationKind,
    ends_on: date | None = None,
    now: datetime,
) -> Evaluation:
    """Ends following in both directions. A new end replaces the one before.

    Raises CannotEvaluateYourself or EndsInThePast.
    """
    if profile.pk == other.pk:
        raise CannotEvaluateYourself
    if ends_on is not None and ends_on <= now.date():
        raise EndsInThePast

    end_follows_between(profile, other)
    declared, _ = Evaluation.objects.update_or_create(
        declared_by=profile, other=other, kind=kind, defaults={"at": now, "ends_on": ends_on}
    )
    events.publish(PeopleParted(by_id=profile.pk, other_id=other.pk, at=now))
    return declared


@transaction.atomic
def end_evaluation(*, evaluation_id: int, by: Profile) -> None:
    """Raises NotDeclared."""
    ended, _ = Evaluation.objects.filter(pk=evaluation_id, declared_by=by).delete()
    if not ended:
        raise NotDeclared
