from datetime import datetime

from django.db import transaction

from corridor.kernel import events
from corridor.programmes import letters_of_matches as letters
from corridor.programmes.actions.matches.hold_match import hold_open
from corridor.programmes.events import MatchDeclined
from corridor.programmes.models import Application, Match
from corridor.programmes.states import CLOCK, OPEN_MATCH


@transaction.atomic
def end_matches_of(*, application_id: int, now: datetime) -> int:
    """Somebody left the round: nobody waits for her answer. How many matches that ended."""
    application = Application.objects.get(pk=application_id)
    is_mentee = application.side == Application.Side.MENTEE
    open_now = Match.objects.filter(state__in=OPEN_MATCH)
    ended = hold_open(open_now.filter(**{application.side: application}))
    for match in ended:
        cause = Match.Cause.MENTEE if is_mentee else Match.Cause.MENTOR
        match.end("withdraw", by=CLOCK, cause=cause, at=now)
        if is_mentee:
            letters.tell_refused(match)
        events.publish(MatchDeclined(match_id=match.pk, at=now))
    return len(ended)


@transaction.atomic
def end_matches_between(profile_id: int, other_id: int, *, now: datetime) -> int:
    """The two are kept apart from now on; to the mentor it reads like any end. How many."""
    pair = (profile_id, other_id)
    between = Match.objects.filter(mentee__profile__in=pair, mentor__profile__in=pair)
    ended = hold_open(between.filter(state__in=OPEN_MATCH))
    for match in ended:
        match.end("withdraw", by=CLOCK, cause=Match.Cause.APART, at=now)
        letters.tell_refused(match)
        events.publish(MatchDeclined(match_id=match.pk, at=now))
    return len(ended)
