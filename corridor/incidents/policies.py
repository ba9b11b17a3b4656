"""Whose an incident is: nobody else's, whatever she may do on this server."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from corridor.incidents.models import Incident

if TYPE_CHECKING:
    from corridor.people.models import Profile


def incidents_of(viewer: "Profile") -> QuerySet[Incident]:
    return Incident.objects.filter(owner=viewer)
