from corridor.programmes.actions.approve_many import NothingToApprove, approve_many
from corridor.programmes.actions.approve_proposal import AlreadyApproved, approve_proposal
from corridor.programmes.actions.forbid_pair import ReasonMissing, forbid_pair
from corridor.programmes.actions.note_proposal import NoteIsEmpty, note_proposal
from corridor.programmes.actions.record_run import NobodyToMatch
from corridor.programmes.actions.review_rights import (
    NotDirector,
    RoundNotUnderReview,
    RunIsOutdated,
)
from corridor.programmes.actions.run_matching import run_matching
from corridor.programmes.actions.swap_proposal import (
    SwapImpossible,
    swap_proposal,
)
from corridor.programmes.actions.withdraw_approval import NotApproved, withdraw_approval

__all__ = [
    "AlreadyApproved",
    "NobodyToMatch",
    "NotApproved",
    "NotDirector",
    "NoteIsEmpty",
    "NothingToApprove",
    "ReasonMissing",
    "RoundNotUnderReview",
    "RunIsOutdated",
    "SwapImpossible",
    "approve_many",
    "approve_proposal",
    "forbid_pair",
    "note_proposal",
    "run_matching",
    "swap_proposal",
    "withdraw_approval",
]
