"""Whoever withdraws from a round is not asked into its circles any more."""

from datetime import datetime

from django.db import transaction

from corridor.mentoring import queries as mentoring
from corridor.mentoring.actions import circles
from corridor.programmes.models import Application


@transaction.atomic
def decline_invitations(*, application_id: int, now: datetime) -> int:
    """Those for the side that she withdrew; a seat that she has is hers. How many."""
    application = Application.objects.select_related("round", "profile").get(pk=application_id)
    formed = list(application.round.circles.order_by("pk").values_list("circle", flat=True))
    leads = application.side == Application.Side.MENTOR
    asked = mentoring.invited_into(formed, profile=application.profile, leads=leads)
    for circle_id in asked:
        circles.decline_seat(circle_id, by=application.profile, now=now)
    return len(asked)
