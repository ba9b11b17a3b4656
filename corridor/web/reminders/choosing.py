"""What we remind you of: each kind with its rule and a switch, and what came when."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from corridor.algorithms.reminders.table import DAYTIME, MOST
from corridor.reminders import actions, queries, wording
from corridor.web.reminders.forms import RemindersForm
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.reminders.models import ReminderWishes


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def reminders(request: MemberRequest) -> HttpResponse:
    today = timezone.localtime(request.now).date()
    wishes = queries.wishes_of(request.profile.pk)
    until = wishes.quiet_until
    form = RemindersForm(
        request.POST if request.method == "POST" else None,
        today=today,
        quiet_until=until if until is not None and until > today else None,
    )
    if form.is_bound:
        if "choosing" not in request.POST:
            raise BadRequest
        if form.is_valid():
            said = form.cleaned_data
            actions.choose_reminders(said["kinds"], by=request.profile, now=request.now)
            actions.be_quiet_until(said["quiet_until"], by=request.profile)
            messages.success(request, _("Kept."))
            return redirect("reminders")
    return _page(request, form, wishes)


@require_POST
@member_required
def hear_again(request: MemberRequest, kind: str) -> HttpResponse:
    try:
        count = actions.hear_of_all_again(kind, by=request.profile)
    except actions.UnknownKind as unknown:
        raise Http404 from unknown
    said = ngettext("%d is switched on again.", "%d are switched on again.", count)
    messages.success(request, said % count)
    return redirect("reminders")


def _page(request: MemberRequest, form: RemindersForm, wishes: "ReminderWishes") -> HttpResponse:
    typed = set(request.POST.getlist("kinds"))
    rows = [
        {
            "kind": line.reminder.kind.value,
            "title": wording.title(line.reminder.kind),
            "when": wording.when(line.reminder),
            "how_often": wording.how_often(line.reminder),
            "stops": wording.stops(line.reminder),
            "is_on": (
                line.reminder.kind.value in typed
                if form.is_bound
                else line.is_on and not wishes.wants_none
            ),
            "came_at": line.came_at,
            "things_off": line.things_off,
        }
        for line in queries.lines(request.profile)
    ]
    context = {
        "form": form,
        "rows": rows,
        "wants_none": wishes.wants_none,
        "came": [(wording.title(one.kind), one.at) for one in queries.newest(request.profile)],
        "most": MOST[False],
        "hurrying": MOST[True],
        "first_hour": DAYTIME[0],
        "last_hour": DAYTIME[1],
    }
    status = 422 if form.errors else 200
    return render(request, "reminders/choosing.html", context, status=status)
