"""What others may want to know of relationships: that, who and when, and never why."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, kw_only=True)
class RelationshipOpened:
    """The two work together from now on, or in one more role."""

    relationship_id: int
    mentor_id: int
    mentee_id: int
    role: str
    is_new: bool
    """False where they worked together already, in another role."""
    at: datetime


@dataclass(frozen=True, kw_only=True)
class RelationshipPaused:
    relationship_id: int
    by_id: int
    other_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class RelationshipResumed:
    """After a pause, or because an end was taken back."""

    relationship_id: int
    by_id: int
    other_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class RelationshipEnded:
    """No reason is in it: reasons are private."""

    relationship_id: int
    by_id: int
    other_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class RelationshipChanged:
    """There is something new for the other of the two to look at."""

    relationship_id: int
    by_id: int
    other_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class GoalStuck:
    """A goal has not moved for a while; whoever made it is told once."""

    goal_id: int
    relationship_id: int
    profile_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MeetingProposed:
    """Somebody is to choose a time, for a new meeting or in place of another time."""

    meeting_id: int
    by_id: int
    to_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MeetingAgreed:
    meeting_id: int
    by_id: int
    to_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MeetingCalledOff:
    meeting_id: int
    by_id: int
    to_id: int
    is_late: bool
    at: datetime


@dataclass(frozen=True, kw_only=True)
class AbsenceSaid:
    """Somebody says that the other did not come."""

    meeting_id: int
    by_id: int
    to_id: int
    """Who did not come."""
    at: datetime


@dataclass(frozen=True, kw_only=True)
class AbsenceUnsaid:
    """It was taken back, or denied."""

    meeting_id: int
    to_id: int
    """Who was said not to have come."""
    is_denied: bool
    """By her, and not taken back by whoever said it."""
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MeetingDoubted:
    """The calendar of one of the two declined it; it stands."""

    meeting_id: int
    by_id: int
    to_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MeetingSoon:
    """Within a day, or an hour."""

    meeting_id: int
    by_id: int
    """The other one."""
    to_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class LogWanted:
    """Nobody has said whether it was held."""

    meeting_id: int
    by_id: int
    """The other one."""
    to_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class SurveyAsked:
    survey_id: int
    by_id: int
    """The other one."""
    to_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ContactAsked:
    """Are they in touch? Also told where the other one would like to be."""

    relationship_id: int
    by_id: int
    """The other one."""
    to_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class WorkLiked:
    """Somebody finds the work of a mentor helpful. Who, is not in it."""

    mentor_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ContactMoved:
    """Something happened in a first contact; the moves are those of `states_of_contacts`."""

    contact_id: int
    move: str
    """`say_hello` for the first."""
    mentor_id: int
    mentee_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class QuestionAnswered:
    """A question to all mentors has another answer."""

    asker_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class CircleChanged:
    """Something is new in a circle, or somebody is invited into it."""

    circle_id: int
    by_id: int
    to_ids: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, kw_only=True)
class CirclePlaceFree:
    """Nobody waits for it on the list of the circle; its programme may have somebody."""

    circle_id: int
    at: datetime


@dataclass(frozen=True, kw_only=True)
class QueueChanged:
    """Something is new in a queue of office hours: a turn, a place, an answer, or an end."""

    sitting_id: int
    by_id: int
    to_ids: tuple[int, ...]
    at: datetime


@dataclass(frozen=True, kw_only=True)
class MentorLeft:
    """She left the server for good: what she had with this mentee is over."""

    relationship_id: int
    at: datetime
