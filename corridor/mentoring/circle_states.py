"""The states of a circle and of a seat in it, and the moves between them."""

from corridor.algorithms.state_machines import Move, StateMachine

LEADER, MEMBER, CLOCK = "leader", "member", "clock"

CIRCLE = StateMachine(
    name="circle",
    start="forming",
    ends=("closed",),
    bound=(LEADER,),
    moves=(
        Move(name="begin", starts=("forming",), end="active", by=(CLOCK,)),
        Move(name="pause", starts=("active",), end="paused", by=(LEADER,)),
        Move(name="resume", starts=("paused",), end="active", by=(LEADER, CLOCK)),
        Move(
            name="close",
            starts=("forming", "active", "paused"),
            end="closed",
            by=(LEADER, CLOCK),
            leaves=True,
        ),
    ),
)
"""The clock begins it with the yes that was missing, and closes it when no mentor is left."""

SEAT = StateMachine(
    name="seat",
    start="waiting",
    ends=("declined", "lapsed", "left"),
    bound=(MEMBER,),
    moves=(
        Move(name="offer", starts=("waiting",), end="invited", by=(CLOCK,)),
        Move(name="accept", starts=("invited",), end="in", by=(MEMBER,)),
        Move(name="decline", starts=("invited",), end="declined", by=(MEMBER,), leaves=True),
        Move(name="lapse", starts=("invited",), end="lapsed", by=(CLOCK,)),
        Move(name="leave", starts=("waiting", "in"), end="left", by=(MEMBER,), leaves=True),
        Move(
            name="ask_again",
            starts=("declined", "lapsed", "left"),
            end="waiting",
            by=(MEMBER,),
        ),
    ),
)
"""Whoever is invited from the start has waited no time at all."""
