"""Whom a mail may tell that something waits. It says who wrote, and never what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Exists, F, OuterRef, QuerySet
from django.db.models.functions import Greatest

from corridor.conversations.choices import Kind
from corridor.conversations.models import Membership, Message
from corridor.kernel.ids import first_id, moment

UNREAD_FOR = timedelta(minutes=10)
"""Whoever reads along needs no mail."""
OLDEST = timedelta(days=3)
FORGOTTEN_AFTER = timedelta(days=30)
AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class WaitingMail:
    profile_id: int
    writer_ids: Sequence[int]
    asking_ids: Sequence[int]
    """Those who ask to write to her."""
    memberships: Sequence[int]


@dataclass(frozen=True, kw_only=True)
class LongUnread:
    """One conversation that one person has not read since days."""

    membership_id: int
    profile_id: int
    writer_ids: Sequence[int]
    since: datetime


def long_unread(
    *, before: datetime, now: datetime, membership_id: int | None = None
) -> Sequence[LongUnread]:
    """Where the newest message came before that moment; requests are no conversations yet.

    Newest first: of more than `AT_ONCE`, those that were long unread before do not crowd them out.
    """
    rows = _unread(first_id(now - FORGOTTEN_AFTER), first_id(before)).filter(is_request=False)
    if membership_id is not None:
        rows = rows.filter(pk=membership_id)
    found = rows.select_related("conversation").order_by("-conversation__last", "pk")[:AT_ONCE]
    return [
        LongUnread(
            membership_id=one.pk,
            profile_id=one.profile_id,
            writer_ids=_waiting(one.profile_id, [one]).writer_ids,
            since=moment(one.conversation.last),
        )
        for one in found
    ]


def waiting_for_mail(*, now: datetime) -> Sequence[WaitingMail]:
    """Where something said lies unread for ten minutes, and was not mailed since she read last.

    A conversation that goes on meanwhile does not put the mail off.
    """
    waits = Message.objects.filter(
        conversation=OuterRef("conversation"),
        kind=Kind.SAID,
        pk__gt=Greatest(OuterRef("read_to"), OuterRef("since")),
        pk__lte=first_id(now - UNREAD_FOR),
    ).exclude(writer=OuterRef("profile"))
    rows = _unread(first_id(now - OLDEST), first_id(now)).filter(
        Exists(waits), mailed_to__lte=F("read_to")
    )
    found: dict[int, list[Membership]] = {}
    for one in rows.select_related("conversation").order_by("profile", "pk")[:AT_ONCE]:
        found.setdefault(one.profile_id, []).append(one)
    return [_waiting(pk, several) for pk, several in found.items()]


def _unread(oldest: int, newest: int) -> QuerySet[Membership]:
    """Of whoever is in it and wants to hear of it; both are ids of messages."""
    return Membership.objects.filter(
        conversation__last__gt=F("read_to"),
        conversation__last__range=(oldest, newest),
        left_at=None,
        declined_at=None,
        is_muted=False,
        is_quiet=False,
    )


def _waiting(profile_id: int, several: Sequence[Membership]) -> WaitingMail:
    writers: dict[bool, dict[int, None]] = {True: {}, False: {}}
    for one in several:
        new = Message.objects.filter(
            conversation=one.conversation_id, pk__gt=max(one.read_to, one.since), kind=Kind.SAID
        )
        ids = new.exclude(writer=None).order_by("pk").values_list("writer", flat=True)
        writers[one.is_request].update(dict.fromkeys(pk for pk in ids if pk is not None))
    return WaitingMail(
        profile_id=profile_id,
        writer_ids=[pk for pk in writers[False] if pk != profile_id],
        asking_ids=[pk for pk in writers[True] if pk != profile_id],
        memberships=[one.pk for one in several],
    )
