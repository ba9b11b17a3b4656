"""The sections of a set-up: what each is called, its form, and how far it is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from corridor.programmes import queries
from corridor.programmes.actions import setting_up
from corridor.programmes.choices import RoundState
from corridor.programmes.policies import Right
from corridor.programmes.templates_of_programmes import template_of
from corridor.web.directing.forms import (
    AboutForm,
    CapacitiesForm,
    ConsequencesForm,
    MeetingsForm,
    PlanFields,
    SectionForm,
    SurveysForm,
    WhoForm,
    plan_of,
)
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.directing.starting import initial
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.programmes.models import Programme, Round


@dataclass(frozen=True, kw_only=True)
class Section:
    name: str
    title: str | Promise
    says: str | Promise
    icon: str
    form: type[SectionForm]


SECTIONS: Mapping[str, Section] = {
    section.name: section
    for section in (
        Section(
            name="about",
            title=gettext_lazy("About"),
            says=gettext_lazy("Name, hashtag, what it is and for whom"),
            icon="info",
            form=AboutForm,
        ),
        Section(
            name="who",
            title=gettext_lazy("Who gets in"),
            says=gettext_lazy("How people are admitted, and how many places there are"),
            icon="users-round",
            form=WhoForm,
        ),
        Section(
            name="capacities",
            title=gettext_lazy("Capacities"),
            says=gettext_lazy("Mentees of one mentor, and days to answer"),
            icon="scale",
            form=CapacitiesForm,
        ),
        Section(
            name="meetings",
            title=gettext_lazy("Meetings"),
            says=gettext_lazy("How often, how long, for how many months"),
            icon="calendar",
            form=MeetingsForm,
        ),
        Section(
            name="surveys",
            title=gettext_lazy("Surveys"),
            says=gettext_lazy("Whether both are asked how it goes"),
            icon="message-circle",
            form=SurveysForm,
        ),
        Section(
            name="falling-through",
            title=gettext_lazy("When something falls through"),
            says=gettext_lazy(
                "What counts, and what follows: a notice, a second one, a break, a look of the team"
            ),
            icon="clock",
            form=ConsequencesForm,
        ),
    )
}


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def section(request: MemberRequest, programme: "Programme", name: str) -> HttpResponse:
    shown = SECTIONS.get(name)
    if shown is None:
        raise Http404
    form = shown.form(request.POST if request.method == "POST" else None, programme=programme)
    if form.is_bound and form.is_valid() and _is_kept(request, programme, form):
        messages.success(request, _("Kept."))
        return redirect("directing", programme.slug)
    context = {"programme": programme, "section": shown, "form": form}
    return render(request, "directing/section.html", context, status=422 if form.errors else 200)


def _is_kept(request: MemberRequest, programme: "Programme", form: SectionForm) -> bool:
    try:
        setting_up.change_set_up(programme, form.changes(), by=request.profile, now=request.now)
    except ValidationError as refusal:
        form.add_all(refusal)
    except REFUSED as refusal:
        form.add_error(None, sentence(refusal))
    else:
        return True
    return False


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def dates(request: MemberRequest, programme: "Programme") -> HttpResponse:
    """Of the round that is planned, or of a new one."""
    planned = programme.rounds.filter(state=RoundState.PLANNED).order_by("opens_on", "pk").first()
    form = _plan_fields(request, programme, planned)

    def keep() -> str:
        setting_up.plan_round(programme, form.plan(), by=request.profile, now=request.now)
        return _("Kept. It opens on its first day.")

    is_new = planned is None
    return _dates(request, form, {"programme": programme, "is_new": is_new}, keep)


@require_http_methods(["GET", "HEAD", "POST"])
@team_required(Right.SET_UP)
def round_dates(request: MemberRequest, programme: "Programme", round_id: int) -> HttpResponse:
    """Of a round that people apply to, or did, and that is not matched yet."""
    round = programme.rounds.filter(pk=round_id, state__in=setting_up.BEFORE_MATCHING).first()
    if round is None:
        raise Http404
    form = _plan_fields(request, programme, round)

    def keep() -> str:
        setting_up.change_dates(round, form.plan(), by=request.profile, now=request.now)
        return _("Kept. Whoever has applied is not told: write to them where it matters.")

    shown = {
        "programme": programme,
        "is_open": round.state == RoundState.OPEN,
        "is_closed": round.state == RoundState.CLOSED,
    }
    return _dates(request, form, shown, keep)


def _plan_fields(
    request: MemberRequest, programme: "Programme", round: "Round | None"
) -> PlanFields:
    today = request.now.astimezone(ZoneInfo(programme.time_zone)).date()
    first = plan_of(round) if round else initial(template_of(programme.template), today=today)
    posted = request.POST if request.method == "POST" else None
    past_day = round.closes_on if round and round.state == RoundState.CLOSED else None
    form = PlanFields(posted, initial=first, today=today, past_day=past_day)
    form.fields["round_name"].label = _("Name of the round")
    return form


def _dates(
    request: MemberRequest, form: PlanFields, shown: dict[str, Any], keep: Callable[[], str]
) -> HttpResponse:
    """``keep`` says what was done."""
    programme = shown["programme"]
    if form.is_bound and form.is_valid():
        try:
            messages.success(request, keep())
        except ValidationError as refusal:
            form.add_all(refusal)
        except REFUSED as refusal:
            form.add_error(None, sentence(refusal))
        else:
            return redirect("directing", programme.slug)
    context = {"form": form, "latest": queries.current_round(programme), **shown}
    return render(request, "directing/dates.html", context, status=422 if form.errors else 200)
