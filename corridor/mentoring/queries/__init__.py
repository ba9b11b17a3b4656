"""Readings of relationships. Whoever asks says who is looking."""

from corridor.mentoring.policies import carried_in, places_left
from corridor.mentoring.queries.relationships import (
    carried,
    relationship,
    relationships,
    roles_now,
)

__all__ = [
    "carried",
    "carried_in",
    "places_left",
    "relationship",
    "relationships",
    "roles_now",
]
