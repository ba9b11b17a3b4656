"""What a match became has ended, and its mentee looks for another in the round; or it goes on."""

from datetime import datetime

from django.db import transaction

from corridor.programmes import queries
from corridor.programmes.actions.matches.accept_match import withdraw_others
from corridor.programmes.models import Match, Round

TOLD = (Round.State.PUBLISHED, Round.State.RUNNING)


@transaction.atomic
def give_up_match(*, relationship_id: int, now: datetime) -> list[int]:
    """The ids of what is to be followed up; none where its round is over."""
    rows = Match.objects.select_for_update(of=("self",)).filter(
        relationship=relationship_id,
        state=Match.State.ACCEPTED,
        given_up_at=None,
        round__state__in=TOLD,
    )
    found = list(rows.order_by("pk").values_list("pk", flat=True))
    Match.objects.filter(pk__in=found).update(given_up_at=now)
    return found


@transaction.atomic
def take_match_up(*, relationship_id: int, now: datetime) -> None:
    """Its end was taken back: whoever was asked meanwhile is told that she has found somebody."""
    rows = Match.objects.select_for_update(of=("self",)).filter(relationship=relationship_id)
    given_up = rows.exclude(given_up_at=None).select_related("mentee", "mentor")
    for match in given_up.order_by("pk"):
        match.given_up_at = None
        match.save(update_fields=["given_up_at"])
        if not queries.still_wished(match.mentee, match.role):
            withdraw_others(match, now)
