"""`/p/<slug>/health/`: how a round goes, what is late, and what the team can do about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from corridor.mentoring import queries as mentoring
from corridor.mentoring.meeting_choices import Occasion, Side
from corridor.programmes import policies, queries
from corridor.programmes.actions import setting_up, tend_pairs
from corridor.programmes.barriers import BARRIERS, MOMENTS
from corridor.programmes.files.programme_export import packed
from corridor.programmes.policies import Right
from corridor.web.directing.deeds import done
from corridor.web.directing.health_filters import lists_of
from corridor.web.directing.rights import team_required
from corridor.web.given_numbers import number_in
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from corridor.mentoring.queries import SurveyFigure
    from corridor.programmes.models import Programme, Round
    from corridor.programmes.queries import Counts

Text = str | Promise
SIDES = (Side.MENTEE, Side.MENTOR)


@dataclass(frozen=True, kw_only=True)
class Row:
    title: Text
    numbers: Sequence[int | str | None]


@require_safe
@team_required(Right.SEE)
def health(request: MemberRequest, programme: "Programme") -> HttpResponse:
    round = queries.round_of_health(programme, request.GET.get("round", ""))
    rights = policies.rights(request.profile, programme)
    context: dict[str, object] = {
        "programme": programme,
        "round": round,
        "sets_up": Right.SET_UP in rights,
        "writes": Right.MESSAGE in rights,
    }
    if round is not None:
        found = queries.health(round, viewer=request.profile, now=request.now)
        context |= lists_of(request, programme, round, found)
        context |= {
            "rounds": list(programme.rounds.order_by("-opens_on", "-pk")),
            "health": found,
            "compared": _compared(round),
            "said": _said(round),
            "scales": mentoring.scale_figures(programme.slug, round_name=round.name),
            "barriers": _barriers(programme),
        }
    return render(request, "directing/health.html", context)


@require_POST
@team_required(Right.MESSAGE)
def remind(request: MemberRequest, programme: "Programme") -> HttpResponse:
    """Whoever is silent in the round that is shown, once."""
    round = _round_pressed(request, programme)

    def do() -> str:
        count = tend_pairs.remind_silent(round, by=request.profile, now=request.now)
        said = ngettext(
            "%d pair is reminded within a quarter of an hour, by day where each of the two is.",
            "%d pairs are reminded within a quarter of an hour, by day where each of the two is.",
            count,
        )
        return said % count

    return done(request, do, to=_page_of(round))


@require_POST
@team_required(Right.MESSAGE)
def offer(request: MemberRequest, programme: "Programme", relationship_id: int) -> HttpResponse:
    round = _round_pressed(request, programme)

    def do() -> str:
        tend_pairs.offer_change(relationship_id, round=round, by=request.profile, now=request.now)
        return _("Both read how to look for somebody else or end it. Nothing is changed for them.")

    return done(request, do, to=_page_of(round))


def _round_pressed(request: MemberRequest, programme: "Programme") -> "Round":
    number = number_in(request.POST.get("round", "")) or 0
    found = programme.rounds.filter(pk=number).first()
    if found is None:
        raise Http404
    return found


def _page_of(round: "Round") -> str:
    return f"{reverse('health', args=[round.programme.slug])}?round={round.pk}"


@dataclass(frozen=True, kw_only=True)
class Compared:
    before: "Round"
    rows: Sequence[Row]


@require_POST
@team_required(Right.SET_UP)
def export(request: MemberRequest, programme: "Programme") -> HttpResponse:
    """By a button, since the record of the team gets a line."""
    exported = setting_up.export_programme(programme, by=request.profile, now=request.now)
    packet = packed(exported, programme=programme.name, made_at=request.now)
    answer = HttpResponse(packet, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{programme.slug}.zip"'
    return answer


def _said(round: "Round") -> list[Row]:
    """Means of pulses and reviews, a row for each occasion on which five people and more spoke."""
    figures = mentoring.survey_figures(round.programme.slug, round_name=round.name)
    return [
        Row(title=occasion.label, numbers=[_mean(figures[occasion].get(side)) for side in SIDES])
        for occasion in Occasion
        if occasion in figures
    ]


def _mean(figure: "SurveyFigure | None") -> str | None:
    if figure is None:
        return None
    return _("%(mean)s (%(count)d answers)") % {"mean": figure.mean, "count": figure.answers}


def _compared(round: "Round") -> Compared | None:
    before = queries.round_before(round)
    if before is None:
        return None
    both = (queries.counts(before), queries.counts(round))
    return Compared(before=before, rows=_comparison(both))


def _comparison(both: "Sequence[Counts]") -> list[Row]:
    return [
        Row(title=_("Mentees who are in"), numbers=[one.mentees for one in both]),
        Row(title=_("Mentors who are in"), numbers=[one.mentors for one in both]),
        Row(title=_("Accepted matches"), numbers=[one.accepted for one in both]),
        Row(
            title=_("Mentees with somebody"),
            numbers=[
                _("%(number)d (%(percent)d%%)")
                % {"number": one.with_somebody, "percent": one.served_percent}
                for one in both
            ],
        ),
        Row(title=_("Relationships that go on"), numbers=[one.open for one in both]),
        Row(title=_("Meetings held, median"), numbers=[f"{one.held:g}" for one in both]),
    ]


@dataclass(frozen=True, kw_only=True)
class BarrierTable:
    moments: Sequence[Text]
    rows: Sequence[Row]
    """Barrier -> a number for each moment; None where it is suppressed."""
    totals: Sequence[int | None]


def _barriers(programme: "Programme") -> BarrierTable | None:
    figures = queries.barriers(programme)
    if not figures:
        return None
    titles = dict(MOMENTS)
    rows = [
        Row(title=title, numbers=[one.counts[barrier] for one in figures])
        for barrier, title in BARRIERS
    ]
    return BarrierTable(
        moments=[titles[one.moment] for one in figures],
        rows=[row for row in rows if any(number != 0 for number in row.numbers)],
        totals=[one.total for one in figures],
    )
