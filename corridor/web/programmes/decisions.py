"""What a director decides on the review board, one POST each."""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from corridor.algorithms.matching.conflicts import ImpossibleSettings
from corridor.programmes import actions, queries
from corridor.web.viewer import MemberRequest, member_required

if TYPE_CHECKING:
    from corridor.programmes.models import MatchingJob, MatchingRun, Override, Proposal

REFUSALS: dict[type[Exception], Promise] = {
    actions.AlreadyChosen: gettext_lazy("This is the run that you review already."),
    actions.AlreadyMatching: gettext_lazy("The matching runs already."),
    actions.AlreadyHeld: gettext_lazy("This match is held already."),
    actions.AlreadyApproved: gettext_lazy("Somebody approved this match already."),
    actions.NobodyToMatch: gettext_lazy("One side of this round has no applications."),
    actions.NotApproved: gettext_lazy("This match is not approved: nothing to take back."),
    actions.NoteIsEmpty: gettext_lazy("Write something before you keep the note."),
    actions.NotHeld: gettext_lazy("The matching decides here already."),
    actions.NotParted: gettext_lazy("These two may be matched already."),
    actions.NothingToApprove: gettext_lazy("Every match that needs no look is approved."),
    actions.NothingToWithdraw: gettext_lazy("What was approved together is taken back already."),
    actions.NameTooLong: gettext_lazy("That is too long: at most 60 letters."),
    actions.NothingRuns: gettext_lazy("It is done, or was stopped already."),
    actions.PublicationWaits: gettext_lazy(
        "The matches are about to be published. Stop the publication to change them."
    ),
    actions.PairRuledOut: gettext_lazy(
        "A relation declared since keeps these two apart. Run the matching again."
    ),
    actions.ReasonMissing: gettext_lazy("Say why not these two; the record keeps the reason."),
    actions.RoundChanged: gettext_lazy(
        "Somebody changed this round while it was matched; nothing was stored. Try again."
    ),
    actions.RoundNotUnderReview: gettext_lazy("The review of this round has ended."),
    actions.RunIsOutdated: gettext_lazy("The matches changed meanwhile; this is how they stand."),
    actions.SwapImpossible: gettext_lazy("This swap is not possible."),
    actions.TooLongForRecord: gettext_lazy("That is too long: at most 1000 letters."),
    ImpossibleSettings: gettext_lazy("No set of matches obeys all settings of this round."),
}
"""What a director reads when an action refuses."""


@require_POST
@member_required
def run(request: MemberRequest, slug: str) -> HttpResponse:
    under_review = queries.round_to_review(slug, viewer=request.profile)
    if under_review is None:
        raise Http404

    def decide() -> str:
        made = actions.ask_for_run(round=under_review, by=request.profile, now=request.now)
        if queries.is_made(made):
            return _("Run %(number)d is ready.") % {"number": made.number}
        return _("The matching runs. You can go on elsewhere meanwhile.")

    return _decided(request, slug, decide)


@require_POST
@member_required
def stop_run(request: MemberRequest, slug: str) -> HttpResponse:
    under_review = queries.round_to_review(slug, viewer=request.profile)
    if under_review is None:
        raise Http404

    def decide() -> str:
        actions.stop_job(round=under_review, by=request.profile, now=request.now)
        return _("Stopped; nothing was stored. What was decided is kept for the next run.")

    return _decided(request, slug, decide)


