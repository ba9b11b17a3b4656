"""How many people somebody has here, in one kind of what she offers; told by a higher context."""

from django.db import transaction

from corridor.kernel import events
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.choices import Kind
from corridor.people.events import RoomChanged
from corridor.people.models import Profile


@transaction.atomic
def note_load(profile: Profile, *, kind: Kind, carries_here: int) -> None:
    """Nothing where she makes no such offer, or it was told before."""
    changed = (
        profile.offers.filter(kind=kind)
        .exclude(carries_here=carries_here)
        .update(carries_here=carries_here)
    )
    if changed:
        refresh_entry(profile)
        events.publish(RoomChanged(profile_id=profile.pk))
