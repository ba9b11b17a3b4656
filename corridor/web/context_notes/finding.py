"""Notes for views: whoever asks for one that is not there for her gets a 404."""

from typing import TYPE_CHECKING

from django.http import Http404

from corridor.context_notes import queries
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from corridor.context_notes.models import ContextNote


def note_or_404(request: ViewerRequest, note_id: int) -> "ContextNote":
    found = queries.note_to_look_at(note_id, viewer=request.profile, now=request.now)
    if found is None:
        raise Http404
    return found
