"""What becomes of an application, and who makes it so."""

from corridor.algorithms.state_machines import Move, StateMachine

DRAFT = "draft"
SENT = "sent"
IN = "in"
DECLINED = "declined"
WITHDRAWN = "withdrawn"

APPLICANT = "applicant"
TEAM = "team"
CLOCK = "clock"
"""Nobody: a place came free."""

APPLICATION = StateMachine(
    name="application",
    start=DRAFT,
    ends=(DECLINED, WITHDRAWN),
    bound=(APPLICANT,),
    moves=(
        Move(name="send", starts=(DRAFT,), end=SENT, by=(APPLICANT,)),
        Move(name="join", starts=(DRAFT,), end=IN, by=(APPLICANT, TEAM)),
        Move(name="admit", starts=(SENT, DECLINED), end=IN, by=(TEAM, CLOCK)),
        Move(name="decline", starts=(SENT, IN), end=DECLINED, by=(TEAM,)),
        Move(
            name="withdraw",
            starts=(DRAFT, SENT, IN),
            end=WITHDRAWN,
            by=(APPLICANT, TEAM),
            leaves=True,
        ),
        Move(name="begin_again", starts=(WITHDRAWN,), end=DRAFT, by=(APPLICANT,)),
        Move(name="wait_again", starts=(WITHDRAWN,), end=SENT, by=(APPLICANT,)),
        Move(name="join_again", starts=(WITHDRAWN,), end=IN, by=(APPLICANT,)),
    ),
)
"""Only who is ``in`` is matched. Taking a withdrawal back leads to where she was before."""
