"""Purpose and ground rules are worded anew; everybody agrees to them again."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.circles.answer_seat import RulesAreNewer
from corridor.mentoring.actions.circles.hold_circle import hold_circle, hold_led, seat_in
from corridor.mentoring.actions.circles.start_circle import LONGEST_WORDS, CircleTooLong
from corridor.mentoring.actions.circles.tell_circle import tell_everybody_in
from corridor.mentoring.models import Circle

if TYPE_CHECKING:
    from corridor.people.models import Profile


class RulesAreEmpty(Exception):
    """A circle has ground rules; the usual ones will do."""


@transaction.atomic
def change_rules(
    circle_id: int, *, purpose: str, rules: str, by: "Profile", now: datetime
) -> Circle:
    """Whoever words them agrees with that. Raises NotYourCircle, CircleIsClosed, RulesAreEmpty or
    CircleTooLong.
    """
    held = hold_led(circle_id, by=by)
    purpose = purpose.replace("\r\n", "\n").strip()
    rules = rules.replace("\r\n", "\n").strip()
    if not rules:
        raise RulesAreEmpty
    if max(len(purpose), len(rules)) > LONGEST_WORDS:
        raise CircleTooLong
    held.words = {"name": held.name, "purpose": purpose, "rules": rules}
    held.rules_version += 1
    held.save(update_fields=["sealed_words", "rules_version"])
    held.seats.filter(profile=by).update(agreed_version=held.rules_version)
    tell_everybody_in(held, by=by, now=now)
    return held


@transaction.atomic
def agree_to_rules(circle_id: int, *, version: int, by: "Profile") -> None:
    """Raises NotYourCircle, CircleIsClosed or RulesAreNewer."""
    held = hold_circle(circle_id)
    seat = seat_in(held, by)
    if version != held.rules_version:
        raise RulesAreNewer
    seat.agreed_version = version
    seat.save(update_fields=["agreed_version"])
