"""Silence: the match lapses and the next best follows."""

from datetime import datetime

from django.db import transaction

from corridor.kernel import events
from corridor.programmes import letters_of_matches as letters
from corridor.programmes.events import MatchLapsed
from corridor.programmes.models import Match
from corridor.programmes.queries.matches import WHOLE
from corridor.programmes.states import CLOCK, OPEN_MATCH

AT_ONCE = 200
"""So many in one go; the rest a minute later."""


def tend_matches(*, now: datetime) -> int:
    """How many lapsed."""
    open_now = Match.objects.filter(state__in=OPEN_MATCH)
    due = open_now.filter(answer_by__lte=now).order_by("pk").values_list("pk", flat=True)
    return sum(_lapse(match_id, now) for match_id in due[:AT_ONCE])


@transaction.atomic
def _lapse(match_id: int, now: datetime) -> bool:
    held = Match.objects.select_for_update(of=("self",), no_key=True)
    match = held.select_related(*WHOLE).filter(pk=match_id, answer_by__lte=now).first()
    if match is None or not match.is_open:
        return False
    match.end("lapse", by=CLOCK, cause=Match.Cause.SILENCE, at=now)
    letters.tell_lapsed(match)
    events.publish(MatchLapsed(match_id=match.pk, at=now))
    return True
