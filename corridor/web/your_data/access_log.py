"""Who saw or changed what of somebody's special-category data, in plain words."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from corridor.people import queries
from corridor.people.choices import Deed
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Access

ROWS = 50
ACTING_FOR_THE_SERVER = {
    Deed.SEEN_BY_VISITOR: _("Visitors"),
    Deed.OPERATOR_SAW: _("Somebody who runs this server"),
    Deed.DOCUMENT_SEEN: _("A reviewer of the verification desk"),
    Deed.DOCUMENT_DELETED: _("The verification desk"),
    Deed.USED_FOR_MATCHING: _("A programme"),
}


@dataclass(frozen=True, kw_only=True)
class Line:
    at: datetime
    deed: str
    who: str | Promise
    handle: str
    """Of a member whom the log names; empty for everybody else."""


@require_safe
@never_cache
@member_required
def access_log(request: MemberRequest) -> HttpResponse:
    page = Paginator(queries.accesses(request.profile), ROWS).get_page(request.GET.get("page"))
    apart = queries.kept_from(request.profile, today=request.now.date())
    lines = [_line(access, apart) for access in page]
    return render(request, "your_data/access_log.html", {"lines": lines, "page": page})


def _line(access: "Access", apart: Container[int]) -> Line:
    who, handle = _who(access, apart)
    return Line(at=access.at, deed=access.get_deed_display(), who=who, handle=handle)


def _who(access: "Access", apart: Container[int]) -> tuple[str | Promise, str]:
    """People who are kept apart learn nothing of each other here either."""
    if access.by_id == access.subject_id:
        return _("You"), ""
    acting = ACTING_FOR_THE_SERVER.get(Deed(access.deed))
    if acting:
        return acting, ""
    if access.by is None:
        return _("Somebody who has left"), ""
    if access.by_id in apart:
        return _("A member"), ""
    return access.by.display_name, access.by.handle
