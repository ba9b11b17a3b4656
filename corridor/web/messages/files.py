"""A file of a message, for those in the conversation."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.conversations import queries
from corridor.web.given_numbers import LARGEST
from corridor.web.messages.readings import talk_or_404
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@never_cache
@member_required
def file(request: MemberRequest, number: int, file_id: int) -> HttpResponse:
    """Pictures, drawn anew, are shown; a PDF is saved, and opened by nothing of ours."""
    found = queries.file_for(talk_or_404(request, number), min(file_id, LARGEST))
    if found is None:
        raise Http404
    answer = HttpResponse(found.content, content_type=found.media_type)
    answer.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=not found.is_picture, filename=found.name) or ""
    )
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Content-Security-Policy"] = "default-src 'none'; img-src 'self'; sandbox"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["Content-Encoding"] = "identity"
    return answer
