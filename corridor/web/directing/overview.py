"""The director's place in a programme: what comes next, how far it is, and the buttons."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from corridor.programmes import policies, queries
from corridor.programmes.actions import setting_up
from corridor.programmes.choices import Message, RoundState, Side
from corridor.programmes.policies import Right
from corridor.web.directing import rounds
from corridor.web.directing.deeds import done
from corridor.web.directing.refusals import REFUSED, sentence
from corridor.web.directing.rights import team_required
from corridor.web.directing.sections import SECTIONS
from corridor.web.viewer import MemberRequest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from corridor.programmes.models import Programme, Round

Text = str | Promise


@dataclass(frozen=True, kw_only=True)
class Line:
    """A section of the set-up on the overview."""

    title: Text
    says: Text
    icon: str
    url: str
    is_missing: bool = False


@dataclass(frozen=True, kw_only=True)
class Next:
    """What to do now: a sentence, and where."""

    title: Text
    text: Text
    label: Text = ""
    url: str = ""


@require_safe
@team_required(Right.SEE)
def overview(request: MemberRequest, programme: "Programme") -> HttpResponse:
    rights = policies.rights(request.profile, programme)
    sets_up = Right.SET_UP in rights
    current = queries.current_round(programme)
    applied = queries.applied(current) if current else None
    missing = queries.missing(programme)
    lines = _lines(programme, missing) if sets_up else []
    today = request.now.astimezone(ZoneInfo(programme.time_zone)).date()
    following = _next(programme, applied, missing, today=today)
    reviews = Right.REVIEW in rights
    if not (sets_up or (reviews and current and current.is_under_review)):
        following = replace(following, label="", url="")
    context = {
        "programme": programme,
        "writes": Right.MESSAGE in rights,
        "round": applied,
        "next": following,
        "lines": lines,
        "missing": len(missing),
        "sets_up": sets_up,
        "admits": Right.ADMIT in rights,
        "rounds": rounds.places(programme, viewer=request.profile),
        "waiting": queries.waiting_for_admission(current) if current else 0,
        "acts": Right.ACT_FOR in rights,
    }
    return render(request, "directing/overview.html", context)


def _lines(programme: "Programme", missing: "Sequence[str]") -> list[Line]:
    sections = {
        section.name: Line(
            title=section.title,
            says=section.says,
            icon=section.icon,
            url=reverse("directing-section", args=[programme.slug, section.name]),
            is_missing=section.name in missing,
        )
        for section in SECTIONS.values()
    }
    slug = programme.slug
    dates = Line(
        title=_("Dates"),
        says=_("When people apply, meet, and finish"),
        icon="calendar",
        url=reverse("directing-dates", args=[slug]),
    )
    forms = [_form_line(programme, side) for side in Side]
    agreement = Line(
        title=_("Agreement"),
        says=_("What both people of a match say yes to"),
        icon="handshake",
        url=reverse("directing-agreement", args=[slug]),
    )
    conduct = Line(
        title=_("Code of conduct"),
        says=_("What everybody keeps to, and who hears concerns"),
        icon="scale",
        url=reverse("directing-conduct", args=[slug]),
    )
    texts = Line(
        title=_("Mails"),
        says=_own(programme),
        icon="mail",
        url=reverse("directing-texts", args=[slug]),
    )
    materials = Line(
        title=_("To read and learn"),
        says=_("Texts, pages and courses for mentees and mentors"),
        icon="file-text",
        url=reverse("directing-materials", args=[slug]),
    )
    scale = Line(
        title=_("A published scale"),
        says=_("Asked in reviews beside our own words, with its source"),
        icon="list-checks",
        url=reverse("directing-scale", args=[slug]),
    )
    account = Line(
        title=_("Account and answers"),
        says=_answers(programme),
        icon="hash",
        url=reverse("directing-account", args=[slug]),
    )
    names = ("about", "who")
    first = [sections.pop(name) for name in names]
    return [
        *first,
        dates,
        *forms,
        *sections.values(),
        agreement,
        conduct,
        materials,
        scale,
        texts,
        account,
    ]


def _form_line(programme: "Programme", side: Side) -> Line:
    count = len(queries.form_of_programme(programme, side).questions)
    title = _("Form for mentees") if side == Side.MENTEE else _("Form for mentors")
    return Line(
        title=title,
        says=_("%(count)d questions") % {"count": count},
        icon="list-checks",
        url=reverse("directing-form", args=[programme.slug, side.value]),
    )


def _own(programme: "Programme") -> str:
    own = len(queries.own_texts(programme))
    if not own:
        return _("Our words for all of them; write your own where you like")
    return _("%(own)d of %(all)d in your own words") % {"own": own, "all": len(Message)}


def _answers(programme: "Programme") -> str:
    if programme.answers_publicly:
        return _("Posts under its hashtag are answered by mail, and once under the post")
    return _("Posts under its hashtag are answered by mail alone")


def _next(
    programme: "Programme", current: "Round | None", missing: "Sequence[str]", *, today: date
) -> Next:
    slug = programme.slug
    if programme.is_archived:
        return Next(title=_("Archived"), text=_("Nothing is lost. Bring it back to go on."))
    if missing:
        section = SECTIONS[missing[0]]
        return Next(
            title=_("One thing is missing: %(section)s") % {"section": section.title},
            text=_("It cannot be published without."),
            label=_("Fill it in"),
            url=reverse("directing-section", args=[slug, section.name]),
        )
    if programme.is_draft:
        return Next(
            title=_("Look through it, then publish it"),
            text=_("Everything comes from the template until you change it. Nobody sees it yet."),
        )
    if current is None:
        return Next(
            title=_("No round is planned"),
            text=_("People apply to a round: give the next one its dates."),
            label=_("Plan a round"),
            url=reverse("directing-dates", args=[slug]),
        )
    return _next_of(current, slug, today=today)


def _next_of_planned(planned: "Round", slug: str, *, is_over: bool) -> Next:
    dates, change = reverse("directing-dates", args=[slug]), _("Change the dates")
    if is_over:
        return Next(
            title=_("The days of %(round)s are over") % {"round": planned.name},
            text=_("It never opened: nobody could apply. Give it new days, and it opens on them."),
            label=change,
            url=dates,
        )
    opens = formats.date_format(planned.opens_on, "j F")
    return Next(
        title=_("%(round)s opens on %(day)s") % {"round": planned.name, "day": opens},
        text=_("It opens by itself. Until then you can change everything."),
        label=change,
        url=dates,
    )


def _next_of(current: "Round", slug: str, *, today: date) -> Next:
    if current.state == RoundState.PLANNED:
        return _next_of_planned(current, slug, is_over=current.closes_on < today)
    if current.state == RoundState.OPEN:
        closes = formats.date_format(current.closes_on, "j F")
        return Next(
            title=_("People are applying until %(day)s") % {"day": closes},
            text=_(
                "Pass the address of the programme on, with its hashtag. Applications close by"
                " themselves when that day is over, or earlier if you close them."
            ),
        )
    if current.is_under_review:
        return Next(
            title=_("Matches wait for you"),
            text=_("Nobody is told anything before you publish."),
            label=_("Review the matches"),
            url=reverse("review", args=[slug]),
        )
    return Next(
        title=_("%(round)s is under way") % {"round": current.name},
        text=RUNNING[current.state],
        label=_("Matches and answers"),
        url=reverse("round-told", args=[slug, current.pk]),
    )


RUNNING: dict[str, Promise] = {
    RoundState.PUBLISHED: gettext_lazy("Mentors are asked, and answer."),
    RoundState.RUNNING: gettext_lazy("People meet. They turn to you if something is difficult."),
}


@require_POST
@team_required(Right.SET_UP)
def publication(request: MemberRequest, programme: "Programme") -> HttpResponse:
    def do() -> str:
        setting_up.publish_programme(programme, by=request.profile, now=request.now)
        return _("Published. Everybody can see it now.")

    return done(request, do, to="directing", at=(programme.slug,))


@require_POST
@team_required(Right.SET_UP)
def archive(request: MemberRequest, programme: "Programme") -> HttpResponse:
    try:
        setting_up.archive_programme(programme, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
    else:
        undo = reverse("directing-return", args=[programme.slug])
        messages.success(request, _("Archived. Nothing in it is lost."), extra_tags=undo)
    return redirect("directing", programme.slug)


@require_POST
@team_required(Right.SET_UP)
def bring_back(request: MemberRequest, programme: "Programme") -> HttpResponse:
    def do() -> str:
        setting_up.bring_back_programme(programme, by=request.profile, now=request.now)
        return _("It is a draft now. Publish it when it is ready.")

    return done(request, do, to="directing", at=(programme.slug,))


@require_POST
@team_required(Right.SET_UP)
def duplicate(request: MemberRequest, programme: "Programme") -> HttpResponse:
    try:
        made = setting_up.duplicate_programme(programme, by=request.profile, now=request.now)
    except REFUSED as refusal:
        messages.error(request, sentence(refusal))
        return redirect("directing", programme.slug)
    words = _("This is the copy: settings, forms and words, without people. Give it a name.")
    messages.success(request, words)
    return redirect("directing-section", made.slug, "about")
