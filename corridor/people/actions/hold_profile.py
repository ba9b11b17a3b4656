"""For rules of other contexts that count what somebody has."""

from corridor.people.models import Profile


def hold_profile(profile: Profile) -> None:
    """In a transaction: whoever else holds her waits until it ends.

    Rows that only name her are written meanwhile: their check of the key waits for nobody.
    """
    Profile.objects.select_for_update(no_key=True).get(pk=profile.pk)
