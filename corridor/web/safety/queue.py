"""`/queue/`: cases that wait for a moderator, those that were closed, and the log."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from corridor.context_notes import queries as notes
from corridor.people import queries as people
from corridor.safety import actions, queries
from corridor.safety.choices import Queue, Reason
from corridor.web.given_numbers import numbers_in
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.safety.rights import moderator_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.safety.models import Case

PAGE = 30
PAGE_OF_LOG = 100


@require_safe
@moderator_required
def unread(request: MemberRequest) -> HttpResponse:
    """How many wait, for the navigation."""
    count = queries.waiting_in_all(request.profile, now=request.now)
    count += notes.number_waiting(request.profile, now=request.now)
    return JsonResponse({"count": count})


@require_safe
@moderator_required
def waiting(request: MemberRequest) -> HttpResponse:
    today = request.now.date()
    chosen = request.GET.get("queue", "")
    chosen = chosen if chosen in Queue.values else ""
    rows = queries.cases_waiting(request.profile, today=today, queue=chosen)
    counts = queries.waiting_by_queue(request.profile, today=today)
    rights = queries.queues_of(request.profile)
    context = {
        "tab": "waiting",
        "keeps_wordings": queries.keeps_wordings(request.profile),
        "page": Paginator(rows, PAGE).get_page(request.GET.get("page")),
        "queues": [(one, counts.get(one, 0)) for one in Queue if one in rights],
        "chosen": chosen,
        "reasons": Reason.choices,
        "now": request.now,
    }
    return render(request, "safety/queue.html", context)


@require_safe
@moderator_required
def closed(request: MemberRequest) -> HttpResponse:
    rows = queries.cases_closed(request.profile, today=request.now.date())
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    context = {
        "tab": "closed",
        "keeps_wordings": queries.keeps_wordings(request.profile),
        "page": page,
        "now": request.now,
    }
    return render(request, "safety/queue.html", context)


@require_POST
@moderator_required
def close(request: MemberRequest) -> HttpResponse:
    """Several without action, all or none."""
    rows = _chosen(request)
    reason = request.POST.get("reason", "")
    if not rows or reason not in Reason.values:
        messages.error(request, _("Choose cases, and what they are about."))
        return redirect("queue")
    try:
        count = actions.close_cases(
            rows, reason=Reason(reason), by=request.profile, now=request.now
        )
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        said = ngettext("%d case is closed.", "%d cases are closed.", count)
        messages.success(request, said % count)
    return redirect("queue")


@require_POST
@moderator_required
def take(request: MemberRequest) -> HttpResponse:
    """Several, all or none."""
    rows = _chosen(request)
    if not rows:
        messages.error(request, _("Choose cases first."))
        return redirect("queue")
    try:
        actions.claim_cases(rows, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        said = ngettext(
            "%d case is yours for half an hour.",
            "%d cases are yours for half an hour.",
            len(rows),
        )
        messages.success(request, said % len(rows))
    return redirect("queue")


def _chosen(request: MemberRequest) -> "list[Case]":
    ids = numbers_in(request.POST.getlist("case"))
    rows = queries.cases_waiting(request.profile, today=request.now.date())
    return list(rows.filter(pk__in=ids))


@require_safe
@moderator_required
def log(request: MemberRequest) -> HttpResponse:
    """That she looked is in it, too."""
    actions.open_log(by=request.profile, now=request.now)
    page = Paginator(queries.log_entries(), PAGE_OF_LOG).get_page(request.GET.get("page"))
    names = people.whole_profiles({entry.by_number for entry in page})
    handles = {profile.pk: profile.handle for profile in names}
    context = {
        "tab": "log",
        "keeps_wordings": queries.keeps_wordings(request.profile),
        "page": page,
        "entries": [(entry, handles.get(entry.by_number, "")) for entry in page],
        "verdict": queries.verify(),
    }
    return render(request, "safety/log.html", context)
