"""One conversation as one of the people in it has it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.conversations.models import Conversation, Membership, MessageWishes
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class OpenConversation:
    conversation: Conversation
    hers: Membership
    others: Sequence["Profile"]
    """Who is in it besides her; without those who left."""
    waiting: frozenset[int]
    """Those of them who have not said yet that they want to be written to."""
    is_closed: bool
    """Of two people: the other is gone, or one keeps away from the other. Nothing says which."""
    blocked: frozenset[int]
    """In a group: those of them whom she blocked; their words are covered for her."""

    @property
    def title(self) -> str:
        return str(self.conversation.title)

    @property
    def partner(self) -> "Profile | None":
        """Of two people the other."""
        if self.conversation.is_group or not self.others:
            return None
        return self.others[0]

    @property
    def is_asked(self) -> bool:
        """It waits for her yes."""
        return self.hers.is_request

    @property
    def waits_for_answer(self) -> bool:
        """Of two people: the other has not said yes."""
        return self.partner is not None and self.partner.pk in self.waiting

    @property
    def is_hers_to_keep(self) -> bool:
        """She may add people to the group, and name it."""
        return self.conversation.is_group and self.conversation.begun_by_id == self.hers.profile_id


def conversation(
    conversation_id: int, *, viewer: "Profile", now: datetime
) -> OpenConversation | None:
    """None where she is not in it, or not any more."""
    rows = Membership.objects.select_related("conversation")
    hers = rows.filter(conversation=conversation_id, profile=viewer, left_at=None).first()
    return None if hers is None else opened(hers, viewer=viewer, now=now)


def conversation_between(viewer: "Profile", other: "Profile") -> int | None:
    """The number of theirs, if the viewer has one with her."""
    pair = pair_of(viewer.pk, other.pk)
    rows = Membership.objects.filter(conversation__pair=pair, profile=viewer)
    return rows.values_list("conversation", flat=True).first()


def pair_of(one: int, other: int) -> str:
    low, high = sorted((one, other))
    return f"{low}-{high}"


def shows_read(profile_id: int) -> bool:
    return not MessageWishes.objects.filter(profile=profile_id, shows_read=False).exists()


def opened(hers: Membership, *, viewer: "Profile", now: datetime) -> OpenConversation:
    rows = Membership.objects.filter(conversation=hers.conversation_id, left_at=None)
    rest = rows.exclude(profile=viewer).select_related("profile__account").order_by("pk")
    members = list(rest)
    ids = {one.profile_id for one in members}
    apart = people.kept_from(viewer, today=now.date()) & ids
    here = people.ids_here(ids)
    is_pair = not hers.conversation.is_group
    return OpenConversation(
        conversation=hers.conversation,
        hers=hers,
        others=[one.profile for one in members],
        waiting=frozenset(one.profile_id for one in members if one.is_request),
        is_closed=is_pair and (not ids or bool(apart) or ids != here),
        blocked=frozenset() if is_pair else _blocked_by(viewer) & ids,
    )


def _blocked_by(viewer: "Profile") -> frozenset[int]:
    return frozenset(one.blocked_id for one in people.blocks(viewer))
