"""An incident as it is now, locked until the transaction ends, for its owner alone."""

from typing import TYPE_CHECKING

from corridor.incidents import policies
from corridor.incidents.models import Incident

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotYourIncident(Exception):
    """It is somebody else's, or gone."""


def hold(incident: Incident, *, by: "Profile") -> Incident:
    """In a transaction. Raises NotYourIncident."""
    rows = (
        policies.incidents_of(by).select_for_update(of=("self",)).select_related("owner__account")
    )
    held = rows.filter(pk=incident.pk).first()
    if held is None:
        raise NotYourIncident
    return held
