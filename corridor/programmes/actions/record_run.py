"""Match the people of a round and store the result; approvals of matches that stay are kept."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Max

from corridor.algorithms.matching.outcome import Outcome
from corridor.algorithms.matching.run import Result, match_people
from corridor.programmes import queries
from corridor.programmes.documents import Swaps, to_document
from corridor.programmes.models import Approval, MatchingRun, Proposal, Round, RunRecord

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NobodyToMatch(Exception):
    """There is no mentee or no mentor among the applications."""


def record_run(round: Round, *, by: "Profile", now: datetime) -> MatchingRun:
    """Call with the round held. Raises NobodyToMatch, or ImpossibleSettings from the engine."""
    given = queries.given(round)
    if not given.mentees or not given.mentors:
        raise NobodyToMatch
    before = queries.latest_run(round)
    result = match_people(mentees=given.mentees, mentors=given.mentors, options=given.options)
    run = MatchingRun.objects.create(
        round=round,
        number=(round.runs.aggregate(last=Max("number"))["last"] or 0) + 1,
        by=by,
        at=now,
    )
    RunRecord.objects.create(
        run=run,
        given=to_document(given),
        outcome=to_document(result.outcome),
        swaps=to_document(_swaps(result)),
        certificate=result.certificate,
    )
    _propose(run, result.outcome)
    if before is not None:
        _keep_approvals(before, run)
    return run


def _swaps(result: Result) -> list[Swaps]:
    if result.session is None:
        return []
    return [
        Swaps(
            mentee=match.mentee,
            mentor=match.mentor,
            role=match.role,
            alternatives=result.session.alternatives(match),
        )
        for match in result.outcome.matches
    ]


def _propose(run: MatchingRun, outcome: Outcome) -> None:
    application_of = {
        application.profile.handle: application.pk
        for application in queries.applications(run.round)
    }
    Proposal.objects.bulk_create(
        Proposal(
            run=run,
            mentee_id=application_of[match.mentee],
            mentor_id=application_of[match.mentor],
            role=match.role.value,
            fit=match.fit,
            needs_look=bool(match.looks),
        )
        for match in outcome.matches
    )


def _keep_approvals(before: MatchingRun, run: MatchingRun) -> None:
    approved = {
        (approval.proposal.mentee_id, approval.proposal.mentor_id, approval.proposal.role): approval
        for approval in Approval.objects.filter(proposal__run=before).select_related("proposal")
    }
    Approval.objects.bulk_create(
        Approval(proposal=proposal, by_id=approved[same].by_id, at=approved[same].at)
        for proposal in run.proposals.order_by("pk")
        if (same := (proposal.mentee_id, proposal.mentor_id, proposal.role)) in approved
    )
