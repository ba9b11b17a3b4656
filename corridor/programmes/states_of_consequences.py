"""What follows in a programme from not coming, calling off late and not answering; and appeals."""

from corridor.algorithms.consequences import Step
from corridor.algorithms.state_machines import Move, StateMachine

MEMBER, DIRECTOR, CLOCK = "member", "director", "clock"
CLEAR, NOTICED, WARNED, RESTING, RETURNED, LOOK = (one.value for one in Step)
STEPS = (NOTICED, WARNED, RESTING, RETURNED, LOOK)
WAITING, GRANTED, REFUSED, TAKEN_BACK = "waiting", "granted", "refused", "taken_back"

CONSEQUENCE = StateMachine(
    name="consequence",
    start=CLEAR,
    ends=(CLEAR,),
    bound=(CLOCK,),
    moves=(
        Move(name="notice", starts=(CLEAR,), end=NOTICED, by=(CLOCK,)),
        Move(name="warn", starts=(NOTICED,), end=WARNED, by=(CLOCK,)),
        Move(name="rest", starts=(WARNED,), end=RESTING, by=(CLOCK,)),
        Move(name="resume", starts=(RESTING,), end=RETURNED, by=(CLOCK,)),
        Move(name="look", starts=(RETURNED,), end=LOOK, by=(CLOCK,)),
        Move(name="rest_again", starts=(LOOK,), end=RESTING, by=(DIRECTOR,)),
        Move(name="let_be", starts=(LOOK,), end=CLEAR, by=(DIRECTOR, CLOCK), leaves=True),
        Move(name="ease", starts=(WARNED,), end=NOTICED, by=(CLOCK,)),
        Move(name="ease", starts=(RESTING, RETURNED), end=WARNED, by=(CLOCK,)),
        Move(name="ease", starts=(LOOK,), end=RETURNED, by=(CLOCK,)),
        Move(name="forgive", starts=STEPS, end=CLEAR, by=(CLOCK,), leaves=True),
        Move(name="grant", starts=STEPS, end=CLEAR, by=(DIRECTOR, CLOCK)),
    ),
)
"""Bound is the clock: time alone leads out of every step, whoever does nothing."""

APPEAL = StateMachine(
    name="appeal against a consequence",
    start=WAITING,
    ends=(GRANTED, REFUSED, TAKEN_BACK),
    bound=(MEMBER,),
    moves=(
        Move(name="grant", starts=(WAITING,), end=GRANTED, by=(DIRECTOR, CLOCK)),
        Move(name="refuse", starts=(WAITING,), end=REFUSED, by=(DIRECTOR,)),
        Move(name="take_back", starts=(WAITING,), end=TAKEN_BACK, by=(MEMBER,), leaves=True),
    ),
)
