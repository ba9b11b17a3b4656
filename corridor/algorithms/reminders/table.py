"""Every reminder that is sent without anybody having pressed anything, declared once.

Whoever looks for what is due, the page on which people switch them, the documents and the tests
read this table. How it is said is in `corridor/reminders/wording.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Kind(StrEnum):
    ANSWER_MATCH = "answer_match"
    SEND_APPLICATION = "send_application"
    ANSWER_HELLO = "answer_hello"
    CHOOSE_TIME = "choose_time"
    FIRST_MEETING = "first_meeting"
    WRITE_LOG = "write_log"
    ANSWER_MENTEE = "answer_mentee"
    READ_MESSAGE = "read_message"
    SIGN_AGREEMENT = "sign_agreement"
    GIVE_REVIEW = "give_review"
    MOVE_GOAL = "move_goal"
    SILENCE = "silence"
    RENEW_BADGE = "renew_badge"
    READ_POST = "read_post"
    CHANGE_POST = "change_post"
    DECIDE_APPEAL = "decide_appeal"
    MEETING_SOON = "meeting_soon"
    SITTING_SOON = "sitting_soon"


class To(StrEnum):
    MENTOR = "mentor"
    BOTH = "both"
    WHOSE_TURN = "whose_turn"
    """Of two, the one whom the other waits for."""
    EVERYBODY = "everybody"
    """The mentor, and whoever is in the queue."""
    DECIDERS = "deciders"
    """Of a team, whoever decides about it."""
    READERS = "readers"
    """Whoever may read a post before it is published."""
    OWNER = "owner"
    """Whoever began, made or has it."""


class Stop(StrEnum):
    """What happens so that it comes no more; each is shown by a test."""

    DONE = "done"
    """What it asks for is done."""
    REFUSED = "refused"
    """She said no to it, or skipped it."""
    GONE = "gone"
    """What it is about was called off, withdrawn or replaced, or its time is over."""
    PAUSE = "pause"
    END = "end"
    """The relationship rests, or is over."""


@dataclass(frozen=True, kw_only=True)
class Reminder:
    kind: Kind
    to: To
    after: timedelta
    """From what `wording.WHEN` says; before a deadline where `is_before`."""
    is_before: bool = False
    most: int = 1
    """Of one thing, to one person."""
    again_after: timedelta | None = None
    stops: tuple[Stop, ...]
    hurries: bool = False
    """Its thing is lost soon: it goes first, and has room of its own (`MOST`)."""
    is_timed: bool = False
    """Asked for with a time of its own: neither the night nor `MOST` holds it back."""

    def __post_init__(self) -> None:
        if (self.most > 1) != (self.again_after is not None):
            raise ValueError(self.kind)


WITH_SOMEBODY = (Stop.PAUSE, Stop.END)

TABLE = (
    Reminder(
        kind=Kind.ANSWER_MATCH,
        to=To.WHOSE_TURN,
        after=2 * DAY,
        is_before=True,
        stops=(Stop.DONE, Stop.REFUSED, Stop.GONE),
        hurries=True,
    ),
    Reminder(
        kind=Kind.SEND_APPLICATION,
        to=To.OWNER,
        after=3 * DAY,
        is_before=True,
        stops=(Stop.DONE, Stop.REFUSED, Stop.GONE),
        hurries=True,
    ),
    Reminder(
        kind=Kind.ANSWER_HELLO,
        to=To.WHOSE_TURN,
        after=2 * DAY,
        is_before=True,
        stops=(Stop.DONE, Stop.REFUSED, Stop.GONE),
        hurries=True,
    ),
    Reminder(
        kind=Kind.CHOOSE_TIME,
        to=To.WHOSE_TURN,
        after=2 * DAY,
        stops=(Stop.DONE, Stop.REFUSED, Stop.GONE, *WITH_SOMEBODY),
        hurries=True,
    ),
    Reminder(
        kind=Kind.FIRST_MEETING,
        to=To.BOTH,
        after=7 * DAY,
        stops=(Stop.DONE, Stop.REFUSED, Stop.GONE, *WITH_SOMEBODY),
    ),
    Reminder(
        kind=Kind.WRITE_LOG,
        to=To.BOTH,
        after=3 * HOUR,
        stops=(Stop.DONE, Stop.GONE, *WITH_SOMEBODY),
    ),
    Reminder(
        kind=Kind.ANSWER_MENTEE,
        to=To.MENTOR,
        after=timedelta(0),
        stops=(Stop.DONE, *WITH_SOMEBODY),
    ),
    Reminder(kind=Kind.READ_MESSAGE, to=To.OWNER, after=5 * DAY, stops=(Stop.DONE, Stop.GONE)),
    Reminder(
        kind=Kind.SIGN_AGREEMENT,
        to=To.WHOSE_TURN,
        after=4 * DAY,
        most=2,
        again_after=7 * DAY,
        stops=(Stop.DONE, Stop.GONE, *WITH_SOMEBODY),
    ),
    Reminder(
        kind=Kind.GIVE_REVIEW,
        to=To.OWNER,
        after=timedelta(0),
        most=2,
        again_after=7 * DAY,
        stops=(Stop.DONE, Stop.REFUSED, Stop.GONE, *WITH_SOMEBODY),
    ),
    Reminder(
        kind=Kind.MOVE_GOAL,
        to=To.OWNER,
        after=21 * DAY,
        stops=(Stop.DONE, Stop.REFUSED, *WITH_SOMEBODY),
    ),
    Reminder(
        kind=Kind.SILENCE,
        to=To.BOTH,
        after=14 * DAY,
        most=2,
        again_after=21 * DAY,
        stops=(Stop.DONE, *WITH_SOMEBODY),
    ),
    Reminder(
        kind=Kind.RENEW_BADGE,
        to=To.OWNER,
        after=30 * DAY,
        is_before=True,
        stops=(Stop.GONE,),
    ),
    Reminder(
        kind=Kind.READ_POST,
        to=To.READERS,
        after=12 * HOUR,
        stops=(Stop.DONE, Stop.GONE),
        hurries=True,
    ),
    Reminder(kind=Kind.CHANGE_POST, to=To.OWNER, after=7 * DAY, stops=(Stop.DONE, Stop.GONE)),
    Reminder(kind=Kind.DECIDE_APPEAL, to=To.DECIDERS, after=7 * DAY, stops=(Stop.DONE, Stop.GONE)),
    Reminder(
        kind=Kind.MEETING_SOON,
        to=To.BOTH,
        after=DAY,
        is_before=True,
        most=2,
        again_after=23 * HOUR,
        stops=(Stop.GONE, *WITH_SOMEBODY),
        is_timed=True,
    ),
    Reminder(
        kind=Kind.SITTING_SOON,
        to=To.EVERYBODY,
        after=DAY,
        is_before=True,
        most=2,
        again_after=23 * HOUR,
        stops=(Stop.REFUSED, Stop.GONE),
        is_timed=True,
    ),
)
OF: Mapping[str, Reminder] = {one.kind: one for one in TABLE}


@dataclass(frozen=True, kw_only=True)
class Most:
    """So many mails to one person, whatever they are about."""

    a_day: int
    a_week: int


MOST: Mapping[bool, Most] = {False: Most(a_day=1, a_week=3), True: Most(a_day=2, a_week=5)}
"""By whether it hurries. Both kinds fill the same room; what hurries may use what is left."""
DAYTIME = (8, 20)
"""Hours in her own time zone between which such mails leave."""
