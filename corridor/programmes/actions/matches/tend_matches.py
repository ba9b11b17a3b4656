"""Silence: a reminder, then the match lapses and the next best follows."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F

from corridor.kernel import events
from corridor.programmes import letters_of_matches as letters
from corridor.programmes.actions.matches.make_link import make_link
from corridor.programmes.events import MatchLapsed
from corridor.programmes.models import Match
from corridor.programmes.queries.matches import WHOLE
from corridor.programmes.states import CLOCK, OPEN_MATCH

REMIND_BEFORE = timedelta(days=2)
AT_ONCE = 200
"""So many in one go; the rest a minute later."""


def tend_matches(*, now: datetime) -> int:
    """How many lapsed."""
    open_now = Match.objects.filter(state__in=OPEN_MATCH)
    soon = open_now.filter(
        answer_by__lte=now + REMIND_BEFORE,
        answer_by__gt=now,
        reminded_at=None,
        proposed_at__lt=F("answer_by") - 2 * REMIND_BEFORE,
    )
    for match_id in soon.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]:
        _remind(match_id, now)
    due = open_now.filter(answer_by__lte=now).order_by("pk").values_list("pk", flat=True)
    return sum(_lapse(match_id, now) for match_id in due[:AT_ONCE])


@transaction.atomic
def _remind(match_id: int, now: datetime) -> None:
    """Marked in the statement that asks: of two workers one sends it."""
    waiting = Match.objects.filter(pk=match_id, reminded_at=None, state__in=OPEN_MATCH)
    if waiting.update(reminded_at=now):
        match = Match.objects.select_related(*WHOLE).get(pk=match_id)
        if match.state == Match.State.ASKED:
            letters.tell_question(match)
        else:
            letters.remind_mentor(match, make_link(match, match.mentor.profile))


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
