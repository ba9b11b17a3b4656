"""Which events are told to whom. Each is looked up as if she asked for it herself."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from corridor.mastodon_api.answers import entry_texts, status_texts
from corridor.mastodon_api.callers import Caller
from corridor.mastodon_api.completing import complete
from corridor.mastodon_api.conversations import conversation_texts
from corridor.mastodon_api.entities import rows
from corridor.mastodon_api.models import StreamEvent
from corridor.mastodon_api.notifications.entity import notification, of_told, texts_of, told
from corridor.mastodon_api.streaming.channels import OF_PAGES, Channel
from corridor.mastodon_api.streaming.listeners import Message
from corridor.notifications import queries as notices
from corridor.people import queries as people
from corridor.posts import queries as posts

Kind = StreamEvent.Kind
Texts = Mapping[int, str]
"""Number of a status or notification -> JSON."""

WRITTEN = (Kind.POST, Kind.HOME, Kind.BOOST, Kind.CHANGED)
"""What may be in home timelines."""
SAID = (Kind.POST, Kind.OUTSIDE, Kind.CHANGED)
"""What may be in the others."""
MARKED_GONE = "delete"


class Deliveries:
    """Of some events, to whoever listens now."""

    def __init__(self, events: Sequence[StreamEvent], viewer_ids: Collection[int]) -> None:
        self.events = events
        self.new = {one.subject for one in events if one.kind in {Kind.POST, Kind.OUTSIDE}}
        self.posts = {one.subject for one in events if one.kind in SAID}
        entries = [one.subject for one in events if one.kind in WRITTEN]
        self.home = posts.written_for(viewer_ids, entries) if entries else {}
        self.notified: dict[int, set[int]] = {}
        for one in events:
            if one.kind == Kind.NOTIFIED and one.recipient is not None:
                self.notified.setdefault(one.recipient, set()).add(one.subject)

    def to(self, caller: Caller, channels: Collection[Channel]) -> Iterator[Message]:
        """In the order of the events."""
        known = {channel: self._texts(channel, caller) for channel in channels}
        notified = self._notified(caller, channels)
        hidden = self._hidden_from(caller)
        for event in self.events:
            if event.recipient not in {None, caller.viewer_id} or event.by in hidden:
                continue
            for channel in channels:
                yield from _messages(event, channel, known[channel], notified)

    def _texts(self, channel: Channel, caller: Caller) -> Texts:
        viewer_id = caller.member.pk
        if channel.name == "user":
            wanted = self.home.get(viewer_id)
            return _entries(posts.home(viewer_id, now=caller.now), wanted, caller) if wanted else {}
        if channel.name == "direct":
            return self._conversations(caller)
        if not self.posts or channel.name in SILENT:
            return {}
        found = _found(channel, caller).filter(pk__in=self.posts)
        if channel.is_media_only:
            found = found.filter(posts.has_media())
        return _statuses(found, caller)

    def _conversations(self, caller: Caller) -> Texts:
        """By the number of the post that is the last in it."""
        if not self.new:
            return {}
        found = posts.private_threads(caller.member.pk, now=caller.now).filter(last__in=self.new)
        wanted = list(found.order_by("last"))
        texts = conversation_texts(wanted, caller)
        return dict(zip((row["last"] for row in wanted), texts, strict=True))

    def _hidden_from(self, caller: Caller) -> Collection[int]:
        """Of those whose posts are gone, whoever is kept apart from her."""
        authors = {one.by for one in self.events if one.by is not None}
        if not authors:
            return ()
        first, *others = people.hidden_from(caller.member.pk, today=caller.now.date())
        rows = first.union(*others, all=True)
        return authors & {number for row in rows for number in row.values()}

    def _notified(self, caller: Caller, channels: Collection[Channel]) -> Texts:
        wanted = self.notified.get(caller.member.pk)
        hears = any(channel.name in CONCERNS_HER for channel in channels)
        if not wanted or not hears or not caller.may("read:notifications"):
            return {}
        found = notices.notifications(caller.member.pk, now=caller.now).filter(pk__in=wanted)
        several = told(list(of_told(found.order_by("pk"))))
        texts = texts_of(several, caller)
        return {one.pk: notification(one, texts) for one in several}


CONCERNS_HER = frozenset({"user", "user:notification"})
BARE: Mapping[str, tuple[str, Collection[str]]] = {
    Kind.FILTERS: ("filters_changed", frozenset({"user"})),
    Kind.MERGED: ("notifications_merged", CONCERNS_HER),
    Kind.MESSAGES: ("update", OF_PAGES),
}
"""They say that something is to be asked for anew, and nothing of it; and where."""
SILENT = frozenset(
    {"user:notification", "direct", "public:remote", "public:remote:media", *OF_PAGES}
)
"""Nothing is told of posts there: they are conversations, or of other servers, of which we know
none yet."""


def _messages(
    event: StreamEvent, channel: Channel, texts: Texts, notified: Texts
) -> Iterator[Message]:
    if event.kind in BARE:
        name, where = BARE[event.kind]
        if channel.name in where:
            yield Message(channel=channel, event=name, payload="")
    elif event.kind == Kind.NOTIFIED:
        if channel.name in CONCERNS_HER and event.subject in notified:
            yield Message(channel=channel, event="notification", payload=notified[event.subject])
    elif event.kind == Kind.GONE:
        if channel.name not in SILENT:
            yield Message(channel=channel, event=MARKED_GONE, payload=str(event.subject))
    elif event.kind in (WRITTEN if channel.name == "user" else SAID) and event.subject in texts:
        yield Message(channel=channel, event=_name(event, channel), payload=texts[event.subject])


def _name(event: StreamEvent, channel: Channel) -> str:
    if channel.name == "direct":
        return "conversation"
    return "status.update" if event.kind == Kind.CHANGED else "update"


def _found(channel: Channel, caller: Caller) -> QuerySet[Any, Any]:
    viewer_id = caller.member.pk
    if channel.name.startswith("hashtag"):
        return posts.tagged(channel.subject, viewer_id=viewer_id, now=caller.now)
    if channel.name == "list":
        return posts.of_list(int(channel.subject), viewer_id=viewer_id, now=caller.now)
    return posts.public(viewer_id, now=caller.now)


def _statuses(found: QuerySet[Any, Any], caller: Caller) -> Texts:
    wanted = complete(lambda: list(rows.of_posts(found.order_by("pk"), caller.viewer_id)))
    return _by_number(wanted, status_texts, caller)


def _entries(found: QuerySet[Any, Any], numbers: Collection[int], caller: Caller) -> Texts:
    chosen = found.filter(entry__in=numbers).order_by("entry")
    wanted = complete(lambda: list(rows.of_entries(chosen, caller.member.pk)))
    return _by_number(wanted, entry_texts, caller)


def _by_number(
    wanted: Sequence[rows.Row],
    texts: Callable[[Sequence[rows.Row], Caller], list[str]],
    caller: Caller,
) -> Texts:
    return dict(zip(map(rows.number, wanted), texts(wanted, caller), strict=True))
