"""What every answer to a match asks first."""

from typing import TYPE_CHECKING

from corridor.programmes.models import Application, Match
from corridor.programmes.queries.matches import WHOLE
from corridor.programmes.states import MENTEE, MENTOR, OPEN_MATCH

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from corridor.people.models import Profile


class NotYourMatch(Exception):
    """Only the two whom it is about answer it, each for her own side."""


class MatchIsOver(Exception):
    """It was answered, has lapsed or was taken back meanwhile."""


def hold_match(match_id: int, *, by: "Profile", side: str) -> Match:
    """The match, locked, for the person on this side of it. Raises NotYourMatch or MatchIsOver.

    All matches of a mentee are answered one after the other, so that she is not given more than
    she asked for.
    """
    mentee = Application.objects.filter(
        pk__in=Match.objects.filter(pk=match_id).values("mentee")
    ).first()
    if mentee is None:
        raise NotYourMatch
    Application.objects.select_for_update(no_key=True).get(pk=mentee.pk)
    held = Match.objects.select_for_update(of=("self",), no_key=True)
    found = held.select_related(*WHOLE).get(pk=match_id)
    theirs = {MENTEE: found.mentee.profile_id, MENTOR: found.mentor.profile_id}
    if theirs[side] != by.pk:
        raise NotYourMatch
    if not found.is_open:
        raise MatchIsOver
    return found


def hold_open(found: "QuerySet[Match]") -> list[Match]:
    """Those that are still open, locked in the order of `hold_match`: their mentees first.

    A match that was proposed to another mentee meanwhile is left out: whoever must not miss one
    holds the round before.
    """
    mentees = Application.objects.filter(pk__in=found.order_by().values("mentee"))
    held = list(mentees.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))
    waiting = found.filter(mentee__in=held, state__in=OPEN_MATCH).select_related(*WHOLE)
    return list(waiting.select_for_update(of=("self",), no_key=True).order_by("pk"))
