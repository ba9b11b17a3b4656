"""`/you/held/`: what strangers said while the shield was up, to look at or to leave alone."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from corridor.safety import actions, queries
from corridor.safety.choices import HeldKind, Reason
from corridor.web.addresses import is_page_of_ours
from corridor.web.given_numbers import numbers_in
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.safety.models import Held

A_PAGE = 30
Deed = Callable[..., int]


def _told(one: str, many: str) -> Callable[[int], str]:
    return lambda count: ngettext(one, many, count) % {"count": count}


DEEDS: Mapping[str, tuple[Deed, Callable[[int], str]]] = {
    "let": (actions.let_through, _told("%(count)d is let through.", "%(count)d are let through.")),
    "trust": (
        actions.let_senders_through,
        _told(
            "What %(count)d person says reaches you from now on.",
            "What %(count)d people say reaches you from now on.",
        ),
    ),
    "away": (
        actions.put_away,
        _told("%(count)d is put away. Nobody is told.", "%(count)d are put away. Nobody is told."),
    ),
    "mute": (
        actions.mute_senders,
        _told(
            "You do not hear %(count)d person any more. They are not told.",
            "You do not hear %(count)d people any more. They are not told.",
        ),
    ),
    "block": (
        actions.block_senders,
        _told("You block %(count)d person.", "You block %(count)d people."),
    ),
}


@require_safe
@member_required
def folder(request: MemberRequest) -> HttpResponse:
    rows = queries.folder(request.profile.pk, now=request.now)
    counts = queries.waiting_counts(request.profile.pk, now=request.now)
    kind = request.GET.get("kind", "")
    if kind in HeldKind.values:
        rows = rows.filter(kind=kind)
    context = {
        "page": Paginator(rows, A_PAGE).get_page(request.GET.get("page")),
        "kinds": [(HeldKind(one), count) for one, count in counts.items()],
        "kind": kind,
        "reasons": Reason.choices,
        "tab": "waiting",
        "total": sum(counts.values()),
    }
    return render(request, "shields/folder.html", context)


@require_safe
@member_required
def looked_at(request: MemberRequest) -> HttpResponse:
    """What was put away, to be taken out again."""
    rows = queries.put_away_for(request.profile.pk, now=request.now)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "shields/folder.html", {"page": page, "tab": "away"})


@require_POST
@member_required
def answer(request: MemberRequest) -> HttpResponse:
    """One or several, by the button that was pressed."""
    deed = request.POST.get("deed", "")
    rows = chosen(request, request.profile)
    if not rows:
        messages.error(request, _("Choose something first; what is answered already is gone."))
    else:
        _do(deed, rows, request)
    url = request.POST.get("next", "")
    return redirect(url if is_page_of_ours(url, request) else "held")


def chosen(request: MemberRequest, profile: "Profile") -> "Sequence[Held]":
    """Of what lies in the folder of that person."""
    said = request.POST.getlist("held")
    return queries.held_of(numbers_in(said), profile_id=profile.pk, now=request.now)


def _do(deed: str, rows: "Sequence[Held]", request: MemberRequest) -> None:
    who: dict[str, Any] = {"actor": request.profile}
    try:
        if deed == "back":
            count = actions.put_back(rows, **who)
            words = _told("%(count)d waits again.", "%(count)d wait again.")
        elif deed == "flag":
            new = actions.NewFlag(reason=_reason(request))
            count = len(actions.flag_held(new, rows=rows, now=request.now, **who))
            words = _told("%(count)d is flagged.", "%(count)d are flagged.")
        elif deed in DEEDS:
            act, words = DEEDS[deed]
            count = act(rows, now=request.now, **who)
        else:
            messages.error(request, _("Choose what is to be done."))
            return
    except actions.NothingHeld:
        messages.error(request, _("That was answered already."))
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, words(count))


def _reason(request: MemberRequest) -> Reason:
    said = request.POST.get("reason", "")
    return Reason(said) if said in Reason.values else Reason.HARASSMENT
