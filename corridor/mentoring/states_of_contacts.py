"""The ladder of a first contact: hello, fifteen minutes, and perhaps working together."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from corridor.algorithms.state_machines import Move, StateMachine
from corridor.mentoring.states import BOTH, CLOCK, MENTEE, MENTOR


class ContactState(TextChoices):
    HELLO = "hello", _("Hello said")
    MORE = "more", _("Asked to say more")
    WELCOME = "welcome", _("Welcome")
    BOOKED = "booked", _("Fifteen minutes agreed")
    WISHED = "wished", _("Mentee would like to go on")
    OFFERED = "offered", _("Mentor would like to go on")
    MATCHED = "matched", _("Working together")
    DECLINED = "declined", _("Ended")
    LAPSED = "lapsed", _("Ended")
    WITHDRAWN = "withdrawn", _("Withdrawn")
    SETTLED = "settled", _("Settled elsewhere")


HELLO, MORE, WELCOME = (
    ContactState.HELLO.value,
    ContactState.MORE.value,
    ContactState.WELCOME.value,
)
BOOKED, WISHED, OFFERED = (
    ContactState.BOOKED.value,
    ContactState.WISHED.value,
    ContactState.OFFERED.value,
)
WAITING = (HELLO, MORE)
"""The mentor has not said yes."""
MET = (WELCOME, BOOKED)
OPEN = (*WAITING, *MET, WISHED, OFFERED)

FIRST_CONTACT = StateMachine(
    name="first contact",
    start=HELLO,
    ends=(
        ContactState.MATCHED.value,
        ContactState.DECLINED.value,
        ContactState.LAPSED.value,
        ContactState.WITHDRAWN.value,
        ContactState.SETTLED.value,
    ),
    bound=BOTH,
    moves=(
        Move(name="ask_more", starts=(HELLO,), end=MORE, by=(MENTOR,)),
        Move(name="say_more", starts=(MORE,), end=HELLO, by=(MENTEE,)),
        Move(name="welcome", starts=WAITING, end=WELCOME, by=(MENTOR,)),
        Move(name="offer_times", starts=MET, end=WELCOME, by=(MENTOR,)),
        Move(name="book", starts=MET, end=BOOKED, by=(MENTEE,)),
        Move(name="wish", starts=MET, end=WISHED, by=(MENTEE,)),
        Move(name="offer", starts=MET, end=OFFERED, by=(MENTOR,)),
        Move(name="take_on", starts=(WISHED,), end=ContactState.MATCHED.value, by=(MENTOR,)),
        Move(name="take_up", starts=(OFFERED,), end=ContactState.MATCHED.value, by=(MENTEE,)),
        Move(
            name="decline",
            starts=OPEN,
            end=ContactState.DECLINED.value,
            by=(MENTOR,),
            leaves=True,
        ),
        Move(
            name="withdraw",
            starts=OPEN,
            end=ContactState.WITHDRAWN.value,
            by=(MENTEE,),
            leaves=True,
        ),
        Move(
            name="settle",
            starts=WAITING,
            end=ContactState.SETTLED.value,
            by=(MENTEE,),
            leaves=True,
        ),
        Move(name="lapse", starts=OPEN, end=ContactState.LAPSED.value, by=(CLOCK,)),
    ),
)