@require_POST
@member_required
def keep_run(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """Its name, or that it is the one to review."""
    under_review = queries.round_to_review(slug, viewer=request.profile)
    found = queries.runs(under_review).filter(number=number).first() if under_review else None
    if found is None:
        raise Http404

    def decide() -> str:
        if "name" in request.POST:
            actions.name_run(run=found, name=request.POST["name"], by=request.profile)
            return _("The name is kept.")
        actions.choose_run(run=found, by=request.profile, now=request.now)
        return _("You review run %(number)d now.") % {"number": number}

    return _decided(request, slug, decide, to="run-list" if "name" in request.POST else "review")


@require_POST
@member_required
def approve_many(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """Of the run that the page showed: a newer one has matches that nobody has seen yet."""
    under_review = queries.round_to_review(slug, viewer=request.profile)
    seen = queries.runs(under_review).filter(number=number).first() if under_review else None
    if seen is None:
        raise Http404

    def decide() -> str:
        approved = actions.approve_many(run=seen, by=request.profile, now=request.now)
        return ngettext("%d match approved.", "%d matches approved.", approved) % approved

    return _decided(request, slug, decide)


@require_POST
@member_required
def withdraw_many(request: MemberRequest, slug: str, number: int) -> HttpResponse:
    """Undo of the button for many: what was approved at that moment, and no more."""
    under_review = queries.round_to_review(slug, viewer=request.profile)
    seen = queries.runs(under_review).filter(number=number).first() if under_review else None
    try:
        approved_at = datetime.fromisoformat(request.POST.get("at", ""))
    except ValueError as unreadable:
        raise Http404 from unreadable
    if seen is None:
        raise Http404

    def decide() -> str:
        ended = actions.withdraw_many(
            run=seen, approved_at=approved_at, by=request.profile, now=request.now
        )
        return ngettext("%d approval taken back.", "%d approvals taken back.", ended) % ended

    return _decided(request, slug, decide)


@require_POST
@member_required
def approve(request: MemberRequest, proposal_id: int) -> HttpResponse:
    proposal = _proposal(request, proposal_id)

    def decide() -> str:
        actions.approve_proposal(proposal=proposal, by=request.profile, now=request.now)
        return _("Approved: %(mentee)s with %(mentor)s.") % _names(proposal)

    return _decided(request, _slug(proposal), decide, show=_where_she_was(request))


@require_POST
@member_required
def withdraw(request: MemberRequest, proposal_id: int) -> HttpResponse:
    proposal = _proposal(request, proposal_id)

    def decide() -> str:
        actions.withdraw_approval(proposal=proposal, by=request.profile, now=request.now)
        return _("Not approved any more: %(mentee)s with %(mentor)s.") % _names(proposal)

    return _decided(
        request, _slug(proposal), decide, show=_where_she_was(request, selected=proposal_id)
    )


@require_POST
@member_required
def swap(request: MemberRequest, proposal_id: int) -> HttpResponse:
    proposal = _proposal(request, proposal_id)
    handle = request.POST.get("mentor", "").replace("\0", "")
    mentor = queries.mentor_application(proposal.run.round, handle=handle)
    if mentor is None:
        raise Http404

    def decide() -> str:
        made = actions.swap_proposal(
            proposal=proposal, mentor=mentor, by=request.profile, now=request.now
        )
        return later(made) or _("Swapped. Everybody else was matched best around it.")

    return _decided(request, _slug(proposal), decide, show=f"?mentee={proposal.mentee_id}")


@require_POST
@member_required
def part(request: MemberRequest, proposal_id: int) -> HttpResponse:
    proposal = _proposal(request, proposal_id)
    reason = request.POST.get("reason", "")

    def decide() -> str:
        made = actions.forbid_pair(
            proposal=proposal, reason=reason, by=request.profile, now=request.now
        )
        return later(made) or _("%(mentee)s and %(mentor)s will not be matched.") % _names(proposal)

    return _decided(request, _slug(proposal), decide, show=f"?mentee={proposal.mentee_id}")


@require_POST
@member_required
def hold(request: MemberRequest, proposal_id: int) -> HttpResponse:
    proposal = _proposal(request, proposal_id)

    def decide() -> str:
        actions.hold_proposal(proposal=proposal, by=request.profile, now=request.now)
        return _("%(mentee)s and %(mentor)s stay together in every run.") % _names(proposal)

    return _decided(request, _slug(proposal), decide, show=f"?selected={proposal_id}")


@require_POST
@member_required
def release(request: MemberRequest, proposal_id: int) -> HttpResponse:
    proposal = _proposal(request, proposal_id)

    def decide() -> str:
        made = actions.release_pair(proposal, by=request.profile, now=request.now)
        return later(made) or _("The matching chose again for %(mentee)s.") % _names(proposal)

    return _decided(request, _slug(proposal), decide, show=f"?mentee={proposal.mentee_id}")


@require_POST
@member_required
def allow(request: MemberRequest, override_id: int) -> HttpResponse:
    parting = queries.parting(override_id, viewer=request.profile)
    if parting is None:
        raise Http404

    def decide() -> str:
        made = actions.allow_pair(parting=parting, by=request.profile, now=request.now)
        return later(made) or _("These two may be matched again, and everybody was.")

    return _decided(request, _slug(parting), decide)


@require_POST
@member_required
def release_choice(request: MemberRequest, override_id: int) -> HttpResponse:
    """Undo of a swap or a choice by hand that no run has yet."""
    choice = queries.pair_chosen(override_id, viewer=request.profile)
    if choice is None:
        raise Http404

    def decide() -> str:
        made = actions.release_pair(choice, by=request.profile, now=request.now)
        return later(made) or _("The matching chose again for %(mentee)s.") % _names(choice)

    return _decided(request, _slug(choice), decide)


@require_POST
@member_required
def note(request: MemberRequest, proposal_id: int) -> HttpResponse:
    proposal = _proposal(request, proposal_id)
    text = request.POST.get("text", "")

    def decide() -> str:
        actions.note_proposal(proposal=proposal, text=text, by=request.profile, now=request.now)
        return _("The note is kept.")

    return _decided(request, _slug(proposal), decide, show=f"?selected={proposal_id}")


def _proposal(request: MemberRequest, proposal_id: int) -> "Proposal":
    proposal = queries.proposal(proposal_id, viewer=request.profile)
    if proposal is None:
        raise Http404
    return proposal


def _where_she_was(request: MemberRequest, **more: int) -> str:
    """The search and the list that the director was in, and the match that comes next."""
    asked = {name: request.POST.get(name, "").replace("\0", "") for name in ("q", "show")}
    query = urlencode({name: value for name, value in asked.items() if value} | more)
    following = request.POST.get("next", "")
    place = f"#p{following}" if following.isascii() and following.isdigit() else ""
    return (f"?{query}" if query else "") + place


def _slug(pair: "Proposal | Override") -> str:
    return pair.run.round.programme.slug


def _names(pair: "Proposal | Override") -> dict[str, str]:
    return {
        "mentee": pair.mentee.profile.display_name,
        "mentor": pair.mentor.profile.display_name,
    }


def later(made: "MatchingRun | MatchingJob") -> str:
    """What is said where a worker matches; empty where it is done."""
    if queries.is_made(made):
        return ""
    return _("Kept. Everybody else is matched best around it; go on meanwhile.")


def _decided(
    request: MemberRequest,
    slug: str,
    decide: Callable[[], str],
    *,
    show: str = "",
    to: str = "review",
) -> HttpResponse:
    """Back to the board, with what was done or why it was not."""
    try:
        messages.success(request, decide())
    except tuple(REFUSALS) as refusal:
        messages.error(request, str(REFUSALS[type(refusal)]))
    return redirect(reverse(to, args=[slug]) + show)
