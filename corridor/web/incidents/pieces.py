"""Evidence is added to a file, shown, and taken out."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.incidents import actions, queries
from corridor.incidents.actions import GivenFile
from corridor.incidents.choices import Kind
from corridor.incidents.evidence_files import MOST_BYTES
from corridor.kernel.sealing import CannotOpen
from corridor.web.incidents.forms import PieceForm
from corridor.web.incidents.readings import incident_or_404
from corridor.web.incidents.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.incidents.models import Incident


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def add(request: MemberRequest, incident_id: int) -> HttpResponse:
    kept = incident_or_404(request, incident_id)
    asked = request.GET.get("kind", "")
    initial = {"kind": asked if asked in Kind.values else Kind.POST}
    form = PieceForm(request.POST) if request.method == "POST" else PieceForm(initial=initial)
    if form.is_bound and form.is_valid():
        try:
            made = actions.add_piece(
                form.new_piece(),
                given_files(request),
                incident=kept,
                by=request.profile,
                now=request.now,
            )
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            messages.success(request, _("Kept in the file."))
            return redirect(f"{reverse('incident', args=[kept.pk])}#piece-{made.number}")
    context = {"form": form, "incident": kept, "title": queries.opened(kept).title}
    return render(request, "incidents/add.html", context, status=422 if form.errors else 200)


def given_files(request: MemberRequest) -> list[GivenFile]:
    """One that is larger than may be is read no further than to tell so."""
    return [
        GivenFile(name=one.name or "", content=one.read(MOST_BYTES + 1))
        for one in request.FILES.getlist("files")
    ]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def remove(request: MemberRequest, incident_id: int, number: int) -> HttpResponse:
    """She is asked first: it cannot be brought back."""
    kept = incident_or_404(request, incident_id)
    if request.method == "POST":
        try:
            actions.remove_piece(number, incident=kept, by=request.profile, now=request.now)
        except REFUSED as refusal:
            messages.error(request, sentence(refusal))
        else:
            messages.success(request, _("Taken out. Its digest stays, so that the rest holds."))
        return redirect("incident", kept.pk)
    found = [one for one in queries.opened(kept).shown if one.number == number]
    if not found:
        raise Http404
    return render(request, "incidents/remove.html", {"incident": kept, "one": found[0]})


@require_POST
@member_required
def mask(request: MemberRequest, incident_id: int, number: int) -> HttpResponse:
    kept = incident_or_404(request, incident_id)
    try:
        actions.show_whole(
            number, incident=kept, is_whole="whole" in request.POST, by=request.profile
        )
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    return redirect(f"{reverse('incident', args=[kept.pk])}#piece-{number}")


@require_safe
@member_required
def picture(request: MemberRequest, incident_id: int, number: int, file: int) -> HttpResponse:
    """Drawn anew from its pixels."""
    found = _file(incident_or_404(request, incident_id), number, file)
    try:
        content = found.row.picture
    except CannotOpen as lost:
        raise Http404 from lost
    if not content:
        raise Http404
    return _answer(content, "image/webp", "inline")


@require_safe
@member_required
def original(request: MemberRequest, incident_id: int, number: int, file: int) -> HttpResponse:
    """As it came, to be kept and never to be shown by a browser as a page of ours."""
    found = _file(incident_or_404(request, incident_id), number, file)
    try:
        content = found.row.original
    except CannotOpen as lost:
        raise Http404 from lost
    shown_as = f'attachment; filename="{_ascii(found.name)}"'
    return _answer(content, "application/octet-stream", shown_as)


def _file(kept: "Incident", number: int, file: int) -> queries.OpenedFile:
    found = queries.file_of(kept, piece=number, file=file)
    if found is None:
        raise Http404
    return found


def _ascii(name: str) -> str:
    """Headers have no other letters."""
    return name.encode("ascii", "replace").decode().replace("?", "_")


def _answer(content: bytes, media_type: str, shown_as: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=media_type)
    answer.headers["Content-Disposition"] = shown_as
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-store, private"
    return answer
