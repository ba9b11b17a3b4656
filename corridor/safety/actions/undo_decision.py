"""A decision is undone, by whoever moderates or because an appeal was granted."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.safety import letters, log, measures, policies
from corridor.safety.actions.claim_case import NotYourCase
from corridor.safety.actions.decide_case import SayWhy
from corridor.safety.actions.flag import WordsTooLong
from corridor.safety.choices import Deed, Measure
from corridor.safety.events import Decided
from corridor.safety.models import Appeal, Decision
from corridor.safety.queries.own_decisions import number_of_person
from corridor.safety.ties import refuse_if_tied

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_APPEAL = 2000


class UndoneAlready(Exception):
    """There is nothing left to undo."""


class NothingToAppeal(Exception):
    """It is not about her, or nothing was done."""


class AppealedAlready(Exception):
    """Each decision is looked at again once."""


class NotWithoutAnother(Exception):
    """Whoever decided does not judge the appeal."""


@transaction.atomic
def undo_decision(*, decision: Decision, by: "Profile", now: datetime) -> None:
    """Raises NotYourCase, LeaveItToAnother or UndoneAlready."""
    if decision.case is None or not policies.may_look(by, decision.case, today=now.date()):
        raise NotYourCase
    refuse_if_tied(by, decision.case, today=now.date())
    _undo(decision, by=by, now=now)
    log.note(
        Deed.UNDONE,
        by=by.pk,
        at=now,
        case_number=decision.case.pk,
        details=f"decision {decision.pk}",
    )
    letters.tell_of_undoing(decision)
    if decision.about_id is not None:
        events.publish(Decided(profile_id=decision.about_id, at=now))


@transaction.atomic
def appeal(*, decision: Decision, words: str, by: "Profile", now: datetime) -> Appeal:
    """By the person it is about. Raises NothingToAppeal, AppealedAlready, SayWhy, WordsTooLong."""
    held = Decision.objects.select_for_update().get(pk=decision.pk)
    if number_of_person(held) != by.pk:
        raise NothingToAppeal
    if held.measure == Measure.NOTHING or held.undone_at is not None:
        raise NothingToAppeal
    if Appeal.objects.filter(decision=held).exists():
        raise AppealedAlready
    if not words.strip():
        raise SayWhy
    if len(words) > LONGEST_APPEAL:
        raise WordsTooLong

    made = Appeal(decision=held, at=now)
    made.said = {"words": words.strip(), "answer": ""}
    made.save()
    log.note(
        Deed.APPEALED,
        # Who asked a question stands nowhere at the desk.
        by=0 if held.is_about_a_question else by.pk,
        at=now,
        case_number=held.case_id or 0,
        details=f"decision {held.pk}",
    )
    return made


@transaction.atomic
def judge_appeal(
    *, appeal: Appeal, is_granted: bool, answer: str, by: "Profile", now: datetime
) -> None:
    """What was done is undone where it is granted.

    Raises NotWithoutAnother, LeaveItToAnother, UndoneAlready or SayWhy.
    """
    decision = appeal.decision
    if not policies.may_judge_appeal(by, decision, today=now.date()):
        raise NotWithoutAnother
    if decision.case is not None:
        refuse_if_tied(by, decision.case, today=now.date())
    held = Appeal.objects.select_for_update().get(pk=appeal.pk)
    if held.decided_at is not None:
        raise UndoneAlready
    if not answer.strip():
        raise SayWhy

    held.decided_at, held.decided_by, held.is_granted = now, by, is_granted
    held.said = held.said | {"answer": answer.strip()[:LONGEST_APPEAL]}
    held.save(update_fields=["decided_at", "decided_by", "is_granted", "sealed_said"])
    if is_granted and decision.undone_at is None:
        _undo(decision, by=by, now=now)
    log.note(
        Deed.OVERTURNED if is_granted else Deed.UPHELD,
        by=by.pk,
        at=now,
        case_number=decision.case_id or 0,
        details=f"decision {decision.pk}",
    )
    letters.tell_of_appeal(decision, is_granted=is_granted, answer=answer.strip())
    if decision.about_id is not None:
        events.publish(Decided(profile_id=decision.about_id, at=now))


def _undo(decision: Decision, *, by: "Profile", now: datetime) -> None:
    held = Decision.objects.select_for_update().get(pk=decision.pk)
    if held.undone_at is not None or held.measure == Measure.NOTHING:
        raise UndoneAlready
    measures.undo(held, now=now)
    held.undone_at, held.undone_by = now, by
    held.save(update_fields=["undone_at", "undone_by"])
