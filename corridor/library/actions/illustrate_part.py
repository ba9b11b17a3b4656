"""Pictures of a part; each must say in words what it shows before the part is published."""

from typing import TYPE_CHECKING

from django.db import transaction

from corridor.library.actions.keep_version import held_version
from corridor.library.models import Part, Picture
from corridor.library.queries.composing import MOST_PICTURES
from corridor.posts import queries as posts
from corridor.posts.actions import UnknownAttachment

if TYPE_CHECKING:
    from corridor.people.models import Profile


class TooManyPictures(Exception):
    """A post has four at most."""


@transaction.atomic
def add_picture(*, part: Part, attachment_id: int, by: "Profile") -> None:
    """Raises UnknownAttachment, TooManyPictures, or what `keep_version.held_version` raises."""
    held_version(part.version, by=by)
    attachment = posts.own_attachment(attachment_id, viewer_id=by.pk)
    if attachment is None or attachment.post_id not in {None, part.post_id}:
        raise UnknownAttachment
    if part.pictures.count() >= MOST_PICTURES:
        raise TooManyPictures

    Picture.objects.get_or_create(part=part, attachment=attachment)


@transaction.atomic
def remove_picture(*, part: Part, attachment_id: int, by: "Profile") -> None:
    """It goes when the version is published. Raises what `keep_version.held_version` raises."""
    held_version(part.version, by=by)
    part.pictures.filter(attachment=attachment_id).delete()
