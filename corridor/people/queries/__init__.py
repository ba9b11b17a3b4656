"""Readings of people. What comes back depends on the viewer wherever it is not public."""

from corridor.people.queries.profiles import profile_by_handle, profile_of
from corridor.people.queries.relations import kept_from
from corridor.people.queries.verification import badges_in_force, is_verified

__all__ = ["badges_in_force", "is_verified", "kept_from", "profile_by_handle", "profile_of"]
