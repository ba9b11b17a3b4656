"""Somebody looks through what lies apart for her, or for somebody whom she helps."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.people import actions as people
from corridor.posts import actions as posting
from corridor.safety import policies
from corridor.safety.actions.flag import NewFlag, flag_post
from corridor.safety.choices import HeldAnswer, HeldKind
from corridor.safety.events import HeldAnswered
from corridor.safety.models import Flag, Held

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotYourFolder(Exception):
    """She may not look through it."""


class NothingHeld(Exception):
    """It is not there any more, or was answered already."""


@transaction.atomic
def let_through(rows: Iterable[Held], *, actor: "Profile", now: datetime) -> int:
    """These alone: what the same people say next waits again, but a message opens its conversation.

    How many. Raises NotYourFolder or NothingHeld.
    """
    waiting = _waiting(rows, actor)
    for held in waiting:
        _open(held, now)
        _answer(held, HeldAnswer.LET, actor, now)
    return len(waiting)


@transaction.atomic
def put_away(rows: Iterable[Held], *, actor: "Profile", now: datetime) -> int:
    """They wait no longer; nobody is told. How many. Raises NotYourFolder or NothingHeld."""
    waiting = _waiting(rows, actor)
    for held in waiting:
        _answer(held, HeldAnswer.AWAY, actor, now)
    return len(waiting)


@transaction.atomic
def put_back(rows: Iterable[Held], *, actor: "Profile") -> int:
    """What was put away waits in the folder again. How many. Raises as `put_away`."""
    away = _locked(rows, actor, answer=HeldAnswer.AWAY)
    for held in away:
        if held.kind == HeldKind.REPLY:
            posting.let_reply_wait(held.post_id)
        held.answer, held.answered_at, held.answered_by = "", None, None
        held.save(update_fields=["answer", "answered_at", "answered_by"])
    return len(away)


@transaction.atomic
def let_senders_through(rows: Iterable[Held], *, actor: "Profile", now: datetime) -> int:
    """Whoever said these is no stranger to her from now on, and all of theirs that waits is told.

    How many people. Raises NotYourFolder or NothingHeld.
    """
    senders = _senders(rows, actor)
    for (profile_id, by_id), theirs in senders.items():
        people.get_acquainted(profile_id, by_id, now=now)
        let_through(theirs, actor=actor, now=now)
    return len(senders)


@transaction.atomic
def mute_senders(rows: Iterable[Held], *, actor: "Profile", now: datetime) -> int:
    """On her behalf whose folder it is. How many people. Raises NotYourFolder or NothingHeld."""
    senders = _senders(rows, actor)
    for theirs in senders.values():
        people.mute(muter=theirs[0].profile, muted=theirs[0].by, now=now)
        put_away(theirs, actor=actor, now=now)
    return len(senders)


@transaction.atomic
def block_senders(rows: Iterable[Held], *, actor: "Profile", now: datetime) -> int:
    """On her behalf whose folder it is. How many people. Raises NotYourFolder or NothingHeld."""
    senders = _senders(rows, actor)
    for theirs in senders.values():
        put_away(theirs, actor=actor, now=now)
        people.block(blocker=theirs[0].profile, blocked=theirs[0].by, now=now)
    return len(senders)


@transaction.atomic
def flag_held(new: NewFlag, *, rows: Iterable[Held], actor: "Profile", now: datetime) -> list[Flag]:
    """By whoever looks: a helper flags as herself. Each stays in the folder.

    Raises NotYourFolder, NothingHeld, or as `flag_post`.
    """
    return [
        flag_post(new, post=held.post, by=actor, now=now)
        for held in _waiting(rows, actor)
        if held.by_id != actor.pk
    ]


def _senders(rows: Iterable[Held], actor: "Profile") -> dict[tuple[int, int], list[Held]]:
    """Folder and person -> all of theirs that waits in it, not only what was chosen."""
    pairs = {(held.profile_id, held.by_id) for held in _waiting(rows, actor)}
    found: dict[tuple[int, int], list[Held]] = {}
    for profile_id, by_id in sorted(pairs):
        theirs = Held.objects.filter(profile=profile_id, by=by_id, answer="")
        found[profile_id, by_id] = list(
            theirs.select_related("profile", "by", "post").order_by("pk")
        )
    return found


def _waiting(rows: Iterable[Held], actor: "Profile") -> list[Held]:
    return _locked(rows, actor, answer="")


def _locked(rows: Iterable[Held], actor: "Profile", *, answer: str) -> list[Held]:
    """Until the transaction ends."""
    ids = [held.pk for held in rows]
    locked = Held.objects.select_for_update(of=("self",)).filter(pk__in=ids, answer=answer)
    waiting = list(locked.select_related("profile", "by", "post").order_by("pk"))
    if not waiting:
        raise NothingHeld
    for profile in {held.profile for held in waiting}:
        if not policies.may_tend(actor, profile):
            raise NotYourFolder
    return waiting


def _open(held: Held, now: datetime) -> None:
    if held.kind == HeldKind.REPLY:
        with suppress(posting.NotWaiting):  # moderators withheld it, or it was let through
            posting.let_reply_through(reply=held.post, by=held.profile)
    elif held.kind == HeldKind.QUOTE:
        with suppress(posting.NotQuoted):
            posting.show_quote_again(quoting=held.post, by=held.profile)
    elif held.kind == HeldKind.MESSAGE:
        posting.take_in(held.post.thread, by=held.profile_id)
        people.get_acquainted(held.profile_id, held.by_id, now=now)


def _answer(held: Held, answer: HeldAnswer, actor: "Profile", now: datetime) -> None:
    if answer == HeldAnswer.AWAY and held.kind == HeldKind.REPLY:
        with suppress(posting.NotWaiting):
            posting.refuse_reply(reply=held.post, by=held.profile, now=now)
    held.answer, held.answered_at, held.answered_by = answer, now, actor
    held.save(update_fields=["answer", "answered_at", "answered_by"])
    events.publish(
        HeldAnswered(
            profile_id=held.profile_id,
            by_id=held.by_id,
            post_id=held.post_id,
            is_let_through=answer == HeldAnswer.LET,
            actor_id=actor.pk,
            at=now,
        )
    )
