"""`/queue/`: cases that wait for a moderator, those that were closed, and the log."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec, cast

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from corridor.people import queries as people
from corridor.safety import actions, queries
from corridor.safety.choices import Queue, Reason
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, ViewerRequest, member_required

PAGE = 30
PAGE_OF_LOG = 100
Rest = ParamSpec("Rest")


def moderator_required(
    view: Callable[Concatenate[MemberRequest, Rest], HttpResponse],
) -> Callable[Concatenate[ViewerRequest, Rest], HttpResponse]:
    """For anybody else the queue is not there; without a second step it is closed."""

    @wraps(view)
    def moderating(request: MemberRequest, *args: Rest.args, **kwargs: Rest.kwargs) -> HttpResponse:
        if not queries.is_moderator(request.profile):
            raise Http404
        if settings.DESK_SECOND_STEP and not _has_second_step(request):
            return render(request, "safety/second_step.html", status=HTTPStatus.FORBIDDEN)
        return view(request, *args, **kwargs)

    return never_cache(member_required(cast("Callable[..., HttpResponse]", moderating)))


def _has_second_step(request: MemberRequest) -> bool:
    """A passkey or an app; codes on paper are for when these are lost."""
    kinds = [Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN]
    return bool(is_mfa_enabled(request.user, types=kinds))


@require_safe
@moderator_required
def unread(request: MemberRequest) -> HttpResponse:
    """How many wait, for the navigation."""
    count = queries.waiting_in_all(request.profile, today=request.now.date())
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
    return render(request, "safety/queue.html", {"tab": "closed", "page": page, "now": request.now})


@require_POST
@moderator_required
def close(request: MemberRequest) -> HttpResponse:
    """Several without action, all or none."""
    today = request.now.date()
    ids = {int(said) for said in request.POST.getlist("case") if said.isascii() and said.isdigit()}
    rows = list(queries.cases_waiting(request.profile, today=today).filter(pk__in=ids))
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
        "page": page,
        "entries": [(entry, handles.get(entry.by_number, "")) for entry in page],
        "verdict": queries.verify(),
    }
    return render(request, "safety/log.html", context)
