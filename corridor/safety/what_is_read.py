"""What somebody has read first: a new post, a post said anew, or a version of a thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from corridor.posts import actions as posting
from corridor.posts.actions import Description, Edit, NewPost
from corridor.posts.choices import Audience, Kind, Quoters, Repliers

if TYPE_CHECKING:
    from corridor.library.models import Version
    from corridor.people.models import Profile
    from corridor.posts.actions import MayIdentifyPatient
    from corridor.posts.models import Attachment, Post
    from corridor.safety.models import SecondReading


@dataclass(frozen=True, kw_only=True)
class About:
    post: "Post | None" = None
    """That it says anew."""
    descriptions: Sequence[Description] = ()
    """Of its pictures, as they are to be."""
    version: "Version | None" = None
    """All that it says at once, as `library.queries.said_in` has it."""


A_NEW_POST = About()


def about_of(reading: "SecondReading") -> About:
    kept = reading.said.get("about", {}).get("descriptions", [])
    return About(
        post=reading.changes,
        descriptions=[Description(attachment=number, alt=alt) for number, alt in kept],
        version=reading.version,
    )


def as_kept(about: About) -> Mapping[str, Any]:
    """When the post was edited last goes with it: words are let pass for what they replace."""
    edited_at = None if about.post is None else about.post.edited_at
    return {
        "edited_at": None if edited_at is None else edited_at.isoformat(),
        "descriptions": [
            [one.attachment, one.alt] for one in about.descriptions if one.alt is not None
        ],
    }


def as_new(edit: Edit, post: "Post") -> NewPost:
    """Its words, for those who may read the post already."""
    return NewPost(
        text=edit.text,
        content_note=edit.content_note,
        is_sensitive=edit.is_sensitive,
        language=edit.language,
        attachments=edit.attachments,
        audience=Audience(post.audience),
        kind=Kind(post.kind),
        repliers=Repliers(post.repliers),
        quoters=Quoters(post.quoters),
        in_reply_to=post.in_reply_to_id,
        quotes=post.quotes_id,
        expires_at=post.expires_at,
    )


def as_edit(new: NewPost, about: About, *, was_read: bool = False) -> Edit:
    return Edit(
        text=new.text,
        content_note=new.content_note,
        is_sensitive=new.is_sensitive,
        language=new.language,
        attachments=new.attachments,
        descriptions=about.descriptions,
        keeps_poll=True,
        kept_because=new.kept_because,
        was_read=was_read,
    )


def refusal_of(new: NewPost, about: About, *, by: "Profile") -> "MayIdentifyPatient | None":
    if about.post is not None:
        return posting.refusal_of_edit(as_edit(new, about), post=about.post, by=by)
    return posting.refusal_of(new, by=by)


def is_held(new: NewPost, about: About, *, by: "Profile") -> bool:
    """A thread is read by whoever has the right: its parts are not looked at one by one here."""
    if about.version is not None:
        return True
    refusal = refusal_of(new, about, by=by)
    return refusal is not None and refusal.is_final


def pictures_of(new: NewPost, about: About, *, by: "Profile") -> "list[Attachment]":
    """Raises UnknownAttachment or TooManyAttachments."""
    if about == A_NEW_POST:
        return posting.free_attachments(new.attachments, by=by)
    return posting.own_attachments(new.attachments, by=by)
