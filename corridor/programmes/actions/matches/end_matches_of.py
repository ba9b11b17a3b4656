from datetime import datetime

from django.db import transaction

from corridor.kernel import events
from corridor.programmes import letters_of_matches as letters
from corridor.programmes.events import MatchDeclined
from corridor.programmes.models import Application, Match
from corridor.programmes.queries.matches import WHOLE
from corridor.programmes.states import CLOCK, OPEN_MATCH


@transaction.atomic
def end_matches_of(*, application_id: int, now: datetime) -> int:
    """Somebody left the round: nobody waits for her answer. How many matches that ended."""
    application = Application.objects.get(pk=application_id)
    is_mentee = application.side == Application.Side.MENTEE
    held = Match.objects.select_for_update(of=("self",), no_key=True).filter(
        state__in=OPEN_MATCH, **{application.side: application}
    )
    ended = list(held.select_related(*WHOLE).order_by("pk"))
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
    held = Match.objects.select_for_update(of=("self",), no_key=True).filter(
        mentee__profile__in=pair, mentor__profile__in=pair, state__in=OPEN_MATCH
    )
    ended = list(held.select_related(*WHOLE).order_by("pk"))
    for match in ended:
        match.end("withdraw", by=CLOCK, cause=Match.Cause.APART, at=now)
        letters.tell_refused(match)
        events.publish(MatchDeclined(match_id=match.pk, at=now))
    return len(ended)
