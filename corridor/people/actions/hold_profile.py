"""For rules of other contexts that count what somebody has."""

from corridor.people.models import Profile


def hold_profile(profile: Profile) -> None:
    """In a transaction: whoever else holds her waits until it ends."""
    Profile.objects.select_for_update().get(pk=profile.pk)
