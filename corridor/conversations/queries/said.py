"""What was said in a conversation that somebody is in, opened for her."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, QuerySet

from corridor.conversations.choices import MAY_CHANGE_FOR, Kind
from corridor.conversations.models import AttachedFile, Membership, Message
from corridor.conversations.queries.open_one import OpenConversation, shows_read

MOST_SEARCHED = 2000
MOST_FOUND = 50
AT_ONCE = 500


@dataclass(frozen=True, kw_only=True)
class SaidMessage:
    message: Message
    words: str
    files: Sequence[AttachedFile]
    is_own: bool
    is_covered: bool
    """Of somebody whom she blocked."""
    may_change: bool
    seen_by: Sequence[str]
    """Under the newest of her own: who has read it, as far as they show that."""


@dataclass(frozen=True, kw_only=True)
class Stretch:
    """Oldest first."""

    said: Sequence[SaidMessage]
    earlier: int | None
    """There is more before this message."""


def messages(
    opened: OpenConversation,
    *,
    now: datetime,
    limit: int,
    before: int | None = None,
    after: int | None = None,
) -> Stretch:
    rows = _for(opened)
    if before is not None:
        rows = rows.filter(pk__lt=before)
    if after is not None:
        rows = rows.filter(pk__gt=after)
    newest_first = list(rows.order_by("-pk")[: limit + 1])
    shown = newest_first[:limit][::-1]
    seen = _seen_by(opened) if before is None else {}
    own = [one.pk for one in shown if one.writer_id == opened.hers.profile_id]
    said = [
        _said(one, opened, now, seen_by=seen.get(one.pk, ()) if own and one.pk == own[-1] else ())
        for one in shown
    ]
    return Stretch(said=said, earlier=shown[0].pk if len(newest_first) > limit else None)


def search(opened: OpenConversation, words: str, *, now: datetime) -> Sequence[SaidMessage]:
    """Newest first, among the newest `MOST_SEARCHED`: they are opened for it, and kept nowhere."""
    wanted = words.casefold().split()
    if not wanted:
        return []
    found: list[SaidMessage] = []
    rows = _for(opened).filter(kind=Kind.SAID, taken_back_at=None).order_by("-pk")
    for one in rows[:MOST_SEARCHED].iterator(AT_ONCE):
        said = _said(one, opened, now)
        names = " ".join(file.name for file in said.files)
        text = f"{said.words} {names}".casefold()
        if not said.is_covered and all(word in text for word in wanted):
            found.append(said)
        if len(found) == MOST_FOUND:
            break
    return found


def whole(opened: OpenConversation, *, now: datetime) -> Iterator[SaidMessage]:
    """All of it, oldest first: for a copy that one of them takes."""
    for one in _for(opened).order_by("pk").iterator(AT_ONCE):
        yield _said(one, opened, now)


def chosen(
    opened: OpenConversation, ids: Collection[int], *, writer_id: int, now: datetime
) -> Sequence[SaidMessage]:
    """Those of these that this person wrote, oldest first, to be flagged; covered ones, too."""
    rows = _for(opened).filter(pk__in=ids, writer=writer_id, kind=Kind.SAID, taken_back_at=None)
    return [_said(one, opened, now, uncovers=True) for one in rows.order_by("pk")]


def own_message(opened: OpenConversation, message_id: int, *, now: datetime) -> SaidMessage | None:
    """One of hers that she may still change."""
    rows = _for(opened).filter(pk=message_id, writer=opened.hers.profile_id)
    found = [said for said in (_said(one, opened, now) for one in rows) if said.may_change]
    return found[0] if found else None


def file_for(opened: OpenConversation, file_id: int) -> AttachedFile | None:
    """With its content."""
    said = Message.objects.filter(conversation=opened.conversation, pk__gt=opened.hers.since)
    rows = AttachedFile.objects.filter(message__in=said, message__taken_back_at=None)
    return rows.exclude(message__writer__in=opened.blocked).filter(pk=file_id).first()


def unsent_files(ids: Collection[int], *, owner_id: int) -> Sequence[AttachedFile]:
    rows = AttachedFile.objects.filter(pk__in=ids, owner=owner_id, message=None)
    return list(rows.defer("sealed_content").order_by("pk"))


def _for(opened: OpenConversation) -> QuerySet[Message]:
    files = AttachedFile.objects.defer("sealed_content").order_by("pk")
    rows = Message.objects.filter(conversation=opened.conversation, pk__gt=opened.hers.since)
    return rows.select_related("writer").prefetch_related(Prefetch("files", files))


def _said(
    one: Message,
    opened: OpenConversation,
    now: datetime,
    *,
    seen_by: Sequence[str] = (),
    uncovers: bool = False,
) -> SaidMessage:
    is_own = one.writer_id == opened.hers.profile_id
    is_there = one.kind == Kind.SAID and one.taken_back_at is None
    is_covered = one.writer_id in opened.blocked and not uncovers
    is_shown = is_there and not is_covered
    return SaidMessage(
        message=one,
        words=one.words if is_shown else "",
        files=list(one.files.all()) if is_shown else [],
        is_own=is_own,
        is_covered=is_there and is_covered,
        may_change=is_own and is_there and one.at > now - MAY_CHANGE_FOR,
        seen_by=seen_by,
    )


def _seen_by(opened: OpenConversation) -> dict[int, list[str]]:
    """Of the newest message that she wrote: who has come so far."""
    own = Message.objects.filter(
        conversation=opened.conversation, writer=opened.hers.profile_id, kind=Kind.SAID
    )
    newest = own.order_by("-pk").values_list("pk", flat=True).first()
    if newest is None or not shows_read(opened.hers.profile_id):
        return {}
    rows = Membership.objects.filter(
        conversation=opened.conversation, read_to__gte=newest, is_request=False, left_at=None
    )
    rows = rows.exclude(profile=opened.hers.profile_id)
    rows = rows.exclude(profile__message_wishes__shows_read=False)
    names = rows.order_by("pk").values_list("profile__display_name", flat=True)
    return {newest: list(names)}
