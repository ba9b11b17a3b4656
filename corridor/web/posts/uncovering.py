"""The answer of a tutorial is covered as long as somebody may still vote, wherever it stands."""

from collections.abc import Iterable
from dataclasses import replace

from corridor.library import queries as library
from corridor.posts.queries import ShownPost
from corridor.web.viewer import ViewerRequest


def uncovered(shown: Iterable[ShownPost], request: ViewerRequest) -> list[ShownPost]:
    """With nothing to look up where nobody follows herself up behind a content note."""
    found = list(shown)
    numbers = [one.post.pk for one in found if one.post.content_note and _goes_on(one)]
    if not numbers:
        return found
    viewer_id = request.profile.pk if request.profile else None
    seen = library.answers_open(numbers, viewer_id=viewer_id, now=request.now)
    return [replace(one, is_answer_open=one.post.pk in seen) for one in found]


def _goes_on(one: ShownPost) -> bool:
    return one.post.in_reply_to_author_id == one.post.author_id
