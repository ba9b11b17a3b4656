"""Pictures of a post that is being written: kept from one try to the next."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from corridor.posts import actions, queries
from corridor.posts.actions import Description
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.posts.models import Attachment, Draft, Post

MOST = 4


@dataclass(frozen=True, kw_only=True)
class Pictures:
    attachments: "Sequence[Attachment]" = ()
    problem: str = ""

    @classmethod
    def sent(cls, request: MemberRequest) -> Self:
        """Those that the form names, without those to take out, with the words typed for them."""
        dropped = request.POST.getlist("drop")
        wanted = [one for one in request.POST.getlist("attachment")[:MOST] if one not in dropped]
        numbers = [int(one) for one in wanted if one.isascii() and one.isdigit()]
        found = [
            attachment
            for number in numbers
            if (attachment := queries.own_attachment(number, viewer_id=request.profile.pk))
        ]
        return cls(attachments=[_described(request, one) for one in found])

    @classmethod
    def of_draft(cls, draft: "Draft") -> Self:
        return cls(attachments=list(draft.attachments.all()))

    @classmethod
    def of_post(cls, post: "Post") -> Self:
        return cls(attachments=list(post.attachments.all()))

    @property
    def ids(self) -> list[int]:
        return [one.pk for one in self.attachments]

    @property
    def undescribed(self) -> bool:
        return any(not one.alt for one in self.attachments)

    @property
    def has_room(self) -> bool:
        return len(self.attachments) < MOST


def _described(request: MemberRequest, attachment: "Attachment") -> "Attachment":
    said = request.POST.get(f"alt_{attachment.pk}")
    if said is None or said.strip() == attachment.alt:
        return attachment
    words = Description(attachment=attachment.pk, alt=said[:1500])
    return actions.describe_media(words, by=request.profile)
