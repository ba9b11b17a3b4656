"""Who may write, answer, rate and judge context notes."""

from datetime import datetime
from typing import TYPE_CHECKING

from corridor.algorithms.careers import Phase
from corridor.algorithms.named_fields import named_fields
from corridor.people import queries as people
from corridor.posts.choices import Kind
from corridor.safety import queries as safety
from corridor.safety.choices import Queue

if TYPE_CHECKING:
    from corridor.context_notes.models import ContextNote
    from corridor.people.models import Profile
    from corridor.posts.models import Post

CLINICIANS = frozenset({Phase.TRAINEE, Phase.FACULTY})


def can_have_notes(post: "Post") -> bool:
    """What anybody may read and act on; nobody's story is annotated."""
    return post.is_open and not post.is_held and post.kind != Kind.STORY


def is_clinician(writer: "Profile", *, now: datetime) -> bool:
    """Verified by more than the word of others, from the first year of training on."""
    career = writer.career
    return (
        career is not None
        and career.phase in CLINICIANS
        and people.is_verified_beyond_vouches(writer, now=now)
    )


def has_field(writer: "Profile") -> bool:
    return writer.specialty not in {"", "undecided"}


def is_of_the_field(writer: "Profile", post: "Post") -> bool:
    """Where the post names fields, one of them is hers; where it names none, anybody's is."""
    fields = fields_of(post)
    return not fields or writer.specialty in fields


def fields_of(post: "Post") -> frozenset[str]:
    return named_fields(f"{post.content_note}\n{post.text}")


def can_rate(rater: "Profile", note: "ContextNote", *, now: datetime) -> bool:
    """Anybody verified who has no part in it."""
    return not has_part(rater, note) and people.is_verified(rater, now=now)


def has_part(somebody: "Profile", note: "ContextNote") -> bool:
    return somebody.pk in {note.author_id, note.post.author_id}


def can_judge(viewer: "Profile | None", note: "ContextNote", *, now: datetime) -> bool:
    """A moderator of what misleads about health, without a part in it."""
    if viewer is None or has_part(viewer, note) or Queue.HEALTH not in safety.queues_of(viewer):
        return False
    apart = people.kept_from(viewer, today=now.date())
    return not apart & {note.author_id, note.post.author_id}
