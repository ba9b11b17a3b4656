"""Photos of people, served as what they were made into and nothing else."""

from django.core.files.storage import default_storage
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from corridor.people.photos import FOLDER
from corridor.web.viewer import ViewerRequest

A_DAY = 24 * 3600


@require_safe
def photo(request: ViewerRequest, name: str) -> FileResponse:
    """Whoever has the address: it is 128 bits of chance, and changes with the photo."""
    del request
    try:
        file = default_storage.open(f"{FOLDER}/{name}")
    except FileNotFoundError as gone:
        raise Http404 from gone
    response = FileResponse(file, content_type="image/webp")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Disposition"] = "inline"
    # Apps in browsers show it on pages of theirs.
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    response.headers["Cache-Control"] = f"private, max-age={A_DAY}, immutable"
    return response
