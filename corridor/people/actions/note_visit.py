"""Somebody was here."""

from datetime import date

from django.db import transaction

from corridor.people.actions.refresh_entry import refresh_figures
from corridor.people.models import Profile


def note_visit(*, profile: Profile, today: date) -> None:
    """Once a day: nobody's hours are watched."""
    if profile.seen_on == today:
        return
    profile.seen_on = today
    with transaction.atomic():
        profile.save(update_fields=["seen_on"])
        refresh_figures(profile)
