"""Readings of people. What comes back depends on the viewer wherever it is not public."""

from corridor.people.queries.profiles import profile_by_handle, profile_of
from corridor.people.queries.relations import (
    Relation,
    blocks,
    evaluations,
    follow_requests,
    followers,
    following,
    kept_from,
    list_kept,
    lists,
    muted_by,
    mutes,
    pairs_kept_apart,
    people_on_list,
    relation_to,
)
from corridor.people.queries.verification import badges_in_force, is_verified

__all__ = [
    "Relation",
    "badges_in_force",
    "blocks",
    "evaluations",
    "follow_requests",
    "followers",
    "following",
    "is_verified",
    "kept_from",
    "list_kept",
    "lists",
    "muted_by",
    "mutes",
    "pairs_kept_apart",
    "people_on_list",
    "profile_by_handle",
    "profile_of",
    "relation_to",
]
