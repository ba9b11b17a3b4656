"""What was found in somebody's own pictures that go with no post."""

from collections.abc import Collection, Mapping

from corridor.posts import finders
from corridor.posts.models import SeenElsewhere


def seen_elsewhere(places: Collection[str], *, viewer_id: int) -> Mapping[str, SeenElsewhere]:
    """By place; nothing of pictures of others."""
    rows = SeenElsewhere.objects.filter(place__in=places, owner=viewer_id) if places else ()
    return {one.place: one for one in rows}


def can_look_at_pictures() -> bool:
    """Whether an operator installed what finds faces or writing."""
    return finders.can_look()
