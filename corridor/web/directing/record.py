"""What the team did, what it does for members, and the programmes that belong to one."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.people import queries as people
from corridor.programmes import policies, queries
from corridor.programmes.actions import setting_up, team
from corridor.programmes.choices import RoundState
from corridor.programmes.policies import Right
from corridor.web.directing.deeds import done
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.programmes.models import Programme, Round


@require_safe
@team_required(Right.SEE)
def record(request: MemberRequest, programme: "Programme") -> HttpResponse:
    context = {"programme": programme, "deeds": queries.deeds(programme)}
    return render(request, "directing/record.html", context)


class ActingForm(forms.Form):
    handle = forms.CharField(
        label=gettext_lazy("Whose application?"),
        help_text=gettext_lazy("A handle, such as @amara_nwosu."),
        max_length=41,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    round = forms.ChoiceField(label=gettext_lazy("To which round?"))
    reason = forms.CharField(
        label=gettext_lazy("Why"),
        help_text=gettext_lazy("The member reads it. Say how and when you were asked."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, rounds: "Sequence[Round]", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["round"] = forms.ChoiceField(
            label=_("To which round?"), choices=[(str(one.pk), one.name) for one in rounds]
        )


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.ACT_FOR)
def acting(request: MemberRequest, programme: "Programme") -> HttpResponse:
    """Withdraws an application for whoever asked for it by mail."""
    rounds = list(programme.rounds.exclude(state=RoundState.FINISHED).order_by("-opens_on", "pk"))
    form = ActingForm(request.POST if request.method == "POST" else None, rounds=rounds)
    if form.is_bound and form.is_valid() and _is_withdrawn(request, form, rounds):
        messages.success(request, _("Withdrawn. She is told, with what you wrote."))
        return redirect("directing-record", programme.slug)
    context = {"programme": programme, "form": form, "rounds": rounds}
    return render(request, "directing/acting.html", context, status=422 if form.errors else 200)


def _is_withdrawn(request: MemberRequest, form: ActingForm, rounds: "Sequence[Round]") -> bool:
    said = form.cleaned_data
    handle = said["handle"].strip().removeprefix("@").replace("\0", "")
    member = people.profile_named(handle, viewer=request.profile, today=request.now.date())
    if member is None:
        form.add_error("handle", _("There is nobody of that name for you."))
        return False
    round = next(one for one in rounds if str(one.pk) == said["round"])
    try:
        team.withdraw_for(round, member, reason=said["reason"], by=request.profile, now=request.now)
    except REFUSED as refusal:
        form.add_error("handle", sentence(refusal))
        return False
    return True


class WholeForm(forms.Form):
    def __init__(self, *args: Any, programme: "Programme", wholes: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["whole"] = forms.ChoiceField(
            label=_("It belongs to"),
            choices=[("", _("No other programme")), *((one.slug, one.name) for one in wholes)],
            initial=programme.part_of.slug if programme.part_of else "",
            required=False,
        )


@require_safe
@team_required(Right.SEE)
def parts(request: MemberRequest, programme: "Programme") -> HttpResponse:
    figures, whole = queries.roll_up(programme)
    sets_up = policies.can(request.profile, programme, Right.SET_UP)
    context = {
        "programme": programme,
        "figures": figures,
        "whole": whole,
        "form": WholeForm(programme=programme, wholes=_wholes(request, programme)),
        "sets_up": sets_up and not programme.parts.exists(),
    }
    return render(request, "directing/parts.html", context)


@require_POST
@team_required(Right.SET_UP)
def whole(request: MemberRequest, programme: "Programme") -> HttpResponse:
    wholes = _wholes(request, programme)
    form = WholeForm(request.POST, programme=programme, wholes=wholes)
    if not form.is_valid():
        raise Http404
    chosen = next((one for one in wholes if one.slug == form.cleaned_data["whole"]), None)

    def do() -> str:
        setting_up.join_programmes(programme, into=chosen, by=request.profile, now=request.now)
        return _("Kept.")

    return done(request, do, to="directing-parts", at=(programme.slug,))


def _wholes(request: MemberRequest, programme: "Programme") -> "list[Programme]":
    own = policies.programmes_with(request.profile, Right.SET_UP).exclude(pk=programme.pk)
    return list(own.filter(part_of=None).order_by("name", "pk"))
