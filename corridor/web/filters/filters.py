"""Words and phrases that the viewer does not want to see; nobody else knows."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from corridor.posts import actions, queries
from corridor.web.filters.forms import FilterForm
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.posts.models import Filter

UNPROCESSABLE = 422
SALT = "corridor.web.filters"
AN_HOUR = 3600


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def several(request: MemberRequest) -> HttpResponse:
    form = FilterForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            actions.make_filter(
                form.meant(request.now), keywords=form.keywords(), by=request.profile
            )
        except actions.TooManyFilters:
            form.add_error(None, _("You have as many filters as there can be: end one first."))
        else:
            messages.success(request, _("The filter holds from now on."))
            return redirect("filters")
    shown = {
        "form": form,
        "filters": queries.own_filters(request.profile.pk),
        "ended": request.session.pop("ended_filter", None),
        "now": request.now,
    }
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "filters/filters.html", shown, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def one(request: MemberRequest, filter_id: int) -> HttpResponse:
    kept = _kept(request, filter_id)
    form = FilterForm(request.POST if request.method == "POST" else None, kept=kept)
    if form.is_valid():
        actions.change_filter(
            kept, form.meant(request.now), keywords=form.keywords(), by=request.profile
        )
        messages.success(request, _("Kept."))
        return redirect("filters")
    status = UNPROCESSABLE if form.errors else 200
    return render(request, "filters/filter.html", {"form": form, "kept": kept}, status=status)


@require_POST
@member_required
def end(request: MemberRequest, filter_id: int) -> HttpResponse:
    """What it was is offered once more on the next page."""
    kept = _kept(request, filter_id)
    request.session["ended_filter"] = signing.dumps(
        {
            "title": kept.title,
            "contexts": kept.contexts,
            "action": kept.action,
            "for_strangers": kept.for_strangers,
            "expires_at": kept.expires_at and kept.expires_at.isoformat(),
            "words": [[word.keyword, word.is_whole_word] for word in kept.keywords.all()],
        },
        salt=f"{SALT}.{request.profile.pk}",
    )
    actions.end_filter(kept, by=request.profile)
    return redirect("filters")


@require_POST
@member_required
def undo(request: MemberRequest) -> HttpResponse:
    try:
        was = signing.loads(
            request.POST.get("ended", ""), salt=f"{SALT}.{request.profile.pk}", max_age=AN_HOUR
        )
    except signing.BadSignature as error:
        raise Http404 from error
    words = actions.FilterWords(
        title=was["title"],
        contexts=was["contexts"],
        action=actions.FilterAction(was["action"]),
        expires_at=was["expires_at"] and parse_datetime(was["expires_at"]),
        for_strangers=was.get("for_strangers", False),
    )
    keywords = [actions.Keyword(text=text, is_whole=is_whole) for text, is_whole in was["words"]]
    actions.make_filter(words, keywords=keywords, by=request.profile)
    messages.success(request, _("The filter is back."))
    return redirect("filters")


def _kept(request: MemberRequest, filter_id: int) -> "Filter":
    kept = queries.own_filter(filter_id, viewer_id=request.profile.pk)
    if kept is None:
        raise Http404
    return kept
