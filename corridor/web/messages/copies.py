"""A copy of a conversation, for whoever is in it: there is no other way out of here."""

from django.http import HttpResponse, JsonResponse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.conversations import queries
from corridor.web.messages.readings import talk_or_404
from corridor.web.viewer import MemberRequest, member_required


@require_safe
@never_cache
@member_required
def copy(request: MemberRequest, number: int) -> HttpResponse:
    opened = talk_or_404(request, number)
    told = {
        "about": opened.title,
        "people": [request.profile.handle, *(one.handle for one in opened.others)],
        "copied_at": request.now,
        "messages": [
            {
                "at": one.message.at,
                "by": one.message.writer.handle if one.message.writer else None,
                "what": one.message.kind,
                "words": one.words,
                "edited_at": one.message.edited_at,
                "taken_back_at": one.message.taken_back_at,
                "files": [file.name for file in one.files],
            }
            for one in queries.whole(opened, now=request.now)
        ],
    }
    answer = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 1})
    name = f"conversation-{number}.json"
    answer.headers["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or ""
    )
    return answer
