"""How a viewer stands to several people at once, as far as she may know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import Q, QuerySet

from corridor.kernel.compiled import Compiled, CompiledObjects, CompiledSeveral
from corridor.people.models import Block, Endorsement, Follow, Mute, PersonNote
from corridor.people.queries.seen import people_named


@dataclass(frozen=True, kw_only=True)
class Standing:
    follow: Follow | None = None
    """Hers, perhaps not answered."""
    follow_back: Follow | None = None
    is_blocked: bool = False
    """By the viewer; what the other did is not told."""
    mute: Mute | None = None
    note: str = ""
    is_endorsed: bool = False

    @property
    def follows(self) -> bool:
        return self.follow is not None and self.follow.accepted_at is not None

    @property
    def is_followed(self) -> bool:
        return self.follow_back is not None and self.follow_back.accepted_at is not None


def standings(ids: Iterable[int], *, viewer_id: int, now: datetime) -> dict[int, Standing]:
    """In the order asked for, without those of whom she may not know."""
    wanted = list(dict.fromkeys(ids))
    known = [row[0] for row in _named().rows(wanted, viewer=viewer_id, now=now)]
    rows = _follows().objects(known, viewer=viewer_id)
    follows = {(row.follower_id, row.followed_id): row for row in rows}
    blocked = {row[0] for row in _blocked().rows(known, viewer=viewer_id)}
    in_force = _mutes().objects(known, viewer=viewer_id, now=now)
    mutes = {mute.muted_id: mute for mute in in_force}
    notes = {row[0]: row[1] for row in _notes().rows(known, viewer=viewer_id)}
    endorsed = {row[0] for row in _endorsed().rows(known, viewer=viewer_id)}
    return {
        pk: Standing(
            follow=follows.get((viewer_id, pk)),
            follow_back=follows.get((pk, viewer_id)),
            is_blocked=pk in blocked,
            mute=mutes.get(pk),
            note=notes.get(pk, ""),
            is_endorsed=pk in endorsed,
        )
        for pk in wanted
        if pk in known
    }


@cache
def _named() -> CompiledSeveral[Any]:
    def build(ids: Sequence[int], viewer: int, now: datetime) -> Any:
        return people_named(viewer, today=now.date()).filter(pk__in=ids).values_list("pk")

    return CompiledSeveral(Compiled, build, int, viewer=int, now=datetime)


@cache
def _follows() -> CompiledSeveral[Follow]:
    """Hers of these people, and theirs of her."""

    def build(ids: Sequence[int], viewer: int) -> QuerySet[Follow]:
        hers = Q(follower=viewer, followed__in=ids)
        return Follow.objects.filter(hers | Q(follower__in=ids, followed=viewer)).order_by("pk")

    return CompiledSeveral(CompiledObjects, build, int, viewer=int)


@cache
def _mutes() -> CompiledSeveral[Mute]:
    def build(ids: Sequence[int], viewer: int, now: datetime) -> QuerySet[Mute]:
        in_force = Mute.objects.filter(Q(until=None) | Q(until__gt=now), muter=viewer)
        return in_force.filter(muted__in=ids).order_by("pk")

    return CompiledSeveral(CompiledObjects, build, int, viewer=int, now=datetime)


@cache
def _blocked() -> CompiledSeveral[Any]:
    def build(ids: Sequence[int], viewer: int) -> Any:
        rows = Block.objects.filter(blocker=viewer, blocked__in=ids)
        return rows.order_by().values_list("blocked")

    return CompiledSeveral(Compiled, build, int, viewer=int)


@cache
def _notes() -> CompiledSeveral[Any]:
    def build(ids: Sequence[int], viewer: int) -> Any:
        rows = PersonNote.objects.filter(by=viewer, about__in=ids)
        return rows.order_by().values_list("about", "text")

    return CompiledSeveral(Compiled, build, int, viewer=int)


@cache
def _endorsed() -> CompiledSeveral[Any]:
    def build(ids: Sequence[int], viewer: int) -> Any:
        rows = Endorsement.objects.filter(by=viewer, profile__in=ids)
        return rows.order_by().values_list("profile")

    return CompiledSeveral(Compiled, build, int, viewer=int)
