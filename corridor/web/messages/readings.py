"""A conversation that the viewer is in, or nothing."""

from django.http import Http404

from corridor.conversations import queries
from corridor.conversations.queries import OpenConversation
from corridor.web.given_numbers import LARGEST
from corridor.web.viewer import MemberRequest


def talk_or_404(request: MemberRequest, number: int) -> OpenConversation:
    found = (
        queries.conversation(number, viewer=request.profile, now=request.now)
        if number <= LARGEST
        else None
    )
    if found is None:
        raise Http404
    return found
