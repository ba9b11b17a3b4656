"""How somebody keeps a conversation for herself: read, muted, put away. Nobody is told."""

from django.db import transaction

from corridor.conversations.choices import Kind
from corridor.conversations.events import ConversationChanged, ConversationRead
from corridor.conversations.models import Membership, Message, MessageWishes
from corridor.conversations.queries.open_one import OpenConversation
from corridor.kernel import events


@transaction.atomic
def read_conversation(opened: OpenConversation) -> None:
    """As far as it goes now. A request is not read by looking at it."""
    hers, last = opened.hers, opened.conversation.last
    if hers.is_request or hers.read_to >= last:
        return
    new = Message.objects.filter(
        conversation=opened.conversation, pk__gt=hers.read_to, kind=Kind.SAID
    )
    writers = set(new.exclude(writer=None).order_by().values_list("writer", flat=True))
    Membership.objects.filter(pk=hers.pk, read_to__lt=last).update(read_to=last)
    ids = tuple(sorted(pk for pk in writers if pk is not None and pk != hers.profile_id))
    events.publish(ConversationRead(reader_id=hers.profile_id, writer_ids=ids))
    events.publish(ConversationChanged(listener_ids=ids))


def mute_conversation(opened: OpenConversation, *, is_muted: bool) -> None:
    """She is told nothing of it, and finds it where it was."""
    Membership.objects.filter(pk=opened.hers.pk).update(is_muted=is_muted)


def put_away_conversation(opened: OpenConversation, *, is_away: bool) -> None:
    """Off her list, until somebody writes in it."""
    to = opened.conversation.last if is_away else 0
    Membership.objects.filter(pk=opened.hers.pk).update(put_away_to=to)


def show_what_is_read(*, by: int, shows_read: bool) -> None:
    """Whoever does not show what she has read does not see it of others."""
    MessageWishes.objects.update_or_create(profile_id=by, defaults={"shows_read": shows_read})
