from corridor.mentoring.models.agreement import AgreementVersion, RoleEntry, RoleWish
from corridor.mentoring.models.calendar import CalendarWishes, DaysOff
from corridor.mentoring.models.circle import OPEN_CIRCLE, TAKES_A_PLACE, Circle, Seat
from corridor.mentoring.models.circle_meeting import Attendance, CircleMeeting, CircleTopic
from corridor.mentoring.models.developer import MapReader, NotedDeveloper
from corridor.mentoring.models.first_contact import FirstContact, FlashTime, Like
from corridor.mentoring.models.goal import (
    STUCK_AFTER,
    CoachingStep,
    Goal,
    GoalComment,
    GoalStep,
)
from corridor.mentoring.models.instrument import Instrument, InstrumentItem, ScaleAnswers
from corridor.mentoring.models.meeting import WAITING, CalendarAnswer, Meeting, MeetingTime
from corridor.mentoring.models.meeting_record import (
    Absence,
    AgendaItem,
    MeetingLog,
    MeetingNote,
)
from corridor.mentoring.models.move import PrivateNote, RelationshipMove, Thanks, Wait
from corridor.mentoring.models.office_hours import (
    HAS_TURN,
    OPEN_SITTING,
    WAITS_FOR_TURN,
    AnswerToAll,
    OfficeHours,
    Sitting,
    Turn,
)
from corridor.mentoring.models.plan import Plan, PlanAttestation
from corridor.mentoring.models.question import Answer, Question
from corridor.mentoring.models.relationship import OPEN, Relationship, RoleSpan
from corridor.mentoring.models.survey import ContactCheck, Survey

__all__ = [
    "HAS_TURN",
    "OPEN",
    "OPEN_CIRCLE",
    "OPEN_SITTING",
    "STUCK_AFTER",
    "TAKES_A_PLACE",
    "WAITING",
    "WAITS_FOR_TURN",
    "Absence",
    "AgendaItem",
    "AgreementVersion",
    "Answer",
    "AnswerToAll",
    "Attendance",
    "CalendarAnswer",
    "CalendarWishes",
    "Circle",
    "CircleMeeting",
    "CircleTopic",
    "CoachingStep",
    "ContactCheck",
    "DaysOff",
    "FirstContact",
    "FlashTime",
    "Goal",
    "GoalComment",
    "GoalStep",
    "Instrument",
    "InstrumentItem",
    "Like",
    "MapReader",
    "Meeting",
    "MeetingLog",
    "MeetingNote",
    "MeetingTime",
    "NotedDeveloper",
    "OfficeHours",
    "Plan",
    "PlanAttestation",
    "PrivateNote",
    "Question",
    "Relationship",
    "RelationshipMove",
    "RoleEntry",
    "RoleSpan",
    "RoleWish",
    "ScaleAnswers",
    "Seat",
    "Sitting",
    "Survey",
    "Thanks",
    "Turn",
    "Wait",
]
