"""A place in the queue that is free goes to whoever waits longest."""

from datetime import datetime

from corridor.kernel import events
from corridor.mentoring import office_letters as letters
from corridor.mentoring import policies
from corridor.mentoring.events import QueueChanged
from corridor.mentoring.models import HAS_TURN, Sitting, Turn
from corridor.mentoring.office_choices import TurnState
from corridor.mentoring.office_states import CLOCK, TURN


def move_up(held: Sitting, *, now: datetime) -> None:
    """Call with the sitting held. Nobody moves up to a mentor from whom something keeps her."""
    hours = held.hours
    free = hours.places - held.turns.filter(state__in=HAS_TURN).count()
    waiting = held.turns.filter(state=TurnState.WAITING).select_related("profile__account")
    for turn in waiting.order_by("asked_at", "pk") if free > 0 else ():
        if not policies.may_work_together(hours.mentor, turn.profile, today=now.date()):
            continue
        turn.state = TURN.after(turn.state, "move_up", by=CLOCK)
        turn.sequence += 1
        turn.save(update_fields=["state", "sequence"])
        turn.sitting = held
        letters.tell_turn(turn, now=now)
        tell_people(held, [turn], now=now)
        free -= 1
        if not free:
            return


def tell_people(held: Sitting, turns: list[Turn], *, now: datetime) -> None:
    """That there is something new in the queue; what it is stands on its page."""
    events.publish(
        QueueChanged(
            sitting_id=held.pk,
            by_id=held.hours.mentor_id,
            to_ids=tuple(one.profile_id for one in turns),
            at=now,
        )
    )
