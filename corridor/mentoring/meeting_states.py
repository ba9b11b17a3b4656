"""The states of a meeting and the moves between them."""

from corridor.algorithms.state_machines import Move, StateMachine
from corridor.mentoring.meeting_choices import MeetingState, Side

BOTH = (Side.MENTEE.value, Side.MENTOR.value)
CLOCK = "clock"
PROPOSED, AGREED, HELD, MISSED, CANCELLED = (one.value for one in MeetingState)

MEETING = StateMachine(
    name="meeting",
    start=PROPOSED,
    ends=(HELD, MISSED, CANCELLED),
    bound=BOTH,
    moves=(
        Move(name="pick", starts=(PROPOSED,), end=AGREED, by=BOTH),
        Move(name="offer_other_times", starts=(PROPOSED, AGREED), end=PROPOSED, by=BOTH),
        Move(name="call_off", starts=(PROPOSED, AGREED), end=CANCELLED, by=BOTH, leaves=True),
        Move(name="lapse", starts=(PROPOSED,), end=CANCELLED, by=(CLOCK,)),
        Move(name="close", starts=(PROPOSED, AGREED), end=CANCELLED, by=(CLOCK,)),
        Move(name="hold", starts=(AGREED, MISSED), end=HELD, by=BOTH),
        Move(name="miss", starts=(AGREED, HELD), end=MISSED, by=BOTH),
    ),
)
