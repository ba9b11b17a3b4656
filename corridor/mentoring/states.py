"""The states of a relationship and the moves between them."""

from corridor.algorithms.state_machines import Move, StateMachine
from corridor.mentoring.choices import State

MENTEE, MENTOR, CLOCK = "mentee", "mentor", "clock"
BOTH = (MENTEE, MENTOR)

RELATIONSHIP = StateMachine(
    name="relationship",
    start=State.ACTIVE.value,
    ends=(State.ENDED.value,),
    bound=BOTH,
    moves=(
        Move(name="pause", starts=(State.ACTIVE.value,), end=State.PAUSED.value, by=BOTH),
        Move(
            name="resume",
            starts=(State.PAUSED.value,),
            end=State.ACTIVE.value,
            by=(*BOTH, CLOCK),
        ),
        Move(
            name="end",
            starts=(State.ACTIVE.value, State.PAUSED.value),
            end=State.ENDED.value,
            by=BOTH,
            leaves=True,
        ),
        Move(name="take_back", starts=(State.ENDED.value,), end=State.ACTIVE.value, by=BOTH),
    ),
)
