"""What happens is noted in the transaction in which it happens, for whoever listens."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.utils import timezone

from corridor.context_notes.events import NotesUnderPostChanged
from corridor.conversations.events import ConversationChanged, MessageSent
from corridor.kernel.compiled import Insert
from corridor.library.events import NoticesOfPostChanged
from corridor.mastodon_api.models import StreamEvent
from corridor.mastodon_api.streaming.waking import ring
from corridor.notifications.events import Notified, RequestsAccepted
from corridor.posts import queries as posts
from corridor.posts.events import (
    BoostTakenBack,
    FiltersChanged,
    HomesReached,
    PostBoosted,
    PostChanged,
    PostDeleted,
    PostPublished,
    PostWithheld,
)

Kind = StreamEvent.Kind
KEPT = timedelta(minutes=5)
_events = Insert(StreamEvent)


def note_post(event: PostPublished) -> None:
    _note(Kind.POST if event.is_at_home else Kind.OUTSIDE, event.post_id)


def note_boost(event: PostBoosted) -> None:
    if event.is_at_home:
        _note(Kind.BOOST, event.boost_id)


def note_at_home(event: HomesReached) -> None:
    _note(Kind.BOOST if event.is_boost else Kind.HOME, event.entry)


def note_change(event: PostChanged | NotesUnderPostChanged | NoticesOfPostChanged) -> None:
    _note(Kind.CHANGED, event.post_id)


def note_deletion(event: PostDeleted | PostWithheld) -> None:
    """Of what was not for everybody only those hear who had it."""
    if event.reader_ids is None:
        _note(Kind.GONE, event.post_id, by=event.author_id)
    else:
        _note_for(Kind.GONE, event.post_id, event.reader_ids)


def note_boost_gone(event: BoostTakenBack) -> None:
    if posts.is_open(event.post_id):
        _note(Kind.GONE, event.boost_id, by=event.booster_id)
    else:
        _note_for(Kind.GONE, event.boost_id, [event.booster_id])


def note_notification(event: Notified) -> None:
    _note_for(Kind.NOTIFIED, event.notification_id, [event.recipient_id])


def note_filters(event: FiltersChanged) -> None:
    _note_for(Kind.FILTERS, 0, [event.profile_id])


def note_requests(event: RequestsAccepted) -> None:
    _note_for(Kind.MERGED, 0, [event.recipient_id])


def note_messages(event: MessageSent | ConversationChanged) -> None:
    """That there is something, for pages of ours: nothing of messages is told to apps."""
    _note_for(Kind.MESSAGES, 0, event.listener_ids)


def forget_events(*, now: datetime) -> None:
    StreamEvent.objects.filter(at__lt=now - KEPT).delete()


def _note(kind: Kind, subject: int, *, by: int | None = None) -> None:
    _events.write([StreamEvent(kind=kind, subject=subject, by=by, at=timezone.now())])
    ring()


def _note_for(kind: Kind, subject: int, recipients: Sequence[int]) -> None:
    now = timezone.now()
    _events.write(
        [StreamEvent(kind=kind, subject=subject, recipient=one, at=now) for one in recipients]
    )
    ring()
