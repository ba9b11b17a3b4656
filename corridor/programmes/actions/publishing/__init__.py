"""From approved matches to two people who know of each other, and back."""

from corridor.programmes.actions.publishing.form_by_hand import (
    ByHand,
    NotInThisRound,
    RoundTellsNobody,
    SomebodyRests,
    form_by_hand,
)
from corridor.programmes.actions.publishing.form_circles import offer_place
from corridor.programmes.actions.publishing.leave_circles import decline_invitations
from corridor.programmes.actions.publishing.recall_matches import (
    NothingToRecall,
    WordsMissing,
    recall_matches,
)
from corridor.programmes.actions.publishing.release import release_due
from corridor.programmes.actions.publishing.schedule_publication import (
    HOLD,
    NothingToPublish,
    PublicationInThePast,
    PublicationTooFar,
    schedule_publication,
)
from corridor.programmes.actions.publishing.stop_publication import NotWaiting, stop_publication

__all__ = [
    "HOLD",
    "ByHand",
    "NotInThisRound",
    "NotWaiting",
    "NothingToPublish",
    "NothingToRecall",
    "PublicationInThePast",
    "PublicationTooFar",
    "RoundTellsNobody",
    "SomebodyRests",
    "WordsMissing",
    "decline_invitations",
    "form_by_hand",
    "offer_place",
    "recall_matches",
    "release_due",
    "schedule_publication",
    "stop_publication",
]
