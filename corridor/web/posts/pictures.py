"""Pictures of a post that is being written: kept from one try to the next."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from corridor.kernel.moving_pictures import CannotMakeAnew, MovingPictureTooLarge
from corridor.kernel.pictures import NotAPicture, PictureTooLarge
from corridor.posts import actions, queries
from corridor.posts.actions import Description, Upload
from corridor.web.given_numbers import numbers_in
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.posts.models import Attachment, Draft, Post

MOST = 4
REFUSALS: Mapping[type[Exception], str | Promise] = {
    NotAPicture: gettext_lazy("This is no JPEG, PNG, WebP, GIF, AVIF or HEIC, or a broken one."),
    PictureTooLarge: gettext_lazy("This picture is too large: 16 MB and 40 megapixels at most."),
    CannotMakeAnew: gettext_lazy("This server takes pictures only, no video or sound."),
    MovingPictureTooLarge: gettext_lazy("This video or sound is too large."),
    actions.IsDicom: actions.IsDicom.sentence,
    actions.TooManyUploads: gettext_lazy(
        "Sixty pictures of yours wait to be published: publish or delete some drafts first."
    ),
}


@dataclass(frozen=True, kw_only=True)
class Pictures:
    attachments: "Sequence[Attachment]" = ()
    descriptions: "Sequence[Description]" = ()
    """Of those that are published already: said, looked at and kept together with the post."""
    problem: str = ""

    @classmethod
    def sent(cls, request: MemberRequest) -> Self:
        """Those that the form names, with the words typed for them, and those that it brings."""
        dropped = request.POST.getlist("drop")
        wanted = [one for one in request.POST.getlist("attachment")[:MOST] if one not in dropped]
        numbers = numbers_in(wanted)
        found = [
            attachment
            for number in numbers
            if (attachment := queries.own_attachment(number, viewer_id=request.profile.pk))
        ]
        described = [_described(request, one) for one in found]
        added, problem = _added(request, room=MOST - len(found))
        return cls(
            attachments=[*found, *added],
            descriptions=[words for words in described if words is not None],
            problem=problem,
        )

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


def _added(request: MemberRequest, *, room: int) -> "tuple[list[Attachment], str]":
    """Files of the form, made anew; what is wrong with the first that could not be."""
    files = request.FILES.getlist("pictures")
    added: list[Attachment] = []
    problem = _("A post has at most four pictures, or one video or sound.")
    for file in files[:room]:
        try:
            upload = Upload(file=file)
            added.append(actions.upload_media(upload, by=request.profile, now=request.now))
        except tuple(REFUSALS) as refused:
            return added, f"{file.name}: {REFUSALS[type(refused)]}"
    return added, str(problem) if len(files) > room else ""


def _described(request: MemberRequest, attachment: "Attachment") -> Description | None:
    """What is said of it is kept at once, unless others see it already."""
    said = request.POST.get(f"alt_{attachment.pk}")
    if said is None or said.strip() == attachment.alt:
        return None
    words = Description(attachment=attachment.pk, alt=said[:1500])
    attachment.alt = said[:1500].strip()
    if attachment.post_id is not None:
        return words
    actions.describe_media(words, by=request.profile, now=request.now)
    return None
