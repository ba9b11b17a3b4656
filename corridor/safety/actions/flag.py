"""Somebody says that something is wrong here."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.triage import haste, hastened
from corridor.kernel.rate_limits import is_within_limit_of
from corridor.posts import actions as posting
from corridor.safety import letters, reach, snapshots
from corridor.safety.choices import HANDLING, Reason
from corridor.safety.models import A_PERSON, Case, Evidence, Flag
from corridor.safety.snapshots import Snapshot

if TYPE_CHECKING:
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


def flag_post(new: NewFlag, *, post: "Post", by: "Profile", now: datetime) -> Flag:
    """One that she may read. What shows a patient is hidden at once.

    Raises CannotFlagYourself, WordsTooLong or TooManyFlags.
    """
    kept = snapshots.of_post(post.pk)
    with transaction.atomic():
        thing = _Thing(about=post.author, post_number=post.pk, kept=kept, reach=reach.of_post(post))
        flag = _flag(new, thing, by=by, now=now)
        if new.reason == Reason.PRIVACY and not _was_looked_at(flag.case, kept):
            _hide(post, now)
    return flag


def flag_person(new: NewFlag, *, person: "Profile", by: "Profile", now: datetime) -> Flag:
    """One that she may name. Raises as `flag_post`."""
    kept = snapshots.of_person(person)
    with transaction.atomic():
        thing = _Thing(about=person, post_number=A_PERSON, kept=kept, reach=reach.of_person(person))
        return _flag(new, thing, by=by, now=now)


@dataclass(frozen=True, kw_only=True)
class _Thing:
    about: "Profile"
    post_number: int
    kept: Snapshot
    reach: int


def _flag(new: NewFlag, thing: _Thing, *, by: "Profile", now: datetime) -> Flag:
    _check(new, about=thing.about, by=by)
    handling = HANDLING[new.reason]
    case, _is_new = Case.objects.select_for_update().get_or_create(
        about=thing.about,
        post_number=thing.post_number,
        is_surge=False,
        closed_at=None,
        defaults={
            "queue": handling.queue,
            "opened_at": now,
            "due_at": now + handling.within,
        },
    )
    if now + handling.within < case.due_at:  # graver than what was said of it before
        case.queue, case.due_at = handling.queue, now + handling.within
    _keep(case, thing.kept, now)
    flag = _say(new, case, by, now)
    case.reach = thing.reach
    made = haste(flags=case.flags.count(), reach=case.reach)
    case.due_at = min(case.due_at, now + hastened(handling.within, made))
    case.save(update_fields=["queue", "due_at", "reach"])
    return flag


def _check(new: NewFlag, *, about: "Profile", by: "Profile") -> None:
    if about.pk == by.pk:
        raise CannotFlagYourself
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


def _was_looked_at(case: Case, kept: Snapshot) -> bool:
    """A moderator saw the very same words before and let them stand."""
    earlier = Evidence.objects.filter(
        digest=snapshots.digest_of(kept), case__post_number=case.post_number
    )
    return earlier.exclude(case__closed_at=None).exists()


def _hide(post: "Post", now: datetime) -> None:
    with suppress(posting.WithheldAlready):
        posting.withhold_post(post.pk, now=now)
        letters.tell_of_hidden_post(post.author_id)
