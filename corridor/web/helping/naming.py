"""`/you/helpers/`: whom somebody named to help her, and what they did."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from corridor.helping import actions, queries
from corridor.helping.choices import MEANS, Scope
from corridor.people import queries as people
from corridor.web.helping.forms import AskForm, ScopesForm
from corridor.web.helping.refusals import REFUSED, sentence
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.helping.models import Helper
    from corridor.people.models import Profile


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@member_required
def helpers(request: MemberRequest) -> HttpResponse:
    form = AskForm(request.POST) if request.method == "POST" else AskForm()
    if form.is_bound and form.is_valid():
        try:
            asked = _ask(request, form)
        except REFUSED as refusal:
            form.add_error("handle", sentence(refusal))
        else:
            words = _("%(name)s is asked. You see here once they agree.")
            messages.success(request, words % {"name": asked.display_name})
            return redirect("helpers")
    named = queries.own_helpers(request.profile)
    context = {
        "form": form,
        "helpers": [(one, ScopesForm(initial=_given(one), prefix=str(one.pk))) for one in named],
        "room": queries.MOST_HELPERS - len(named),
        "means": MEANS.items(),
        "deeds": queries.done_for(request.profile),
    }
    return render(request, "helping/helpers.html", context, status=422 if form.errors else 200)


@require_POST
@member_required
def scopes(request: MemberRequest, helper_id: int) -> HttpResponse:
    form = ScopesForm(request.POST, prefix=str(helper_id))
    if form.is_valid():
        try:
            actions.change_scopes(
                form.chosen(),
                helper_id=helper_id,
                is_called=form.cleaned_data["is_called"],
                by=request.profile,
            )
        except actions.NoHelper:
            messages.error(request, _("This person is no helper of yours any more."))
        else:
            messages.success(request, _("Kept. It holds from this moment."))
    return redirect("helpers")


@require_POST
@member_required
def end(request: MemberRequest, helper_id: int) -> HttpResponse:
    """At once, and without asking twice: naming again is as short."""
    try:
        actions.end_helper(helper_id, by=request.profile, now=request.now)
    except actions.NoHelper:
        messages.error(request, _("This person is no helper of yours any more."))
    else:
        messages.success(request, _("Ended from this moment, also for pages they have open."))
    return redirect("helpers")


def _ask(request: MemberRequest, form: AskForm) -> "Profile":
    """Whom she asked. Raises as `ask_helper`."""
    handle = form.cleaned_data["handle"].strip().removeprefix("@")
    found = people.profile_named(handle, viewer=request.profile, today=request.now.date())
    if found is None or found.is_automated:
        raise actions.NoHelper
    actions.ask_helper(
        form.chosen(),
        helper=found,
        is_called=form.cleaned_data["is_called"],
        by=request.profile,
        now=request.now,
    )
    return found


def _given(one: "Helper") -> dict[str, object]:
    return {
        "scopes": [scope for scope in Scope if scope in one.scopes],
        "is_called": one.is_called,
    }
