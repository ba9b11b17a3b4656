"""Who may do what to whom among people."""

from corridor.people.models import Profile


def owns(viewer: Profile | None, profile: Profile) -> bool:
    return viewer is not None and viewer.pk == profile.pk
