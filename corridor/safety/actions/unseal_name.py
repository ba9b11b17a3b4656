"""A moderator asks to see who flagged something; another lets her, or does not."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring import queries as mentoring
from corridor.safety import letters, log, outside_letters, policies
from corridor.safety.actions.claim_case import NoteTooLong, NotYourCase
from corridor.safety.actions.decide_case import SayWhy
from corridor.safety.actions.undo_decision import NotWithoutAnother
from corridor.safety.choices import Deed
from corridor.safety.models import Case, Flag, OutsideFlag, Unsealing

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_WHY = 500


class NoNameThere(Exception):
    """Whoever flagged it left."""


class AskedAlready(Exception):
    """Another moderator has yet to answer."""


class AnsweredAlready(Exception):
    """Another moderator was faster."""


@transaction.atomic
def ask_for_name(flag: Flag, *, why: str, by: "Profile", now: datetime) -> Unsealing:
    """Raises NotYourCase, NoNameThere, SayWhy, NoteTooLong or AskedAlready."""
    if not policies.may_look(by, flag.case, today=now.date()):
        raise NotYourCase
    if flag.by_id is None and not OutsideFlag.objects.filter(flag=flag).exists():
        raise NoNameThere
    if not why.strip():
        raise SayWhy
    if len(why) > LONGEST_WHY:
        raise NoteTooLong
    # Held, so that asking twice at once is asking once.
    Flag.objects.select_for_update().get(pk=flag.pk)
    mine = Unsealing.objects.filter(flag=flag, asked_by=by, of_asker=False)
    if mine.filter(answered_at=None).exists():
        raise AskedAlready

    asked = Unsealing(flag=flag, asked_by=by, asked_at=now)
    asked.why = why.strip()
    asked.save()
    _note(Deed.ASKED_NAME, asked, by, now)
    return asked


@transaction.atomic
def ask_for_asker(case: Case, *, why: str, by: "Profile", now: datetime) -> Unsealing:
    """Who asked the question that was flagged.

    Raises NotYourCase, NoNameThere, SayWhy, NoteTooLong or AskedAlready.
    """
    if not policies.may_look(by, case, today=now.date()):
        raise NotYourCase
    held = Case.objects.select_for_update(of=("self",)).get(pk=case.pk)
    flag = held.flags.order_by("pk").first()
    if flag is None or mentoring.asker_of(held.question_number) is None:
        raise NoNameThere
    if not why.strip():
        raise SayWhy
    if len(why) > LONGEST_WHY:
        raise NoteTooLong
    waiting = Unsealing.objects.filter(flag__case=held, of_asker=True, answered_at=None)
    if waiting.filter(asked_by=by).exists():
        raise AskedAlready

    asked = Unsealing(flag=flag, of_asker=True, asked_by=by, asked_at=now)
    asked.why = why.strip()
    asked.save()
    _note(Deed.ASKED_NAME, asked, by, now)
    return asked


@transaction.atomic
def answer_unsealing(asked: Unsealing, *, is_granted: bool, by: "Profile", now: datetime) -> None:
    """For a day, and to her alone; whoever flagged it is told.

    Raises NotWithoutAnother or AnsweredAlready.
    """
    if not policies.may_answer_unsealing(by, asked, today=now.date()):
        raise NotWithoutAnother
    held = Unsealing.objects.select_for_update().select_related("flag").get(pk=asked.pk)
    if held.answered_at is not None:
        raise AnsweredAlready

    held.answered_by, held.answered_at, held.is_granted = by, now, is_granted
    held.save(update_fields=["answered_by", "answered_at", "is_granted"])
    _note(Deed.UNSEALED if is_granted else Deed.KEPT_NAME, held, by, now)
    if is_granted:
        _tell(held)


def _tell(unsealing: Unsealing) -> None:
    if unsealing.of_asker:
        letters.tell_asker_of_unsealing(unsealing)
        return
    outside = OutsideFlag.objects.filter(flag=unsealing.flag).first()
    if outside is None:
        letters.tell_of_unsealing(unsealing)
    elif outside.said["email"]:
        outside_letters.tell_of_unsealing(outside, why=unsealing.why)


def _note(deed: Deed, asked: Unsealing, by: "Profile", now: datetime) -> None:
    log.note(
        deed,
        by=by.pk,
        at=now,
        case_number=asked.flag.case_id,
        details="asker" if asked.of_asker else f"flag {asked.flag_id}",
    )
