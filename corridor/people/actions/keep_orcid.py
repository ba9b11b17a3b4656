"""Somebody signed in with ORCID: the iD is hers, for as long as she signs in with it."""

from corridor.algorithms.credentials.orcid import plain_orcid
from corridor.people.models import Profile


def keep_orcid(profile: Profile, *, orcid: str) -> None:
    """Raises NotAnOrcid. `grant_orcid_badge` does it too, where the iD shows nobody else."""
    profile.orcid = plain_orcid(orcid)
    profile.save(update_fields=["orcid"])


def forget_orcid(profile: Profile) -> None:
    """She took that way of signing in away."""
    profile.orcid = ""
    profile.save(update_fields=["orcid"])
