"""What people do in circles. Each raises by name what it refuses."""

from corridor.mentoring.actions.circles.answer_seat import (
    NotInvited,
    RulesAreNewer,
    accept_seat,
    decline_seat,
)
from corridor.mentoring.actions.circles.ask_for_seat import (
    AskedAlready,
    NoPlaceFree,
    ask_for_seat,
    offer_free_seat,
)
from corridor.mentoring.actions.circles.change_rules import (
    RulesAreEmpty,
    agree_to_rules,
    change_rules,
)
from corridor.mentoring.actions.circles.hold_circle import (
    CircleIsClosed,
    CircleRests,
    NotYourCircle,
)
from corridor.mentoring.actions.circles.leave_circle import leave_circle
from corridor.mentoring.actions.circles.meet import (
    LONGEST_TOPIC,
    CircleLog,
    MeetingIsOver,
    NewCircleMeeting,
    NotHeldYet,
    TooManyAhead,
    TopicIsEmpty,
    TopicTooLong,
    add_topic,
    call_off_meeting,
    log_circle_meeting,
    say_coming,
    set_meeting,
    tick_topic,
)
from corridor.mentoring.actions.circles.move_circle import (
    close_circle,
    pause_circle,
    resume_circle,
    tend_circles,
)
from corridor.mentoring.actions.circles.start_circle import (
    LONGEST_NAME,
    LONGEST_WORDS,
    AskedIn,
    CircleNeedsName,
    CircleTooLong,
    NewCircle,
    WrongNumber,
    form_circle,
    start_circle,
)

__all__ = [
    "LONGEST_NAME",
    "LONGEST_TOPIC",
    "LONGEST_WORDS",
    "AskedAlready",
    "AskedIn",
    "CircleIsClosed",
    "CircleLog",
    "CircleNeedsName",
    "CircleRests",
    "CircleTooLong",
    "MeetingIsOver",
    "NewCircle",
    "NewCircleMeeting",
    "NoPlaceFree",
    "NotHeldYet",
    "NotInvited",
    "NotYourCircle",
    "RulesAreEmpty",
    "RulesAreNewer",
    "TooManyAhead",
    "TopicIsEmpty",
    "TopicTooLong",
    "WrongNumber",
    "accept_seat",
    "add_topic",
    "agree_to_rules",
    "ask_for_seat",
    "call_off_meeting",
    "change_rules",
    "close_circle",
    "decline_seat",
    "form_circle",
    "leave_circle",
    "log_circle_meeting",
    "offer_free_seat",
    "pause_circle",
    "resume_circle",
    "say_coming",
    "set_meeting",
    "start_circle",
    "tend_circles",
    "tick_topic",
]
