"""The states of an answer that is kept, and the moves between them."""

from corridor.algorithms.state_machines import Move, StateMachine

ASKER, ANSWERER = "asker", "answerer"
BOTH = (ASKER, ANSWERER)

KEPT_ANSWER = StateMachine(
    name="kept answer",
    start="proposed",
    ends=("withdrawn",),
    bound=BOTH,
    moves=(
        Move(name="agree", starts=("proposed",), end="kept", by=BOTH),
        Move(
            name="withdraw",
            starts=("proposed", "kept"),
            end="withdrawn",
            by=BOTH,
            leaves=True,
        ),
        Move(name="propose_again", starts=("withdrawn",), end="proposed", by=BOTH),
    ),
)
"""Whoever withdrew it may propose it again, and nobody else."""
