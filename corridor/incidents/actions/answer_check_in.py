"""She is asked how she is, and answers or not."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.incidents import letters
from corridor.incidents.actions.hold import hold
from corridor.incidents.choices import LATE, CheckIns, Feeling
from corridor.incidents.events import CheckInDue
from corridor.incidents.models import CheckIn, Incident
from corridor.incidents.telling import LONGEST_WORDS, WordsTooLong
from corridor.kernel import events

if TYPE_CHECKING:
    from corridor.people.models import Profile

AT_ONCE = 200


@dataclass(frozen=True, kw_only=True)
class Answer:
    feeling: Feeling
    words: str = ""


class NotAskedYet(Exception):
    """Nobody asked her that, or it is gone."""


def ask_check_ins(*, now: datetime) -> int:
    """How many people were asked: each once, whoever else works at it."""
    due = CheckIn.objects.filter(asked_at=None, due_at__lte=now).order_by("due_at", "pk")
    return sum(_ask(pk, now) for pk in list(due.values_list("pk", flat=True)[:AT_ONCE]))


@transaction.atomic
def _ask(check_in_id: int, now: datetime) -> bool:
    rows = CheckIn.objects.select_for_update(of=("self",)).filter(pk=check_in_id, asked_at=None)
    check_in = rows.select_related("incident__owner").first()
    if check_in is None:
        return False
    incident = check_in.incident
    is_over = incident.closed_at is not None or incident.check_ins == CheckIns.NONE
    if is_over or check_in.due_at < now - LATE:
        check_in.delete()
        return False
    check_in.asked_at = now
    check_in.save(update_fields=["asked_at"])
    events.publish(CheckInDue(profile_id=incident.owner_id, at=now))
    if incident.check_ins == CheckIns.MAIL:
        letters.ask(check_in)
    return True


@transaction.atomic
def answer_check_in(answer: Answer, *, check_in: CheckIn, by: "Profile", now: datetime) -> None:
    """A second answer replaces the first.

    Raises NotYourIncident, NotAskedYet or WordsTooLong.
    """
    incident = hold(check_in.incident, by=by)
    if len(answer.words) > LONGEST_WORDS:
        raise WordsTooLong
    asked = incident.check_in_rows.filter(pk=check_in.pk).exclude(asked_at=None).first()
    if asked is None:
        raise NotAskedYet
    asked.said = {"feeling": str(answer.feeling), "words": answer.words.strip()}
    asked.answered_at = now
    asked.save(update_fields=["sealed_said", "answered_at"])


@transaction.atomic
def end_mails(incident_id: int) -> None:
    """By the link in one of them: she is asked here only."""
    Incident.objects.filter(pk=incident_id, check_ins=CheckIns.MAIL).update(check_ins=CheckIns.HERE)
