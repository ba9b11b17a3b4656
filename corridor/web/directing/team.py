"""Who runs a programme: parts, invitations, handing it over, and the answers of those asked."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.people import queries as people
from corridor.programmes import policies, queries
from corridor.programmes.actions import team as actions
from corridor.programmes.actions.team import Part
from corridor.programmes.choices import FUNCTIONS, TeamRole
from corridor.programmes.policies import Right
from corridor.web.directing.deeds import done
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.pressed import pressed_yes
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Programme, TeamMember

FUNCTION_LABELS = [
    ("admits", gettext_lazy("Decides who gets in")),
    ("publishes", gettext_lazy("Publishes matches")),
    ("messages", gettext_lazy("Writes to everybody in a round")),
    ("acts_for", gettext_lazy("Acts for members who ask")),
]
ROLES = [
    (TeamRole.DIRECTOR.value, gettext_lazy("Director: everything but handing it over")),
    (TeamRole.REVIEWER.value, gettext_lazy("Reviewer: sees everything, decides about matches")),
    (TeamRole.READER.value, gettext_lazy("Reader: sees figures and the set-up")),
]
HAND_OVER = (TeamRole.OWNER.value, gettext_lazy("Owner: you hand the programme over"))


class PartForm(forms.Form):
    role = forms.ChoiceField(label=gettext_lazy("Part"), choices=ROLES)
    functions = forms.MultipleChoiceField(
        label=gettext_lazy("Besides, for reviewers and readers"),
        choices=FUNCTION_LABELS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def part(self) -> Part:
        return Part(
            role=TeamRole(self.cleaned_data["role"]),
            functions=frozenset(self.cleaned_data["functions"]),
        )


class AskForm(PartForm):
    handle = forms.CharField(
        label=gettext_lazy("Whom?"),
        help_text=gettext_lazy("A handle, such as @kwame_osei."),
        max_length=41,
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
    )
    field_order = ("handle", "role", "functions")

    def __init__(self, *args: Any, owns: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"] = forms.ChoiceField(
            label=_("Part"),
            choices=[*ROLES, HAND_OVER] if owns else ROLES,
            initial=TeamRole.DIRECTOR,
        )


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SEE)
def team(request: MemberRequest, programme: "Programme") -> HttpResponse:
    owns = policies.can(request.profile, programme, Right.OWN)
    sets_up = policies.can(request.profile, programme, Right.SET_UP)
    if request.method == "POST" and not sets_up:
        raise Http404
    form = AskForm(request.POST if request.method == "POST" else None, owns=owns)
    if form.is_bound and form.is_valid() and _is_asked(request, programme, form):
        return redirect("directing-team", programme.slug)
    context = {
        "programme": programme,
        "members": [(one, _form_of(one)) for one in queries.team(programme)],
        "invitations": queries.team_invitations(programme),
        "form": form,
        "owns": owns,
        "sets_up": sets_up,
    }
    return render(request, "directing/team.html", context, status=422 if form.errors else 200)


def _form_of(member: "TeamMember") -> PartForm:
    functions = [name for name in FUNCTIONS if getattr(member, name)]
    first = {"role": member.role, "functions": functions}
    return PartForm(initial=first, prefix=str(member.pk))


def _is_asked(request: MemberRequest, programme: "Programme", form: AskForm) -> bool:
    handle = form.cleaned_data["handle"].strip().removeprefix("@").replace("\0", "")
    who = people.profile_named(handle, viewer=request.profile, today=request.now.date())
    if who is None or who.is_automated:
        form.add_error("handle", _("There is nobody of that name for you."))
        return False
    try:
        actions.ask_into_team(programme, who, part=form.part(), by=request.profile, now=request.now)
    except REFUSED as refusal:
        form.add_error("handle", sentence(refusal))
        return False
    return True


@require_POST
@team_required(Right.SET_UP)
def part(request: MemberRequest, programme: "Programme", member_id: int) -> HttpResponse:
    member = _member(programme, member_id)
    form = PartForm(request.POST, prefix=str(member.pk))
    if not form.is_valid():
        raise Http404

    def do() -> str:
        actions.change_part(member, part=form.part(), by=request.profile, now=request.now)
        return _("Kept.")

    return done(request, do, to="directing-team", at=(programme.slug,))


@require_POST
@team_required(Right.SEE)
def part_end(request: MemberRequest, programme: "Programme", member_id: int) -> HttpResponse:
    """She leaves, or somebody takes her out."""
    member = _member(programme, member_id)
    is_her = member.profile_id == request.profile.pk
    name = member.profile.display_name

    def do() -> str:
        actions.leave_team(member, by=request.profile, now=request.now)
        if is_her:
            return _("You have left the team.")
        return _("%(name)s is not in the team any more.") % {"name": name}

    stays = not is_her or member.role == TeamRole.OWNER
    if stays:
        return done(request, do, to="directing-team", at=(programme.slug,))
    return done(request, do, to="team-invitations")


@require_POST
@team_required(Right.SET_UP)
def invitation_end(
    request: MemberRequest, programme: "Programme", invitation_id: int
) -> HttpResponse:
    if not queries.team_invitations(programme).filter(pk=invitation_id).exists():
        raise Http404

    def do() -> str:
        actions.withdraw_invitation(invitation_id, by=request.profile, now=request.now)
        return _("Taken back.")

    return done(request, do, to="directing-team", at=(programme.slug,))


@require_safe
@never_cache
@member_required
def yours(request: MemberRequest) -> HttpResponse:
    """The programmes whose teams she is in, and those she is asked into."""
    context = {
        "asked": queries.asked_into_teams(request.profile),
        "programmes": queries.of_her_teams(request.profile),
        "may": policies.can_start(request.profile, now=request.now),
    }
    return render(request, "directing/yours.html", context)


@require_POST
@member_required
def answer(request: MemberRequest, invitation_id: int) -> HttpResponse:
    accepts = pressed_yes(request)

    def do() -> str:
        asked = actions.answer_invitation(
            invitation_id, accepts=accepts, by=request.profile, now=request.now
        )
        if not accepts:
            return _("Answered. Nobody asks why.")
        if asked.hands_over:
            return _("%(programme)s is yours to run now.") % {"programme": asked.programme.name}
        return _("You are in the team of %(programme)s.") % {"programme": asked.programme.name}

    return done(request, do, to="team-invitations")


def _member(programme: "Programme", member_id: int) -> "TeamMember":
    found = queries.team(programme).filter(pk=member_id).first()
    if found is None:
        raise Http404
    return found
