"""How people come into a round."""

from corridor.programmes.actions.applying.answer_applications import (
    LONGEST_REASON,
    Decision,
    MatchedAlready,
    NoPlaceLeft,
    NothingToAnswer,
    ReasonTooLong,
    answer_applications,
)
from corridor.programmes.actions.applying.begin_application import DoorShut, begin_application
from corridor.programmes.actions.applying.follow_link import (
    LinkUsed,
    accept_invitation,
    follow_interest,
)
from corridor.programmes.actions.applying.import_applications import (
    Imported,
    import_applications,
    try_import,
)
from corridor.programmes.actions.applying.invite_to_round import (
    InvitationEnded,
    NewInvitations,
    NotAnAddress,
    RoundTakesNobody,
    TooManyInvitations,
    invite_to_round,
    send_invitation_again,
    withdraw_round_invitation,
)
from corridor.programmes.actions.applying.keep_draft import TypedTooMuch, keep_draft
from corridor.programmes.actions.applying.note_barriers import (
    NewBarriers,
    NotABarrier,
    note_barriers,
)
from corridor.programmes.actions.applying.note_interest import (
    let_answer,
    note_interest,
    reconsider_interest,
    stop_answers,
    take_interest_back,
)
from corridor.programmes.actions.applying.own import NotYourApplication
from corridor.programmes.actions.applying.send_application import (
    Filled,
    FormChanged,
    send_application,
)
from corridor.programmes.actions.applying.withdraw_application import (
    TooLateToUndo,
    may_undo,
    undo_withdrawal,
    withdraw_application,
)

__all__ = [
    "LONGEST_REASON",
    "Decision",
    "DoorShut",
    "Filled",
    "FormChanged",
    "Imported",
    "InvitationEnded",
    "LinkUsed",
    "MatchedAlready",
    "NewBarriers",
    "NewInvitations",
    "NoPlaceLeft",
    "NotABarrier",
    "NotAnAddress",
    "NotYourApplication",
    "NothingToAnswer",
    "ReasonTooLong",
    "RoundTakesNobody",
    "TooLateToUndo",
    "TooManyInvitations",
    "TypedTooMuch",
    "accept_invitation",
    "answer_applications",
    "begin_application",
    "follow_interest",
    "import_applications",
    "invite_to_round",
    "keep_draft",
    "let_answer",
    "may_undo",
    "note_barriers",
    "note_interest",
    "reconsider_interest",
    "send_application",
    "send_invitation_again",
    "stop_answers",
    "take_interest_back",
    "try_import",
    "undo_withdrawal",
    "withdraw_application",
    "withdraw_round_invitation",
]
