"""Who works at the verification desk; whoever runs the server says so."""

from datetime import datetime

from corridor.people.models import Profile, Reviewer


class NotAtTheDesk(Exception):
    """She is no reviewer."""


def appoint_reviewer(profile: Profile, *, now: datetime) -> Reviewer:
    return Reviewer.objects.get_or_create(profile=profile, defaults={"since": now})[0]


def dismiss_reviewer(profile: Profile) -> None:
    """What she decided stays. Raises NotAtTheDesk."""
    deleted, _rows = Reviewer.objects.filter(profile=profile).delete()
    if not deleted:
        raise NotAtTheDesk
