from corridor.programmes.actions.allow_pair import NotParted, allow_pair
from corridor.programmes.actions.apply_to_round import (
    AlreadyApplied,
    NewApplication,
    RoundNotOpen,
    apply_to_round,
)
from corridor.programmes.actions.approve_many import NothingToApprove, approve_many
from corridor.programmes.actions.approve_proposal import (
    AlreadyApproved,
    PairRuledOut,
    approve_proposal,
)
from corridor.programmes.actions.assign_match import (
    AlreadyTogetherHere,
    AssignImpossible,
    NotMatchedYet,
    assign_match,
)
from corridor.programmes.actions.choose_run import (
    AlreadyChosen,
    NameTooLong,
    choose_run,
    name_run,
)
from corridor.programmes.actions.declare_relation import NewRelation, declare_relation
from corridor.programmes.actions.forbid_pair import ReasonMissing, forbid_pair
from corridor.programmes.actions.hold_proposal import AlreadyHeld, hold_proposal
from corridor.programmes.actions.matching_jobs import (
    AlreadyMatching,
    NothingRuns,
    ask_for_run,
    do_job,
    stop_job,
)
from corridor.programmes.actions.move_round import (
    AnotherRoundUnderReview,
    LastDayIsOver,
    RoundHasEnded,
    RoundIsMatched,
    RoundNotPublished,
    begin_round,
    close_applications,
    finish_round,
    reopen_applications,
)
from corridor.programmes.actions.note_proposal import NoteIsEmpty, note_proposal
from corridor.programmes.actions.open_round import (
    FollowsAnotherProgramme,
    NewRound,
    open_round,
)
from corridor.programmes.actions.record_run import NobodyToMatch, RoundChanged
from corridor.programmes.actions.release_pair import NotHeld, release_pair
from corridor.programmes.actions.review_rights import (
    NotDirector,
    PublicationWaits,
    RoundNotUnderReview,
    RunIsOutdated,
)
from corridor.programmes.actions.run_matching import run_matching
from corridor.programmes.actions.set_mode import (
    HowMatched,
    ModeIsSettled,
    TooManySuggestions,
    set_mode,
)
from corridor.programmes.actions.set_weights import (
    HEAVIEST_LOAD,
    NothingCounts,
    RoundFinished,
    WeightOutOfRange,
    Weights,
    set_weights,
)
from corridor.programmes.actions.start_programme import (
    AddressTaken,
    NewProgramme,
    start_programme,
)
from corridor.programmes.actions.swap_proposal import (
    SwapImpossible,
    swap_proposal,
)
from corridor.programmes.actions.withdraw_approval import NotApproved, withdraw_approval
from corridor.programmes.actions.withdraw_many import NothingToWithdraw, withdraw_many
from corridor.programmes.actions.words_for_record import TooLongForRecord

__all__ = [
    "HEAVIEST_LOAD",
    "AddressTaken",
    "AlreadyApplied",
    "AlreadyApproved",
    "AlreadyChosen",
    "AlreadyHeld",
    "AlreadyMatching",
    "AlreadyTogetherHere",
    "AnotherRoundUnderReview",
    "AssignImpossible",
    "FollowsAnotherProgramme",
    "HowMatched",
    "LastDayIsOver",
    "ModeIsSettled",
    "NameTooLong",
    "NewApplication",
    "NewProgramme",
    "NewRelation",
    "NewRound",
    "NobodyToMatch",
    "NotApproved",
    "NotDirector",
    "NotHeld",
    "NotMatchedYet",
    "NotParted",
    "NoteIsEmpty",
    "NothingCounts",
    "NothingRuns",
    "NothingToApprove",
    "NothingToWithdraw",
    "PairRuledOut",
    "PublicationWaits",
    "ReasonMissing",
    "RoundChanged",
    "RoundFinished",
    "RoundHasEnded",
    "RoundIsMatched",
    "RoundNotOpen",
    "RoundNotPublished",
    "RoundNotUnderReview",
    "RunIsOutdated",
    "SwapImpossible",
    "TooLongForRecord",
    "TooManySuggestions",
    "WeightOutOfRange",
    "Weights",
    "allow_pair",
    "apply_to_round",
    "approve_many",
    "approve_proposal",
    "ask_for_run",
    "assign_match",
    "begin_round",
    "choose_run",
    "close_applications",
    "declare_relation",
    "do_job",
    "finish_round",
    "forbid_pair",
    "hold_proposal",
    "name_run",
    "note_proposal",
    "open_round",
    "release_pair",
    "reopen_applications",
    "run_matching",
    "set_mode",
    "set_weights",
    "start_programme",
    "stop_job",
    "swap_proposal",
    "withdraw_approval",
    "withdraw_many",
]
