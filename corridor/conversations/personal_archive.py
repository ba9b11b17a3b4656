"""What conversations hold about one person, for her own archive."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from corridor.conversations.actions.keep_group import pass_on
from corridor.conversations.models import AttachedFile, Conversation, Membership, MessageWishes
from corridor.conversations.queries.open_one import opened, shows_read
from corridor.conversations.queries.said import whole
from corridor.people.higher_contexts import HigherContext, Section

if TYPE_CHECKING:
    from corridor.people.models import Profile

BEGUN = "It stands with the conversation that she is in."


def archive(profile: "Profile") -> Sequence[Section]:
    return [
        Section(
            key="messages",
            title=_("Messages that you wrote and got"),
            rows=list(_messages(profile)),
            labels={
                "conversation": _("Conversation"),
                "about": _("About"),
                "at": _("When"),
                "who": _("Who"),
                "kind": _("What happened"),
                "words": _("Words"),
                "files": _("Files"),
            },
        ),
        Section(
            key="message_wishes",
            title=_("How you keep messages"),
            rows=[{"shows_read": shows_read(profile.pk)}],
            labels={"shows_read": _("Others see what you have read")},
            is_one=True,
        ),
    ]


def _messages(profile: "Profile") -> Iterator[dict[str, Any]]:
    rows = Membership.objects.filter(profile=profile, left_at=None)
    for hers in rows.select_related("conversation").order_by("conversation"):
        one = opened(hers, viewer=profile, now=hers.joined_at)
        for said in whole(one, now=hers.joined_at):
            yield {
                "conversation": hers.conversation_id,
                "about": one.title,
                "at": said.message.at,
                "who": said.message.writer.handle if said.message.writer else "",
                "kind": said.message.get_kind_display(),
                "words": said.words,
                "files": [file.name for file in said.files],
            }


def forget(profile: "Profile", handle: str) -> None:
    """What she wrote to others stays theirs, without her name; alone in it, it goes."""
    del handle
    AttachedFile.objects.filter(owner=profile, message=None).delete()
    rows = Membership.objects.filter(profile=profile).order_by()
    ids = list(rows.values_list("conversation", flat=True))
    rows.delete()
    MessageWishes.objects.filter(profile=profile).delete()
    for one in Conversation.objects.filter(pk__in=ids).order_by("pk"):
        pass_on(one)


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=lambda _profile: frozenset(),
    forget=forget,
    holds={
        "conversations.Membership.profile": "messages",
        "conversations.Message.writer": "messages",
        "conversations.MessageWishes.profile": "message_wishes",
    },
    excuses={
        "conversations.AttachedFile.owner": BEGUN,
        "conversations.Conversation.begun_by": BEGUN,
    },
)
