"""Pictures, sound and video of posts, served as what they were made into and nothing else."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.posts import queries as posts
from corridor.posts import sealed_off_links
from corridor.safety import queries as safety
from corridor.web.safety.rights import is_let_in
from corridor.web.viewer import ViewerRequest

if TYPE_CHECKING:
    from django.core.files.base import File

    from corridor.people.models import Profile

FOLDER = "posts"
WITHHELD = f"{FOLDER}/withheld"
TYPES = {"webp": "image/webp", "mp4": "video/mp4", "m4a": "audio/mp4"}
RANGE = re.compile(r"bytes=(\d{0,15})-(\d{0,15})")
PIECE = 64 << 10
A_DAY = 24 * 3600


@require_safe
def attachment(request: ViewerRequest, name: str) -> HttpResponseBase:
    """Whoever has the address: it is 128 bits of chance, and gone with the post."""
    response = _served(request, f"{FOLDER}/{name}")
    # Apps in browsers show it on pages of theirs.
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Cache-Control"] = f"private, max-age={A_DAY}, immutable"
    return response


@require_safe
@never_cache
def withheld(request: ViewerRequest, name: str) -> HttpResponseBase:
    """Its author, and moderators who may look at a case about the post; nobody else, but for the
    hour of a link to write it anew."""
    path = f"{WITHHELD}/{name}"
    is_linked = sealed_off_links.leads_to(path, request.GET.get(sealed_off_links.NAME, ""))
    if not is_linked and not _may_see(request, path):
        raise Http404
    response = _served(request, path)
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _may_see(request: ViewerRequest, path: str) -> bool:
    viewer = request.profile
    attachment = posts.attachment_at(path) if viewer else None
    if viewer is None or attachment is None:
        return False
    return attachment.owner_id == viewer.pk or _moderates(request, viewer, attachment.post_id)


def _moderates(request: ViewerRequest, viewer: "Profile", post_id: int | None) -> bool:
    today = request.now.date()
    return is_let_in(request) and safety.may_look_at_post(viewer, post_id, today=today)


def _served(request: ViewerRequest, path: str) -> HttpResponseBase:
    try:
        file = default_storage.open(path)
    except FileNotFoundError as gone:
        raise Http404 from gone
    response = _whole_or_part(file, request.headers.get("Range", ""))
    response.headers["Content-Type"] = TYPES[path.rpartition(".")[2]]
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Disposition"] = "inline"
    response.headers["Content-Security-Policy"] = (
        "default-src 'none'; img-src 'self'; media-src 'self'; sandbox"
    )
    # Nothing presses it any smaller, and a part of what is pressed cannot be asked for.
    response.headers["Content-Encoding"] = "identity"
    response.headers["Accept-Ranges"] = "bytes"
    return response


def _whole_or_part(file: "File[Any]", asked: str) -> HttpResponseBase:
    """Some browsers play no video that cannot be asked for in parts."""
    said = RANGE.fullmatch(asked)
    if said is None or not (said[1] or said[2]):
        return FileResponse(file)
    size = file.size
    first = int(said[1]) if said[1] else max(0, size - int(said[2]))
    last = min(int(said[2]), size - 1) if said[1] and said[2] else size - 1
    if first > last:
        file.close()
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    part = StreamingHttpResponse(_part(file, first, last), status=206)
    part.headers["Content-Range"] = f"bytes {first}-{last}/{size}"
    part.headers["Content-Length"] = str(last - first + 1)
    return part


def _part(file: "File[Any]", first: int, last: int) -> Iterator[bytes]:
    with file:
        file.seek(first)
        left = last - first + 1
        while left > 0 and (piece := file.read(min(PIECE, left))):
            left -= len(piece)
            yield piece
