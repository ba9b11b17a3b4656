"""Somebody says something in a conversation that she is in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.conversations.choices import LONGEST_TEXT, MOST_FILES, Kind
from corridor.conversations.events import MessageSent
from corridor.conversations.models import AttachedFile, Conversation, Membership, Message
from corridor.conversations.queries.open_one import OpenConversation
from corridor.kernel import events
from corridor.kernel.ids import new_id
from corridor.kernel.rate_limits import is_within_limit_of
from corridor.people import actions as people_actions
from corridor.posts.actions.look_for_patients import TEXT, Speaker, look

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_AN_HOUR = 300
AN_HOUR = 60 * 60
PLACE = "message"


class EmptyMessage(Exception):
    """Neither words nor a file."""


class MessageTooLong(Exception):
    """More than `LONGEST_TEXT` characters."""


class TooManyFiles(Exception):
    """More than one message takes."""


class UnknownFile(Exception):
    """Not hers, or sent already."""


class TooManyMessages(Exception):
    """More within an hour than anybody writes."""


class AnswerFirst(Exception):
    """Somebody asks to write to her: she accepts before she answers."""


class WaitForAnswer(Exception):
    """She asked to write, and said her first message: the other answers first."""


class ConversationClosed(Exception):
    """The other is not to be reached. Nothing says why."""


@dataclass(frozen=True, kw_only=True)
class NewMessage:
    text: str
    files: Sequence[int] = ()
    """Ids of files that she gave before."""
    kept_because: str = ""
    """Of `posts.choices.WhyKept`: why words that may lead to a patient stay."""


@transaction.atomic
def send_message(
    new: NewMessage, *, opened: OpenConversation, by: "Profile", now: datetime
) -> Message:
    """Raises any of the above, or MayIdentifyPatient."""
    text = new.text.replace("\r\n", "\n").strip()
    held = Conversation.objects.select_for_update().get(pk=opened.conversation.pk)
    _check(opened, text, new)
    _check_turn(opened)
    check_words(text, by=by, kept_because=new.kept_because, now=now)
    if not is_within_limit_of(str(by.pk), "message", most=MOST_AN_HOUR, seconds=AN_HOUR):
        raise TooManyMessages

    message = say(held, text, by=by, now=now)
    _attach(new.files, message, by)
    Membership.objects.filter(pk=opened.hers.pk).update(read_to=message.pk, put_away_to=0)
    for pk in [one.pk for one in opened.others] if opened.partner else []:
        people_actions.get_acquainted(by.pk, pk, now=now)
    events.publish(_sent(opened, now))
    return message


def say(
    held: Conversation, text: str, *, by: "Profile", now: datetime, kind: Kind = Kind.SAID
) -> Message:
    """`held` is locked, so that its messages follow one another."""
    message = Message(
        id=max(new_id(now), held.last + 1), conversation=held, writer=by, kind=kind, at=now
    )
    message.words = text
    message.save(force_insert=True)
    held.last = message.pk
    held.save(update_fields=["last"])
    return message


def check_words(text: str, *, by: "Profile", kept_because: str, now: datetime) -> None:
    """Raises MessageTooLong or MayIdentifyPatient."""
    if len(text) > LONGEST_TEXT:
        raise MessageTooLong
    look([(TEXT, text)], Speaker(by=by, place=PLACE, kept_because=kept_because), now=now)


def _check(opened: OpenConversation, text: str, new: NewMessage) -> None:
    if not text and not new.files:
        raise EmptyMessage
    if len(new.files) > MOST_FILES:
        raise TooManyFiles
    if opened.is_closed:
        raise ConversationClosed


def _check_turn(opened: OpenConversation) -> None:
    if opened.is_asked:
        raise AnswerFirst
    said = Message.objects.filter(
        conversation=opened.conversation, writer=opened.hers.profile_id, kind=Kind.SAID
    )
    if opened.waits_for_answer and said.exists():
        raise WaitForAnswer


def _attach(ids: Sequence[int], message: Message, by: "Profile") -> None:
    if not ids:
        return
    given = AttachedFile.objects.filter(pk__in=ids, owner=by, message=None)
    if given.update(message=message) != len(set(ids)):
        raise UnknownFile


def _sent(opened: OpenConversation, now: datetime) -> MessageSent:
    rows = Membership.objects.filter(conversation=opened.conversation, left_at=None)
    others = list(rows.exclude(pk=opened.hers.pk).order_by("pk"))
    heard = [one for one in others if not (one.is_muted or one.is_quiet or one.declined_at)]
    return MessageSent(
        writer_id=opened.hers.profile_id,
        recipient_ids=tuple(one.profile_id for one in heard if not one.is_request),
        asked_ids=tuple(one.profile_id for one in heard if one.is_request),
        listener_ids=tuple(one.profile_id for one in [*others, opened.hers]),
        at=now,
    )
