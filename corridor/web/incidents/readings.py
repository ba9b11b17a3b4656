"""Incident files for views: whoever asks for one that is not hers gets a 404."""

from typing import TYPE_CHECKING

from django.http import Http404

from corridor.incidents import queries
from corridor.web.given_numbers import LARGEST
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.incidents.models import Incident


def incident_or_404(request: MemberRequest, incident_id: int) -> "Incident":
    found = queries.own_incident(min(incident_id, LARGEST), viewer=request.profile)
    if found is None:
        raise Http404
    return found


def text(request: MemberRequest, name: str) -> str:
    return request.POST.get(name, "").replace("\0", "").replace("\r\n", "\n").strip()
