"""Who may do what with a tutorial."""

from typing import TYPE_CHECKING

from corridor.library.models import Part, Tutorial, Version

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_PARTS = 40


def owns(viewer: "Profile | None", tutorial: Tutorial) -> bool:
    return viewer is not None and viewer.pk == tutorial.author_id


def can_change(viewer: "Profile", version: Version) -> bool:
    return owns(viewer, version.tutorial) and version.published_at is None


def keeps_place(part: Part) -> bool:
    """It is published: others answered it, and what follows it replies to it."""
    return part.post_id is not None
