"""`/queue/people/`: who moderates what, and how somebody is appointed."""

from itertools import groupby
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from corridor.people import queries as people
from corridor.people.policies import operates
from corridor.safety import actions, queries
from corridor.safety.choices import Queue
from corridor.web.safety.refusals import REFUSED, sentence
from corridor.web.safety.rights import lead_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.people.models import Profile


ENOUGH = 2
"""One decides, another judges the appeal."""


class AppointForm(forms.Form):
    handle = forms.CharField(
        label=gettext_lazy("Handle"),
        max_length=60,
        help_text=gettext_lazy("Of a member here, with or without the @."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    queues = forms.MultipleChoiceField(
        label=gettext_lazy("Kinds of cases"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Choose at least one kind.")},
    )
    level = forms.ChoiceField(
        label=gettext_lazy("Level"),
        choices=[
            ("moderator", gettext_lazy("Moderator: looks at cases and decides them")),
            (
                "lead",
                gettext_lazy("Lead: also appoints moderators, takes cases over, keeps wordings"),
            ),
        ],
        initial="moderator",
    )

    def __init__(self, *args: Any, by: "Profile", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        runs_it, led = operates(by), queries.leads(by)
        self.fields["queues"].choices = [  # type: ignore[attr-defined]  # of a field with choices
            (one.value, one.label) for one in Queue if runs_it or one in led
        ]
        if not runs_it:
            del self.fields["level"]


@require_http_methods(["GET", "HEAD", "POST"])
@lead_required
def moderators(request: MemberRequest) -> HttpResponse:
    form = AppointForm(request.POST or None, by=request.profile)
    if request.method == "POST" and form.is_valid() and _appoint(request, form):
        return redirect("queue-people")
    return _page(request, form)


@require_POST
@lead_required
def dismiss(request: MemberRequest, profile_id: int) -> HttpResponse:
    queue = request.POST.get("queue", "")
    (profile,) = people.whole_profiles([profile_id]) or (None,)
    try:
        if profile is None or queue not in Queue.values:
            raise actions.NotAtTheDesk
        actions.dismiss_moderator(
            profile, queues=[Queue(queue)], now=request.now, by=request.profile
        )
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("They moderate that no longer. What they decided stays."))
    return redirect("queue-people")


def _appoint(request: MemberRequest, form: AppointForm) -> bool:
    handle = form.cleaned_data["handle"].strip().removeprefix("@")
    today = request.now.date()
    profile = people.profile_named(handle, viewer=request.profile, today=today)
    if profile is None:
        form.add_error("handle", _("There is nobody with this handle here."))
        return False
    try:
        actions.appoint_moderator(
            profile,
            queues=[Queue(one) for one in form.cleaned_data["queues"]],
            now=request.now,
            is_lead=form.cleaned_data.get("level") == "lead",
            by=request.profile,
        )
    except REFUSED as refusal:
        form.add_error(None, sentence(refusal))
        return False
    messages.success(request, _("%(name)s moderates now.") % {"name": profile.display_name})
    return True


def _page(request: MemberRequest, form: AppointForm) -> HttpResponse:
    rows = groupby(queries.moderators(), key=lambda one: one.profile)
    runs_it, led = operates(request.profile), queries.leads(request.profile)
    context = {
        "tab": "people",
        "keeps_wordings": True,
        "is_moderator": queries.is_moderator(request.profile),
        "form": form,
        "moderators": [
            (
                profile,
                [(one, runs_it or (one.queue in led and not one.is_lead)) for one in rights],
            )
            for profile, rights in rows
        ],
        "alone": _kinds_with_few(),
    }
    return render(request, "safety/moderators.html", context, status=422 if form.errors else 200)


def _kinds_with_few() -> list[str]:
    """Kinds that one person alone looks at, or nobody: there no appeal can be judged."""
    counts = dict.fromkeys(Queue.values, 0)
    for one in queries.moderators():
        counts[one.queue] += 1
    return [str(one.label) for one in Queue if counts[one] < ENOUGH]
