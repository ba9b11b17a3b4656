"""Somebody says in words what a picture, sound or video shows."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.posts.actions.attach_media import UnknownAttachment
from corridor.posts.actions.look_for_patients import PICTURE, Speaker, look
from corridor.posts.events import PostChanged
from corridor.posts.models import LONGEST_ALT, Attachment

if TYPE_CHECKING:
    from corridor.people.models import Profile


class DescriptionTooLong(Exception):
    """More than 1,500 characters."""


class FocusOutside(Exception):
    """What stays in sight lies in the picture, from -1 to 1 each way."""


@dataclass(frozen=True, kw_only=True)
class Description:
    """None leaves as it was."""

    attachment: int
    alt: str | None = None
    focus: tuple[float, float] | None = None
    """From the middle: to the right, upwards."""
    kept_because: str = ""
    """`WhyKept`: why it says what might identify a patient."""


@transaction.atomic
def describe_media(description: Description, *, by: "Profile", now: datetime) -> Attachment:
    """Of a post too, where it is looked at for patients at once.

    Raises UnknownAttachment, DescriptionTooLong, FocusOutside or MayIdentifyPatient.
    """
    (described,) = describe([description], by=by)
    if described.post_id is not None and description.alt is not None:
        speaker = Speaker(by=by, place=PICTURE, kept_because=description.kept_because)
        look([(PICTURE, described.alt)], speaker, now=now)
    if described.post_id is not None:
        events.publish(PostChanged(post_id=described.post_id, is_edit=False))
    return described


def describe(descriptions: Sequence[Description], *, by: "Profile") -> list[Attachment]:
    """Raises as `describe_media`."""
    return [_describe(one, by) for one in descriptions]


def _describe(description: Description, by: "Profile") -> Attachment:
    found = Attachment.objects.select_for_update().filter(pk=description.attachment, owner=by)
    attachment = found.first()
    if attachment is None:
        raise UnknownAttachment
    if description.alt is not None:
        attachment.alt = checked_alt(description.alt)
    if description.focus is not None:
        attachment.focus_x, attachment.focus_y = checked_focus(description.focus)
    attachment.save(update_fields=["alt", "focus_x", "focus_y"])
    return attachment


def checked_alt(alt: str) -> str:
    """Raises DescriptionTooLong."""
    if len(alt.strip()) > LONGEST_ALT:
        raise DescriptionTooLong
    return alt.strip()


def checked_focus(focus: tuple[float, float]) -> tuple[float, float]:
    """Raises FocusOutside."""
    if not all(math.isfinite(place) and -1 <= place <= 1 for place in focus):
        raise FocusOutside
    return focus
