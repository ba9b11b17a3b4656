"""Readings of flags and cases. Whoever asks says who is looking."""

from corridor.safety.log import Verdict, verify
from corridor.safety.moderators_known import is_known
from corridor.safety.policies import (
    has_claimed,
    is_claimed,
    is_moderator,
    keeps_wordings,
    leads,
    may_look_at_post,
    may_tend,
    queues_of,
)
from corridor.safety.queries.correspondence import (
    OwnCorrespondence,
    correspondence_of_link,
    own_correspondences,
)
from corridor.safety.queries.desk import (
    WholeCase,
    appeal_to_judge,
    appeals_waiting,
    case_to_look_at,
    cases_closed,
    cases_waiting,
    decision_to_undo,
    log_entries,
    moderators,
    waiting_by_queue,
    waiting_in_all,
    whole_case,
)
from corridor.safety.queries.figures import Figures, figures
from corridor.safety.queries.held import (
    folder,
    held_by_sender,
    held_for,
    held_item,
    held_of,
    is_held,
    is_held_for,
    message_requests,
    waiting_counts,
)
from corridor.safety.queries.own_decisions import decision_of_link, own_decision, own_decisions
from corridor.safety.queries.own_flags import OwnFlag, own_flag, own_flags
from corridor.safety.queries.wordings import (
    CurrentWording,
    versions_of,
    wording,
    wordings,
)

__all__ = [
    "CurrentWording",
    "Figures",
    "OwnCorrespondence",
    "OwnFlag",
    "Verdict",
    "WholeCase",
    "appeal_to_judge",
    "appeals_waiting",
    "case_to_look_at",
    "cases_closed",
    "cases_waiting",
    "correspondence_of_link",
    "decision_of_link",
    "decision_to_undo",
    "figures",
    "folder",
    "has_claimed",
    "held_by_sender",
    "held_for",
    "held_item",
    "held_of",
    "is_claimed",
    "is_held",
    "is_held_for",
    "is_known",
    "is_moderator",
    "keeps_wordings",
    "leads",
    "log_entries",
    "may_look_at_post",
    "may_tend",
    "message_requests",
    "moderators",
    "own_correspondences",
    "own_decision",
    "own_decisions",
    "own_flag",
    "own_flags",
    "queues_of",
    "verify",
    "versions_of",
    "waiting_by_queue",
    "waiting_counts",
    "waiting_in_all",
    "whole_case",
    "wording",
    "wordings",
]
