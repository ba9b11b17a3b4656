"""Her own picture, where she covers what nobody should see."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from corridor.posts import actions, queries
from corridor.posts.choices import Covering, MediaKind, MediaState
from corridor.web.addresses import is_page_of_ours
from corridor.web.posts.seen import is_urgent, kind_in_words, look_of
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.posts.models import Attachment, PictureDetail

UNPROCESSABLE = 422
SIDES = ("left", "top", "width", "height")
BLANK_ROWS = 2
MOST_ROWS = 60
WHOLE = 100.0
APART = 6
LABELS_ACROSS = 36
"""So many letters of a number would lie side by side over the picture."""
REFUSALS = {
    actions.NothingToCover: gettext_lazy("Choose what to cover, or say where it is."),
    actions.AreaOutside: gettext_lazy(
        "An area lies within the picture: left and top from 0, with a width and a height, and"
        " none of it beyond 100 %."
    ),
    actions.CannotCover: gettext_lazy("This picture cannot be covered."),
}


@dataclass(frozen=True, kw_only=True)
class ShownDetail:
    """Drawn over the picture, in its pixels."""

    pk: int
    number: int
    words: str
    is_chosen: bool
    x: int
    y: int
    width: int
    height: int

    @property
    def beside(self) -> int:
        """Where its number stands."""
        return self.x + self.width + APART

    @property
    def below(self) -> int:
        return self.y + self.height


@dataclass(frozen=True, kw_only=True)
class Row:
    """An area in hundredths of the picture, as it was typed."""

    left: str = ""
    top: str = ""
    width: str = ""
    height: str = ""


@require_safe
@member_required
def picture(request: MemberRequest, attachment_id: int) -> HttpResponse:
    shown = _own_or_404(request, attachment_id)
    return _show(request, shown, back=request.GET.get("next", ""))


@require_POST
@member_required
def cover(request: MemberRequest, attachment_id: int) -> HttpResponse:
    """What of it was found and is chosen, and areas drawn or typed."""
    shown = _own_or_404(request, attachment_id)
    back = request.POST.get("next", "")
    rows = _rows(request.POST)
    details = _chosen(request, _details(request, shown))
    manner = Covering.BLUR if request.POST.get("manner") == Covering.BLUR else Covering.SOLID
    try:
        areas = [*((one.left, one.top, one.right, one.bottom) for one in details), *_areas(rows)]
        wanted = actions.Cover(attachment=shown.pk, areas=areas, manner=manner)
        actions.cover_picture(wanted, by=request.profile, now=request.now)
    except tuple(REFUSALS) as refused:
        problem = str(REFUSALS[type(refused)])
        return _show(request, shown, back=back, rows=rows, problem=problem)
    messages.success(request, _("It is covered, and the picture as it was is gone."))
    query = urlencode({"next": back}) if back else ""
    return redirect(f"{reverse('own-picture', args=[shown.pk])}{'?' if query else ''}{query}")


def address_of_picture(attachment_id: int | str, *, back: str) -> str:
    return f"{reverse('own-picture', args=[attachment_id])}?{urlencode({'next': back})}"


def _show(
    request: MemberRequest,
    shown: "Attachment",
    *,
    back: str,
    rows: Sequence[Row] = (),
    problem: str = "",
) -> HttpResponse:
    details = _details(request, shown)
    page = {
        "picture": shown,
        "look": look_of(shown, now=request.now),
        "details": _drawn(shown, details),
        "label": max(12, shown.width // LABELS_ACROSS),
        "rows": [*rows, *[Row() for _number in range(BLANK_ROWS)]],
        "manners": Covering.choices,
        "manner": request.POST.get("manner", Covering.SOLID),
        "problem": problem,
        "back": back if is_page_of_ours(back, request) else reverse("compose"),
    }
    return render(request, "posts/own_picture.html", page, status=UNPROCESSABLE if problem else 200)


def _own_or_404(request: MemberRequest, attachment_id: int) -> "Attachment":
    found = queries.own_attachment(attachment_id, viewer_id=request.profile.pk)
    if found is None or found.kind != MediaKind.IMAGE or found.state != MediaState.READY:
        raise Http404
    return found


def _details(request: MemberRequest, shown: "Attachment") -> "list[PictureDetail]":
    return list(queries.details_of_picture(shown.pk, viewer_id=request.profile.pk))


def _chosen(request: MemberRequest, details: "Iterable[PictureDetail]") -> "list[PictureDetail]":
    if request.POST.get("which") == "all":
        return list(details)
    chosen = set(request.POST.getlist("found"))
    return [one for one in details if str(one.pk) in chosen]


def _drawn(shown: "Attachment", details: "Iterable[PictureDetail]") -> list[ShownDetail]:
    return [
        ShownDetail(
            pk=one.pk,
            number=number,
            words=kind_in_words(one),
            is_chosen=is_urgent(one),
            x=round(one.left * shown.width),
            y=round(one.top * shown.height),
            width=max(1, round((one.right - one.left) * shown.width)),
            height=max(1, round((one.bottom - one.top) * shown.height)),
        )
        for number, one in enumerate(details, start=1)
    ]


def _rows(data: QueryDict) -> list[Row]:
    """Those in which something is typed."""
    columns = [data.getlist(side)[:MOST_ROWS] for side in SIDES]
    rows = [Row(**dict(zip(SIDES, said, strict=True))) for said in zip(*columns, strict=False)]
    return [one for one in rows if one != Row()]


def _areas(rows: Iterable[Row]) -> list[tuple[float, float, float, float]]:
    """Raises AreaOutside."""
    areas = []
    for row in rows:
        left, top, width, height = (_part(getattr(row, side)) for side in SIDES)
        areas.append((left, top, min(1.0, left + width), min(1.0, top + height)))
    return areas


def _part(said: str) -> float:
    """Raises AreaOutside."""
    try:
        part = float(said.replace(",", ".")) / WHOLE
    except ValueError as odd:
        raise actions.AreaOutside from odd
    if not isfinite(part) or not 0 <= part <= 1:
        raise actions.AreaOutside
    return part
