"""What people do in relationships. Each raises by name what it refuses."""

from corridor.mentoring.actions.end_relationship import (
    TooLateToTakeBack,
    end_relationship,
    take_back_end,
)
from corridor.mentoring.actions.hold_relationship import (
    NotOpen,
    NotYourRelationship,
    hold_relationship,
)
from corridor.mentoring.actions.open_relationship import (
    AlreadyTogether,
    KeptApart,
    NoRoom,
    WithHerself,
    open_relationship,
)
from corridor.mentoring.actions.pause_relationship import (
    NotYourPause,
    PauseInThePast,
    pause_relationship,
    resume_due,
    resume_relationship,
)
from corridor.mentoring.origin import Origin

__all__ = [
    "AlreadyTogether",
    "KeptApart",
    "NoRoom",
    "NotOpen",
    "NotYourPause",
    "NotYourRelationship",
    "Origin",
    "PauseInThePast",
    "TooLateToTakeBack",
    "WithHerself",
    "end_relationship",
    "hold_relationship",
    "open_relationship",
    "pause_relationship",
    "resume_due",
    "resume_relationship",
    "take_back_end",
]
