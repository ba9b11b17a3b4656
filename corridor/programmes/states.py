"""What states a round and a match go through, who moves them, and who gets out how."""

from corridor.algorithms.state_machines import Move, StateMachine

DIRECTOR, CLOCK, MENTEE, MENTOR, MATCHING = "director", "clock", "mentee", "mentor", "matching"

ROUND = StateMachine(
    name="round",
    start="planned",
    ends=("finished",),
    bound=(DIRECTOR,),
    moves=(
        Move(name="open", starts=("planned",), end="open", by=(DIRECTOR, CLOCK)),
        Move(name="close", starts=("open",), end="closed", by=(DIRECTOR, CLOCK)),
        Move(name="reopen", starts=("closed",), end="open", by=(DIRECTOR,)),
        Move(name="match", starts=("closed",), end="matching", by=(DIRECTOR,)),
        Move(name="stop", starts=("matching",), end="closed", by=(DIRECTOR, MATCHING)),
        Move(name="review", starts=("closed", "matching"), end="review", by=(MATCHING,)),
        Move(name="publish", starts=("review",), end="published", by=(CLOCK,)),
        Move(name="begin", starts=("published",), end="running", by=(DIRECTOR, CLOCK)),
        Move(
            name="finish",
            starts=("published", "running"),
            end="finished",
            by=(DIRECTOR, CLOCK),
            leaves=True,
        ),
        Move(
            name="abandon",
            starts=("planned", "open", "closed", "matching", "review"),
            end="finished",
            by=(DIRECTOR,),
            leaves=True,
        ),
    ),
)

OPEN_MATCH = ("proposed", "asked")
MATCH = StateMachine(
    name="match",
    start="proposed",
    ends=("accepted", "declined", "lapsed", "withdrawn"),
    bound=(MENTEE, MENTOR),
    moves=(
        Move(name="ask", starts=("proposed",), end="asked", by=(MENTOR,)),
        Move(name="answer", starts=("asked",), end="proposed", by=(MENTEE,)),
        Move(name="accept", starts=OPEN_MATCH, end="accepted", by=(MENTOR, MENTEE)),
        Move(name="decline", starts=OPEN_MATCH, end="declined", by=(MENTOR,), leaves=True),
        Move(name="lapse", starts=OPEN_MATCH, end="lapsed", by=(CLOCK,)),
        Move(
            name="withdraw",
            starts=OPEN_MATCH,
            end="withdrawn",
            by=(MENTEE, DIRECTOR, CLOCK),
            leaves=True,
        ),
    ),
)
"""Once it is accepted, the machine of the relationship goes on. The mentee accepts where a round
asks both sides."""
