"""The conversations of somebody, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet

from corridor.conversations.choices import Kind
from corridor.conversations.models import Conversation, Membership, Message
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_COUNTED = 100


class Shelf(StrEnum):
    """Which of them."""

    OPEN = "open"
    REQUESTS = "requests"
    AWAY = "away"
    """Put away, declined, or with somebody she keeps away from."""


@dataclass(frozen=True, kw_only=True)
class Line:
    conversation: Conversation
    hers: Membership
    others: Sequence["Profile"]
    title: str
    last: Message | None
    words: str
    """Of the last message; empty where nothing is shown of it."""
    is_unread: bool

    @property
    def is_own(self) -> bool:
        return self.last is not None and self.last.writer_id == self.hers.profile_id


def conversations(
    viewer: "Profile", *, now: datetime, shelf: Shelf, limit: int, before: int | None = None
) -> Sequence[Line]:
    rows = _on(shelf, viewer, now)
    if before is not None:
        rows = rows.filter(conversation__last__lt=before)
    rows = rows.select_related("conversation").order_by("-conversation__last", "-pk")
    return _lines(list(rows[:limit]), viewer)


def requests_waiting(viewer: "Profile", *, now: datetime) -> int:
    return _on(Shelf.REQUESTS, viewer, now).filter(is_quiet=False)[:MOST_COUNTED].count()


def unread(viewer: "Profile", *, now: datetime) -> int:
    """How many have something new that she wants to hear of, and how many ask to write."""
    new = _on(Shelf.OPEN, viewer, now).filter(conversation__last__gt=F("read_to"), is_muted=False)
    return new[:MOST_COUNTED].count() + requests_waiting(viewer, now=now)


def _on(shelf: Shelf, viewer: "Profile", now: datetime) -> QuerySet[Membership]:
    """Empty ones are shown to whoever began them."""
    rows = Membership.objects.filter(profile=viewer, left_at=None)
    rows = rows.filter(Q(conversation__last__gt=F("since")) | Q(conversation__begun_by=viewer))
    apart = people.kept_from(viewer, today=now.date())
    is_apart = Q(conversation__in=_pairs_with(apart, viewer))
    is_away = Q(put_away_to__gte=F("conversation__last"), conversation__last__gt=0)
    if shelf == Shelf.REQUESTS:
        return rows.filter(is_request=True, declined_at=None).exclude(is_apart)
    if shelf == Shelf.AWAY:
        return rows.filter(Q(declined_at__isnull=False) | is_away | is_apart)
    return rows.filter(is_request=False).exclude(is_away).exclude(is_apart)


def _pairs_with(apart: set[int], viewer: "Profile") -> QuerySet[Membership, int]:
    rows = Membership.objects.filter(profile__in=apart).exclude(conversation__pair="")
    rows = rows.filter(conversation__memberships__profile=viewer)
    return rows.order_by().values_list("conversation", flat=True)


def _lines(hers: Sequence[Membership], viewer: "Profile") -> Sequence[Line]:
    ids = [one.conversation_id for one in hers]
    others: dict[int, list[Profile]] = {pk: [] for pk in ids}
    rows = Membership.objects.filter(conversation__in=ids, left_at=None).exclude(profile=viewer)
    for one in rows.select_related("profile").order_by("pk"):
        others[one.conversation_id].append(one.profile)
    newest = Message.objects.filter(pk__in=[one.conversation.last for one in hers])
    last = {one.conversation_id: one for one in newest.select_related("writer")}
    blocked = {one.blocked_id for one in people.blocks(viewer)}
    return [_line(one, others[one.conversation_id], last, blocked) for one in hers]


def _line(
    hers: Membership,
    others: Sequence["Profile"],
    newest: dict[int, Message],
    blocked: set[int],
) -> Line:
    last = newest.get(hers.conversation_id)
    if last is not None and last.pk <= hers.since:
        last = None
    is_shown = (
        last is not None
        and last.kind == Kind.SAID
        and last.taken_back_at is None
        and not (hers.conversation.is_group and last.writer_id in blocked)
    )
    return Line(
        conversation=hers.conversation,
        hers=hers,
        others=others,
        title=str(hers.conversation.title),
        last=last,
        words=last.words if last is not None and is_shown else "",
        is_unread=hers.conversation.last > hers.read_to,
    )
