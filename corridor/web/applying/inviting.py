"""Invitations to a round, and applications from a file."""

import csv
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.contrib import messages
from django.core import signing
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from corridor.programmes import queries
from corridor.programmes.actions import applying
from corridor.programmes.choices import Side
from corridor.programmes.intake.applications import LIMITS, read_applications
from corridor.programmes.intake.formulas import harmless
from corridor.programmes.intake.problems import InputRejected, Notes
from corridor.programmes.intake.sources import Source
from corridor.web.applying.admitting import for_the_team, what_they_said
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import Round, RoundInvitation

A_PAGE = 50
SALT = "corridor.web.applying.file"


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def invitations(request: MemberRequest, slug: str, round_id: int) -> HttpResponse:
    round = _round(request, slug, round_id)
    typed = request.POST.get("emails", "")
    side = request.POST.get("side", Side.MENTEE)
    if request.method != "POST":
        return _invitations(request, round)
    emails = typed.replace(",", "\n").replace(";", "\n").split()
    if not emails or side not in Side.values:
        return _invitations(request, round, typed=typed, side=side, problem=_("Write an address."))
    new = applying.NewInvitations(side=side, emails=emails)
    try:
        made = applying.invite_to_round(round=round, new=new, by=request.profile, now=request.now)
    except applying.NotAnAddress as wrong:
        problem = _("“%(email)s” is no e-mail address. Nobody was invited yet.")
        said = problem % {"email": wrong.email[:80]}
        return _invitations(request, round, typed=typed, side=side, problem=said)
    except (applying.TooManyInvitations, applying.RoundTakesNobody) as refusal:
        return _invitations(request, round, typed=typed, side=side, problem=_why_not(refusal))
    left = len(set(emails)) - len(made)
    messages.success(
        request,
        ngettext("%d person is invited.", "%d people are invited.", len(made)) % len(made)
        + (" " + _("%d were invited or have applied before.") % left if left else ""),
    )
    return redirect("inviting", slug, round_id)


@require_POST
@member_required
def again(request: MemberRequest, slug: str, round_id: int, invitation_id: int) -> HttpResponse:
    invited = _invitation(request, slug, round_id, invitation_id)
    try:
        applying.send_invitation_again(invitation=invited, by=request.profile, now=request.now)
    except (applying.TooManyInvitations, applying.InvitationEnded) as refusal:
        messages.error(request, _why_not(refusal))
    else:
        messages.success(request, _("Sent again, with a new link; the old one opens nothing."))
    return redirect("inviting", slug, round_id)


@require_POST
@member_required
def end(request: MemberRequest, slug: str, round_id: int, invitation_id: int) -> HttpResponse:
    invited = _invitation(request, slug, round_id, invitation_id)
    try:
        applying.withdraw_round_invitation(invitation=invited, by=request.profile, now=request.now)
    except applying.InvitationEnded as refusal:
        messages.error(request, _why_not(refusal))
    else:
        messages.success(request, _("Taken back: the link opens nothing any more."))
    return redirect("inviting", slug, round_id)


@dataclass(frozen=True, kw_only=True)
class _Sent:
    name: str
    content: bytes
    side: str


@require_http_methods(["GET", "HEAD", "POST"])
@member_required
def file(request: MemberRequest, slug: str, round_id: int) -> HttpResponse:
    """The file is looked through first; what it would do is shown, and done by a second button."""
    round = _round(request, slug, round_id)
    context = {"round": round, "sides": Side.choices, "most": LIMITS.rows}
    if request.method != "POST":
        return render(request, "applying/file.html", context)
    sent = _sent(request, round)
    if sent is None:
        context["missing"] = True
        return render(request, "applying/file.html", context, status=422)
    notes = Notes()
    act = applying.import_applications if "held" in request.POST else applying.try_import
    try:
        source = Source(name=sent.name, content=sent.content)
        rows = read_applications(source, notes, side=sent.side)
        done = act(round=round, rows=rows, notes=notes, by=request.profile, now=request.now)
    except InputRejected as rejected:
        context |= {"problems": list(rejected.lines()), "side": sent.side}
        return render(request, "applying/file.html", context, status=422)
    if "held" in request.POST:
        messages.success(request, _("Done. Everybody concerned gets a mail."))
        return redirect("admitting", slug, round_id)
    held = signing.dumps(
        [sent.name, sent.content.decode("latin-1"), sent.side, round.pk], salt=SALT, compress=True
    )
    context |= {"planned": done, "warnings": notes.warnings, "held": held, "name": sent.name}
    return render(request, "applying/file.html", context)


def _sent(request: MemberRequest, round: "Round") -> _Sent | None:
    if "held" in request.POST:
        try:
            name, content, side, of = signing.loads(request.POST["held"], salt=SALT)
        except signing.BadSignature:
            return None
        if of != round.pk:
            return None
        return _Sent(name=name, content=content.encode("latin-1"), side=side)
    upload = request.FILES.get("file")
    side = request.POST.get("side", Side.MENTEE)
    if upload is None or side not in Side.values:
        return None
    return _Sent(name=upload.name or "file", content=upload.read(LIMITS.size + 1), side=side)


@require_safe
@member_required
def export(request: MemberRequest, slug: str, round_id: int) -> HttpResponse:
    """Who waits, is in or was declined, and what they said to the team."""
    round = _round(request, slug, round_id)
    readable = queries.applications_to_read(round, viewer=request.profile, now=request.now)
    answer = HttpResponse(content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{slug}-applications.csv"'
    writer = csv.writer(answer)
    forms = {side: queries.form(round, side) for side in Side.values}
    asked = {(side, one.key): one for side, form in forms.items() for one in for_the_team(form)}
    titles = [str(one.label) for one in asked.values()]
    writer.writerow(
        map(harmless, ["handle", "name", "side", "state", "applied", "rounds waited", *titles])
    )
    for application, fields in what_they_said(readable):
        said = {(application.side, field.asked.key): field.in_words() for field in fields}
        row = [
            application.profile.handle,
            application.profile.display_name,
            application.side,
            application.state,
            application.applied_at.isoformat(),
            str(application.waited),
            *(said.get(question, "") for question in asked),
        ]
        writer.writerow(map(harmless, row))
    return answer


def _invitations(
    request: MemberRequest,
    round: "Round",
    *,
    typed: str = "",
    side: str = Side.MENTEE,
    problem: str = "",
) -> HttpResponse:
    page = Paginator(queries.round_invitations(round), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "round": round,
        "page": page,
        "typed": typed,
        "side": side,
        "sides": Side.choices,
        "problem": problem,
        "now": request.now,
    }
    return render(request, "applying/invitations.html", context, status=422 if problem else 200)


def _why_not(refusal: Exception) -> str:
    sentences: dict[type[Exception], str] = {
        applying.TooManyInvitations: _(
            "That is too much: at most 2,000 people at once, and the same person five times."
        ),
        applying.RoundTakesNobody: _("Applications to this round are closed."),
        applying.InvitationEnded: _("It was used or taken back meanwhile."),
    }
    return sentences[type(refusal)]


def _round(request: MemberRequest, slug: str, round_id: int) -> "Round":
    round = queries.round_to_admit_to(slug, round_id, viewer=request.profile)
    if round is None:
        raise Http404
    return round


def _invitation(
    request: MemberRequest, slug: str, round_id: int, invitation_id: int
) -> "RoundInvitation":
    invited = queries.round_invitation(slug, round_id, invitation_id, viewer=request.profile)
    if invited is None:
        raise Http404
    return invited
