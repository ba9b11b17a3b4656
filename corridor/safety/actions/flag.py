"""Somebody says that something is wrong here."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from corridor.algorithms.triage import haste, hastened
from corridor.kernel.rate_limits import is_within_limit_of
from corridor.library import actions as library_actions
from corridor.library import queries as library
from corridor.mentoring import queries as mentoring
from corridor.mentoring.actions import QuestionGone
from corridor.posts import actions as posting
from corridor.safety import letters, measures, reach, snapshots
from corridor.safety.choices import HANDLING, Reason
from corridor.safety.models import A_PERSON, Case, Evidence, Flag
from corridor.safety.snapshots import Snapshot

if TYPE_CHECKING:
    from corridor.library.models import KeptAnswer
    from corridor.mentoring.queries import ShownQuestion
    from corridor.people.models import Profile
    from corridor.posts.models import Post

LONGEST_WORDS = 1000
MOST_A_DAY = 50
A_DAY = 24 * 60 * 60


class CannotFlagYourself(Exception):
    """Whoever wants her own post gone deletes it."""


class WordsTooLong(Exception):
    """Longer than what it is said in has room for."""


class TooManyFlags(Exception):
    """More than anybody means within a day."""


@dataclass(frozen=True, kw_only=True)
class NewFlag:
    reason: Reason
    words: str = ""
    rules: Sequence[str] = ()
    """Those of this place that it is against, as they are worded now."""


@dataclass(frozen=True, kw_only=True)
class Flagged:
    """What is flagged, as it is now."""

    about: "Profile"
    post_number: int
    kept: Snapshot
    reach: int
    answer_number: int = 0


def flag_post(new: NewFlag, *, post: "Post", by: "Profile", now: datetime) -> Flag:
    """One that she may read. What shows a patient is hidden at once.

    Raises CannotFlagYourself, WordsTooLong or TooManyFlags.
    """
    thing = post_as_flagged(post)
    with transaction.atomic():
        flag = _flag(new, thing, by=by, now=now)
        hide_if_patient(new.reason, flag.case, post, now=now)
    return flag


def flag_person(new: NewFlag, *, person: "Profile", by: "Profile", now: datetime) -> Flag:
    """One that she may name. Raises as `flag_post`."""
    thing = person_as_flagged(person)
    with transaction.atomic():
        return _flag(new, thing, by=by, now=now)


def flag_messages(
    new: NewFlag,
    said: Sequence[Mapping[str, Any]],
    *,
    person: "Profile",
    by: "Profile",
    now: datetime,
) -> Flag:
    """What she hands over of what that person wrote to her: nothing else is looked up.

    Of each message `at`, `words` and the number of `files`. Raises as `flag_post`.
    """
    thing = person_as_flagged(person)
    thing = replace(thing, kept={**thing.kept, "messages": list(said)})
    with transaction.atomic():
        return _flag(new, thing, by=by, now=now)


def flag_question(new: NewFlag, *, asked: "ShownQuestion", by: "Profile", now: datetime) -> Flag:
    """One that she may read; who asked is named to nobody. What shows a patient is hidden at once.

    Raises as `flag_post`.
    """
    if asked.is_own:
        raise CannotFlagYourself
    number = asked.question.pk
    with transaction.atomic():
        before = mentoring.question_before_moderators(number)
        if before is None:
            raise QuestionGone
        _check_words(new, by=by)
        kept = snapshots.of_question(before)
        case = _held(new.reason, now=now, question_number=number)
        _keep(case, kept, now)
        flag = _put(new, case, by=by, now=now)
        if new.reason == Reason.PRIVACY and not _was_looked_at(kept, case__question_number=number):
            measures.withhold_question(number, now=now)
    return flag


def flag_answer(new: NewFlag, *, kept: "KeptAnswer", by: "Profile", now: datetime) -> Flag:
    """One kept in the library that she may read; it is about whoever answered. What shows a
    patient is hidden at once.

    Raises as `flag_post`, CannotFlagYourself to whoever asked, too, or KeptGone.
    """
    if library.own_kept(by).filter(pk=kept.pk).exists():
        raise CannotFlagYourself
    with transaction.atomic():
        as_it_is = library.kept_before_moderators(kept.pk)
        if as_it_is is None:
            raise library_actions.KeptGone
        thing = replace(
            person_as_flagged(as_it_is.answerer),
            kept=snapshots.of_answer(as_it_is),
            answer_number=kept.pk,
        )
        flag = _flag(new, thing, by=by, now=now)
        if new.reason == Reason.PRIVACY and not _was_looked_at(
            thing.kept, case__answer_number=kept.pk
        ):
            library_actions.withhold_kept(kept.pk, now=now)
    return flag


def post_as_flagged(post: "Post") -> Flagged:
    return Flagged(
        about=post.author,
        post_number=post.pk,
        kept=snapshots.of_post(post.pk),
        reach=reach.of_post(post),
    )


def person_as_flagged(person: "Profile") -> Flagged:
    return Flagged(
        about=person,
        post_number=A_PERSON,
        kept=snapshots.of_person(person),
        reach=reach.of_person(person),
    )


def hide_if_patient(reason: Reason, case: Case, post: "Post", *, now: datetime) -> None:
    """Until a moderator has looked, unless one let the very same words stand before."""
    if reason == Reason.PRIVACY and not _was_looked_at(
        snapshots.of_post(post.pk), case__post_number=case.post_number
    ):
        _hide(post, now)


def _flag(new: NewFlag, thing: Flagged, *, by: "Profile", now: datetime) -> Flag:
    _check(new, about=thing.about, by=by)
    return _put(new, gathered(new.reason, thing, now=now), by=by, now=now)


def _put(new: NewFlag, case: Case, *, by: "Profile", now: datetime) -> Flag:
    flag = _say(new, case, by, now)
    hasten(case, new.reason, now=now)
    return flag


def gathered(reason: Reason, thing: Flagged, *, now: datetime) -> Case:
    """The open case about it, locked, with what it says now."""
    case = _held(
        reason,
        now=now,
        about=thing.about,
        post_number=thing.post_number,
        answer_number=thing.answer_number,
        is_surge=False,
    )
    case.reach = thing.reach
    _keep(case, thing.kept, now)
    return case


def _held(reason: Reason, *, now: datetime, **what: Any) -> Case:
    """The open case about this, locked."""
    handling = HANDLING[reason]
    case, _is_new = Case.objects.select_for_update().get_or_create(
        **what,
        closed_at=None,
        defaults={
            "queue": handling.queue,
            "opened_at": now,
            "due_at": now + handling.within,
        },
    )
    if now + handling.within < case.due_at:  # graver than what was said of it before
        case.queue, case.due_at = handling.queue, now + handling.within
    return case


def hasten(case: Case, reason: Reason, *, now: datetime) -> None:
    """Once the flag is in it."""
    made = haste(flags=case.flags.count(), reach=case.reach)
    case.due_at = min(case.due_at, now + hastened(HANDLING[reason].within, made))
    case.save(update_fields=["queue", "due_at", "reach"])


def _check(new: NewFlag, *, about: "Profile", by: "Profile") -> None:
    if about.pk == by.pk:
        raise CannotFlagYourself
    _check_words(new, by=by)


def _check_words(new: NewFlag, *, by: "Profile") -> None:
    if len(new.words) > LONGEST_WORDS:
        raise WordsTooLong
    if not is_within_limit_of(str(by.pk), "flag", most=MOST_A_DAY, seconds=A_DAY):
        raise TooManyFlags


def _keep(case: Case, kept: Snapshot, now: datetime) -> None:
    digest = snapshots.digest_of(kept)
    if not case.evidence.filter(digest=digest).exists():
        evidence = Evidence(case=case, at=now, digest=digest)
        evidence.kept = kept
        evidence.save()


def _say(new: NewFlag, case: Case, by: "Profile", now: datetime) -> Flag:
    first = Flag.objects.filter(case=case, by=by).first()
    if first is None:
        first = Flag(case=case, by=by, reason=new.reason, at=now)
        first.said = {"words": new.words.strip(), "rules": list(new.rules)}
        first.save()
        return first
    said = first.said
    words = dict.fromkeys(filter(None, (said["words"], new.words.strip())))
    first.said = {
        "words": "\n\n".join(words)[: 4 * LONGEST_WORDS],
        "rules": list(dict.fromkeys([*said["rules"], *new.rules])),
    }
    if HANDLING[new.reason].within < HANDLING[Reason(first.reason)].within:
        first.reason = new.reason
    first.save(update_fields=["sealed_said", "reason"])
    return first


def _was_looked_at(kept: Snapshot, **about: int) -> bool:
    """A moderator saw the very same words before and let them stand."""
    earlier = Evidence.objects.filter(digest=snapshots.digest_of(kept), **about)
    return earlier.exclude(case__closed_at=None).exists()


def _hide(post: "Post", now: datetime) -> None:
    with suppress(posting.WithheldAlready):
        posting.withhold_post(post.pk, now=now)
        letters.tell_of_hidden_post(post.author_id)
