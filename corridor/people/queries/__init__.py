"""Readings of people. What comes back depends on the viewer wherever it is not public."""

from corridor.people.queries.accesses import (
    accesses,
)
from corridor.people.queries.descriptions import (
    ExperienceOption,
    ShownFacet,
    agreements,
    agrees,
    answer_in,
    chosen_options,
    experience_options,
    facets_shown,
    holders_of,
    matching_experience,
    own_facets,
    questions,
    works_with,
)
from corridor.people.queries.directory import (
    Asked,
    Mentors,
    Suggestion,
    mentors,
    suggested,
)
from corridor.people.queries.directory_index import (
    forget_index,
)
from corridor.people.queries.directory_words import (
    found_by,
)
from corridor.people.queries.profiles import (
    known_tags,
    leaves_at,
    own_link,
    profile_by_handle,
    profile_of,
    profile_seen,
)
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
from corridor.people.queries.shown import (
    ShownProfile,
    free_spans,
    shown_profile,
)
from corridor.people.queries.verification import (
    badges_in_force,
    is_verified,
)

__all__ = [
    "Asked",
    "ExperienceOption",
    "Mentors",
    "Relation",
    "ShownFacet",
    "ShownProfile",
    "Suggestion",
    "accesses",
    "agreements",
    "agrees",
    "answer_in",
    "badges_in_force",
    "blocks",
    "chosen_options",
    "evaluations",
    "experience_options",
    "facets_shown",
    "follow_requests",
    "followers",
    "following",
    "forget_index",
    "found_by",
    "free_spans",
    "holders_of",
    "is_verified",
    "kept_from",
    "known_tags",
    "leaves_at",
    "list_kept",
    "lists",
    "matching_experience",
    "mentors",
    "muted_by",
    "mutes",
    "own_facets",
    "own_link",
    "pairs_kept_apart",
    "people_on_list",
    "profile_by_handle",
    "profile_of",
    "profile_seen",
    "questions",
    "relation_to",
    "shown_profile",
    "suggested",
    "works_with",
]
