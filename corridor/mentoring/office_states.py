"""The states of office hours, of each of their sittings, and of a turn in one."""

from corridor.algorithms.state_machines import Move, StateMachine

MENTOR, MENTEE, CLOCK = "mentor", "mentee", "clock"

OFFICE_HOURS = StateMachine(
    name="office hours",
    start="offered",
    ends=("ended",),
    bound=(MENTOR,),
    moves=(Move(name="end", starts=("offered",), end="ended", by=(MENTOR, CLOCK), leaves=True),),
)
"""The clock ends them after their last sitting."""

SITTING = StateMachine(
    name="sitting",
    start="open",
    ends=("held", "cancelled"),
    bound=(MENTOR,),
    moves=(
        Move(name="close_queue", starts=("open",), end="closed", by=(MENTOR,)),
        Move(name="open_queue", starts=("closed",), end="open", by=(MENTOR,)),
        Move(name="finish", starts=("open", "closed"), end="held", by=(MENTOR, CLOCK)),
        Move(
            name="cancel",
            starts=("open", "closed"),
            end="cancelled",
            by=(MENTOR, CLOCK),
            leaves=True,
        ),
    ),
)

TURN = StateMachine(
    name="turn",
    start="waiting",
    ends=("done", "missed", "left", "over"),
    bound=(MENTEE,),
    moves=(
        Move(name="move_up", starts=("waiting",), end="queued", by=(CLOCK,)),
        Move(name="call", starts=("queued",), end="called", by=(MENTOR,)),
        Move(name="finish", starts=("called",), end="done", by=(MENTOR, CLOCK)),
        Move(name="miss", starts=("queued", "called"), end="missed", by=(MENTOR,)),
        Move(
            name="withdraw",
            starts=("waiting", "queued", "called"),
            end="left",
            by=(MENTEE,),
            leaves=True,
        ),
        Move(name="come_back", starts=("left", "missed"), end="waiting", by=(MENTEE,)),
        Move(name="end", starts=("waiting", "queued"), end="over", by=(CLOCK,)),
    ),
)
"""Whoever signs up while a place is free has waited no time at all."""
