"""A moderator decides a case: what is done, and why, in words to the person."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.library import queries as library
from corridor.mentoring import queries as mentoring
from corridor.posts import actions as posting
from corridor.posts import queries as posts
from corridor.safety import letters, log, measures, outside_letters
from corridor.safety.actions.claim_case import held_for
from corridor.safety.actions.flag import WordsTooLong
from corridor.safety.choices import OF_PEOPLE, OF_POSTS, OF_QUESTIONS, Deed, Measure, Reason
from corridor.safety.events import Decided, FlagAnswered
from corridor.safety.models import Case, Decision, Flag, OutsideFlag
from corridor.safety.ties import refuse_if_tied

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_WORDS = 2000
MOST_DAYS = 365
UNTIL_SECONDED = timedelta(days=7)
"""An account is closed for good by two; so long it is closed by one."""


class ChooseAMeasure(Exception):
    """None was chosen, or no action besides another."""


class DoesNotFit(Exception):
    """A measure on posts where there is no post any more, on a person who left, or on the one
    whom very many turn on: whoever attacks her has cases of their own.
    """


class SayWhy(Exception):
    """Whoever is decided about reads why."""


class SayTheNote(Exception):
    """A content note has words."""


class NotSoManyDays(Exception):
    """A day to a year; or none, for as long as nobody lifts it."""


@dataclass(frozen=True, kw_only=True)
class NewDecision:
    measures: Sequence[Measure]
    reason: Reason
    """What for: it need not be what was flagged."""
    words: str = ""
    """To the person; needed for all but no action."""
    note: str = ""
    """The content note, for that measure."""
    begins_with: str = ""
    """Code and version of the wording that its words begin with, for the log."""
    rules: Sequence[str] = ()
    """Of this place, that it is against, as they are worded now."""
    days: int | None = None
    """For measures on the person; None is until they are lifted."""


@transaction.atomic
def decide_case(
    new: NewDecision, *, case: Case, by: "Profile", now: datetime
) -> Sequence[Decision]:
    """All measures or none. Whoever flagged it is told, and the person where anything was done.

    Raises NotYourCase, ClosedAlready, ClaimedByAnother, LeaveItToAnother, ChooseAMeasure,
    DoesNotFit, SayWhy, SayTheNote, WordsTooLong, NotSoManyDays, or what `people.actions.restrict`
    raises.
    """
    held = held_for(case, by, now)
    refuse_if_tied(by, held, today=now.date())
    _check(new, held)

    was_hidden = _was_hidden(held)
    made = [_decide(measure, new, held, by=by, now=now) for measure in new.measures]
    _count(made[0], held, was_hidden=was_hidden)
    if Measure.REMOVE not in new.measures:
        measures.give_back(held)
    if Measure.NOTHING not in new.measures and held.is_about_a_post:
        posting.keep_from_returning(held.post_number)
    held.closed_at = now
    held.claimed_by = held.claimed_at = None
    held.save(update_fields=["closed_at", "claimed_by", "claimed_at"])
    done = " ".join(new.measures)
    details = f"{new.reason}: {done}" + (f", {new.begins_with}" if new.begins_with else "")
    log.note(Deed.DECIDED, by=by.pk, at=now, case_number=held.pk, details=details)
    _answer(held, is_acted_on=Measure.NOTHING not in new.measures, now=now)
    _tell(made, new)
    return made


def close_cases(cases: Iterable[Case], *, reason: Reason, by: "Profile", now: datetime) -> int:
    """Several without action, all or none; how many. Raises as `decide_case`."""
    new = NewDecision(measures=[Measure.NOTHING], reason=reason)
    with transaction.atomic():
        return sum(len(decide_case(new, case=case, by=by, now=now)) for case in cases)


def _check(new: NewDecision, case: Case) -> None:
    chosen = set(new.measures)
    if not chosen or (Measure.NOTHING in chosen and len(chosen) > 1):
        raise ChooseAMeasure
    if not _fits(chosen - {Measure.NOTHING}, case):
        raise DoesNotFit
    if chosen != {Measure.NOTHING} and not new.words.strip():
        raise SayWhy
    if Measure.LABEL in chosen and not new.note.strip():
        raise SayTheNote
    if len(new.words) > LONGEST_WORDS:
        raise WordsTooLong
    if new.days is not None and not 0 < new.days <= MOST_DAYS:
        raise NotSoManyDays


def _fits(chosen: set[Measure], case: Case) -> bool:
    if case.is_about_a_question:
        asked = mentoring.question_before_moderators(case.question_number)
        return chosen <= OF_QUESTIONS and asked is not None
    if chosen & OF_POSTS and not _fits_what_is_there(chosen, case):
        return False
    return not chosen or (case.about is not None and not case.is_surge)


def _fits_what_is_there(chosen: set[Measure], case: Case) -> bool:
    if case.is_about_an_answer:
        is_kept = library.kept_before_moderators(case.answer_number) is not None
        return Measure.LABEL not in chosen and is_kept
    return case.is_about_a_post and posts.is_there(case.post_number)


def _decide(
    measure: Measure, new: NewDecision, case: Case, *, by: "Profile", now: datetime
) -> Decision:
    needs_second = measure == Measure.SUSPEND and new.days is None
    until = now + UNTIL_SECONDED if needs_second else None
    if measure in OF_PEOPLE and new.days is not None:
        until = now + timedelta(days=new.days)
    decision = Decision(
        case=case,
        about=case.about,
        post_number=case.post_number,
        question_number=case.question_number,
        answer_number=case.answer_number,
        measure=measure,
        reason=new.reason,
        by=by,
        rules="\n".join(new.rules),
        flagged_at=case.opened_at,
        at=now,
        until=until,
        needs_second=needs_second,
    )
    decision.words = new.words.strip()
    measures.apply(decision, note=new.note.strip(), now=now)
    decision.save()
    return decision


def _was_hidden(case: Case) -> bool:
    """Since a flag said that a patient can be recognised, and nobody had looked."""
    if not case.flags.filter(reason=Reason.PRIVACY).exists():
        return False
    if case.is_about_an_answer:
        kept = library.kept_before_moderators(case.answer_number)
        return kept is not None and kept.withheld_at is not None
    if not case.is_about_a_post:
        return False
    found = posts.whole_posts([case.post_number])
    return bool(found) and found[0].post.withheld_at is not None


def _count(decision: Decision, case: Case, *, was_hidden: bool) -> None:
    """For the figures, which outlive the case."""
    decision.number_of_flags = case.flags.filter(heard_at=None).count()
    decision.was_hidden = was_hidden
    decision.save(update_fields=["number_of_flags", "was_hidden"])


def _answer(case: Case, *, is_acted_on: bool, now: datetime) -> None:
    """Whoever flagged it hears what came of it."""
    waiting = Flag.objects.filter(case=case, heard_at=None)
    flaggers = sorted(waiting.exclude(by=None).values_list("by", flat=True))
    outside = list(OutsideFlag.objects.filter(flag__in=waiting).order_by("pk"))
    waiting.update(heard_at=now)
    for one in outside:
        if one.said["email"]:
            outside_letters.tell_of_answer(one, is_acted_on=is_acted_on)
    for flagger_id in flaggers:
        events.publish(FlagAnswered(profile_id=flagger_id, is_acted_on=is_acted_on, at=now))


def _tell(made: Sequence[Decision], new: NewDecision) -> None:
    acted = [one for one in made if one.measure != Measure.NOTHING]
    if acted:
        letters.tell_of_decision(acted, words=new.words.strip())
        first = acted[0]
        if first.about_id is not None:
            events.publish(Decided(profile_id=first.about_id, at=first.at))
