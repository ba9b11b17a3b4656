"""What people do about meetings. Each raises by name what it refuses."""

from corridor.algorithms.calendar_files.reading import NotAnAnswer
from corridor.algorithms.reviews import OutOfRange
from corridor.mentoring.actions.meetings.adopt_next_step import NothingToAdopt, adopt_next_step
from corridor.mentoring.actions.meetings.answer_survey import (
    MOST_AREAS,
    InstrumentChanged,
    NewReview,
    NewScale,
    NoAreas,
    NotYourSurvey,
    RatedArea,
    SurveyClosed,
    answer_pulse,
    answer_review,
    skip_survey,
)
from corridor.mentoring.actions.meetings.ask_contact import NotAsked, answer_contact, ask_contact
from corridor.mentoring.actions.meetings.ask_surveys import (
    ask_final_review,
    ask_reviews,
    let_reviews_be,
)
from corridor.mentoring.actions.meetings.call_off import (
    LATE,
    call_off,
    close_meetings,
    lapse_proposals,
)
from corridor.mentoring.actions.meetings.hold_meeting import (
    AlreadyAnswered,
    NotYourMeeting,
)
from corridor.mentoring.actions.meetings.keep_agenda import (
    AgendaFull,
    NoSuchItem,
    NothingSaid,
    NotYourItem,
    add_item,
    remove_item,
    set_done,
)
from corridor.mentoring.actions.meetings.keep_instrument import (
    InstrumentIncomplete,
    NewInstrument,
    end_instrument,
    keep_instrument,
)
from corridor.mentoring.actions.meetings.log_meeting import (
    NewLog,
    NotYetBegun,
    TooLong,
    TooLongAgo,
    log_meeting,
    log_unplanned,
)
from corridor.mentoring.actions.meetings.offer_times import AlreadyBegan, offer_times
from corridor.mentoring.actions.meetings.pick_time import (
    NotSuggested,
    NotYoursToPick,
    TakenMeanwhile,
    TimeHasPassed,
    pick_time,
)
from corridor.mentoring.actions.meetings.propose_meeting import (
    TooManyRepeats,
    TooManyWait,
    propose_meeting,
)
from corridor.mentoring.actions.meetings.record_calendar_mail import (
    AnswersSomethingElse,
    record_calendar_mail,
)
from corridor.mentoring.actions.meetings.remind_of_meetings import (
    ask_for_logs,
    remind_of_meetings,
)
from corridor.mentoring.actions.meetings.say_absent import NobodySaidSo, deny_absence
from corridor.mentoring.actions.meetings.set_calendar import (
    NoDays,
    TooManyDaysOff,
    add_days_off,
    end_feed,
    remove_days_off,
    renew_feed,
)
from corridor.mentoring.actions.meetings.write_note import WrittenMeanwhile, write_note
from corridor.mentoring.meeting_details import (
    MOST_TIMES,
    NewMeeting,
    NotAnAddress,
    NotANumber,
    NoTimes,
    TimeOutOfReach,
)
from corridor.mentoring.meeting_links import UnknownLink
from corridor.mentoring.meeting_uids import UnknownUid

__all__ = [
    "LATE",
    "MOST_AREAS",
    "MOST_TIMES",
    "AgendaFull",
    "AlreadyAnswered",
    "AlreadyBegan",
    "AnswersSomethingElse",
    "InstrumentChanged",
    "InstrumentIncomplete",
    "NewInstrument",
    "NewLog",
    "NewMeeting",
    "NewReview",
    "NewScale",
    "NoAreas",
    "NoDays",
    "NoSuchItem",
    "NoTimes",
    "NobodySaidSo",
    "NotANumber",
    "NotAnAddress",
    "NotAnAnswer",
    "NotAsked",
    "NotSuggested",
    "NotYetBegun",
    "NotYourItem",
    "NotYourMeeting",
    "NotYourSurvey",
    "NotYoursToPick",
    "NothingSaid",
    "NothingToAdopt",
    "OutOfRange",
    "RatedArea",
    "SurveyClosed",
    "TakenMeanwhile",
    "TimeHasPassed",
    "TimeOutOfReach",
    "TooLong",
    "TooLongAgo",
    "TooManyDaysOff",
    "TooManyRepeats",
    "TooManyWait",
    "UnknownLink",
    "UnknownUid",
    "WrittenMeanwhile",
    "add_days_off",
    "add_item",
    "adopt_next_step",
    "answer_contact",
    "answer_pulse",
    "answer_review",
    "ask_contact",
    "ask_final_review",
    "ask_for_logs",
    "ask_reviews",
    "call_off",
    "close_meetings",
    "deny_absence",
    "end_feed",
    "end_instrument",
    "keep_instrument",
    "lapse_proposals",
    "let_reviews_be",
    "log_meeting",
    "log_unplanned",
    "offer_times",
    "pick_time",
    "propose_meeting",
    "record_calendar_mail",
    "remind_of_meetings",
    "remove_days_off",
    "remove_item",
    "renew_feed",
    "set_done",
    "skip_survey",
    "write_note",
]
