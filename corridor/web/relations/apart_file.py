"""Blocked and muted people in files: taken away, and brought from elsewhere after a look at it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.people import queries
from corridor.people.apart_file import (
    LARGEST,
    ApartList,
    UnreadableFile,
    blocks_file,
    mutes_file,
    read_list,
)
from corridor.web.given_numbers import numbers_in
from corridor.web.relations.lately import BLOCK, MUTE, keep_apart
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.people.models import Profile

UNPROCESSABLE = 422
MOST_NUMBERS = 20_000


class ApartFileForm(forms.Form):
    list = forms.FileField(label=_("The file"), help_text=_("A CSV as Mastodon exports it."))
    what = forms.ChoiceField(
        label=_("What to do with the people in it"),
        choices=[(BLOCK, _("Block them")), (MUTE, _("Mute them"))],
        initial=BLOCK,
        widget=forms.RadioSelect,
    )


@dataclass(frozen=True, kw_only=True)
class Preview:
    """What a file would do; nothing is done yet."""

    what: str
    strangers: "Sequence[Profile]"
    ties: "Sequence[Profile]"
    """People she follows: they are chosen one by one."""
    already: int
    not_here: int
    listed: ApartList


@require_safe
@member_required
def blocks(request: MemberRequest) -> HttpResponse:
    handles = [one.blocked.handle for one in queries.blocks(request.profile)]
    return _file(blocks_file(handles, host=_host()), "blocked_accounts.csv")


@require_safe
@member_required
def mutes(request: MemberRequest) -> HttpResponse:
    handles = [one.muted.handle for one in queries.mutes(request.profile, now=request.now)]
    return _file(mutes_file(handles, host=_host()), "muted_accounts.csv")


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def bring(request: MemberRequest) -> HttpResponse:
    """A file is read and shown."""
    form = ApartFileForm(request.POST or None, request.FILES or None)
    preview = None
    if form.is_valid():
        try:
            listed = read_list(form.cleaned_data["list"].read(LARGEST + 1), host=_host())
        except UnreadableFile as unreadable:
            form.add_error("list", str(unreadable))
        else:
            preview = _preview(listed, form.cleaned_data["what"], request)
    context = {"form": form, "preview": preview}
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "relations/apart_file.html", context, status=status)


@require_POST
@member_required
def take(request: MemberRequest) -> HttpResponse:
    """What was shown is done, with those ticked."""
    said = request.POST.getlist("person")[:MOST_NUMBERS]
    said += request.POST.get("people", "").split()[:MOST_NUMBERS]
    keep_apart(numbers_in(said), what=request.POST.get("what", BLOCK), request=request)
    return redirect("blocked")


def _preview(listed: ApartList, what: str, request: MemberRequest) -> Preview:
    viewer = request.profile
    found = queries.named_with_handles(
        listed.handles, viewer_id=viewer.pk, today=request.now.date()
    )
    people = [one for one in found if one.pk != viewer.pk]
    apart = _apart(what, request)
    new = [one for one in people if one.pk not in apart]
    followed = queries.followed_among(viewer.pk, [one.pk for one in new])
    return Preview(
        what=what,
        strangers=[one for one in new if one.pk not in followed],
        ties=[one for one in new if one.pk in followed],
        already=len(people) - len(new),
        not_here=len(listed.handles) - len(found),
        listed=listed,
    )


def _apart(what: str, request: MemberRequest) -> set[int]:
    if what == MUTE:
        return queries.muted_by(request.profile, now=request.now)
    return {one.blocked_id for one in queries.blocks(request.profile)}


def _host() -> str:
    return urlsplit(settings.PUBLIC_URL).netloc


def _file(text: str, name: str) -> HttpResponse:
    headers: dict[str, Any] = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(text, content_type="text/csv; charset=utf-8", headers=headers)
