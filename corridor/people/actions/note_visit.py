"""Somebody was here."""

from datetime import date

from corridor.people.models import Profile


def note_visit(*, profile: Profile, today: date) -> None:
    """Once a day: nobody's hours are watched."""
    if profile.seen_on == today:
        return
    profile.seen_on = today
    profile.save(update_fields=["seen_on"])
