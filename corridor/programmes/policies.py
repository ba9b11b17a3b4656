"""Who may see and decide what in a programme."""

from typing import TYPE_CHECKING

from corridor.programmes.models import Programme

if TYPE_CHECKING:
    from corridor.people.models import Profile


def can_direct(viewer: "Profile | None", programme: Programme) -> bool:
    return viewer is not None and programme.directors.filter(pk=viewer.pk).exists()
