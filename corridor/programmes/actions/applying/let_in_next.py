"""A place has come free: whoever waits for one longest is in."""

from datetime import datetime

from corridor.kernel import events
from corridor.people import letters
from corridor.programmes import queries
from corridor.programmes.choices import Admission
from corridor.programmes.events import ApplicationAnswered
from corridor.programmes.letters_to_applicants import answered
from corridor.programmes.models import Round
from corridor.programmes.states_of_applications import CLOCK


def let_in_next(round: Round, *, now: datetime) -> None:
    """Call with the round held. Where the team admits, it decides who is next."""
    if round.programme.admission == Admission.APPROVAL:
        return
    while round.state in {Round.State.OPEN, Round.State.CLOSED} and queries.has_place(round):
        following = queries.first_in_line(round)
        if following is None:
            return
        following.move("admit", who=CLOCK, by=None, at=now)
        letters.tell(answered(following, reason=""), to=following.profile.account.email)
        events.publish(
            ApplicationAnswered(
                application_id=following.pk, profile_id=following.profile_id, at=now
            )
        )
