"""Match the people of a round and store the result; approvals of matches that stay are kept.

The matching runs before the round is held, so that nobody waits for it; what it started from is
compared once more when the result is stored.
"""

import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Max

from corridor.algorithms import matching
from corridor.programmes import queries
from corridor.programmes.documents import Given, Swaps, to_document
from corridor.programmes.models import (
    Approval,
    MatchingRun,
    Proposal,
    Round,
    RunRecord,
    SwapRecord,
)
from corridor.programmes.states import MATCHING

if TYPE_CHECKING:
    from corridor.people.models import Profile

AT_ONCE = 1_000
"""Rows written by one statement: with its documents a match takes some kilobytes."""
TOLD_AFTER = 50
"""Matches between two words of how far it is."""
FASTEST = 1


class NobodyToMatch(Exception):
    """There is no mentee or no mentor among the applications."""


class RoundChanged(Exception):
    """Somebody applied, decided or declared something while the matching ran."""


@dataclass(frozen=True, kw_only=True)
class Solved:
    given: Given
    result: "matching.Result"
    swaps: tuple[bytes, ...]
    """For each match of the result, its `Swaps` packed; none for circles.

    Of 10,000 matches they are a million small objects.
    """


def solve(given: Given, *, progress: "matching.Progress | None" = None) -> Solved:
    """Takes its time. Raises NobodyToMatch, or ImpossibleSettings from the engine."""
    if not given.mentees or not given.mentors:
        raise NobodyToMatch
    result = matching.match_people(
        mentees=given.mentees,
        mentors=given.mentors,
        options=given.options,
        progress=progress,
    )
    return Solved(given=given, result=result, swaps=tuple(_swaps(result, progress)))


def _swaps(result: "matching.Result", progress: "matching.Progress | None") -> Iterator[bytes]:
    if result.session is None:
        return
    matches = result.outcome.matches
    for number, match in enumerate(matches):
        if progress and number % TOLD_AFTER == 0:
            progress("swapping", number / len(matches))
        swaps = Swaps(alternatives=result.session.alternatives(match))
        yield zlib.compress(json.dumps(to_document(swaps)).encode(), FASTEST)


def record_run(round: Round, solved: Solved, *, by: "Profile", now: datetime) -> MatchingRun:
    """Call with the round held and decisions stored: it is under review now.

    Raises RoundChanged.
    """
    if queries.given(round) != solved.given:
        raise RoundChanged
    before, result = queries.current_run(round), solved.result
    round.runs.exclude(chosen_at=None).update(chosen_at=None)
    run = MatchingRun.objects.create(
        round=round,
        number=(round.runs.aggregate(last=Max("number"))["last"] or 0) + 1,
        by=by,
        at=now,
    )
    record = RunRecord(run=run)
    record.given = to_document(solved.given)
    record.outcome = to_document(result.outcome)
    record.certificate = result.certificate
    record.save()
    _propose(run, solved)
    if round.state != Round.State.REVIEW:
        round.move("review", by=MATCHING)
    if before is not None:
        keep_approvals(before, run)
    return run


def _propose(run: MatchingRun, solved: Solved) -> None:
    application_of = {
        (handle, side): application
        for handle, side, application in queries.applications(run.round).values_list(
            "profile__handle", "side", "pk"
        )
    }
    proposals = Proposal.objects.bulk_create(
        (
            Proposal(
                run=run,
                mentee_id=application_of[match.mentee, "mentee"],
                mentor_id=application_of[match.mentor, "mentor"],
                role=match.role.value,
                fit=match.fit,
                needs_look=bool(match.looks),
                circle=match.circle,
            )
            for match in solved.result.outcome.matches
        ),
        batch_size=AT_ONCE,
    )
    for first in range(0, len(solved.swaps), AT_ONCE):
        last = first + AT_ONCE
        SwapRecord.objects.bulk_create(
            _swap_record(proposal, packed)
            for proposal, packed in zip(
                proposals[first:last], solved.swaps[first:last], strict=True
            )
        )


def _swap_record(proposal: Proposal, packed: bytes) -> SwapRecord:
    record = SwapRecord(proposal=proposal)
    record.swaps = json.loads(zlib.decompress(packed))
    return record


def keep_approvals(before: MatchingRun, run: MatchingRun) -> None:
    """Of matches that stay, and of circles in which the same people sit."""
    approvals = {
        approval.proposal_id: approval
        for approval in Approval.objects.filter(proposal__run=before).order_by("pk")
    }
    approved = {
        same: approvals[proposal.pk]
        for same, proposal in _by_people(before).items()
        if proposal.pk in approvals
    }
    Approval.objects.bulk_create(
        Approval(proposal=proposal, by_id=approved[same].by_id, at=approved[same].at)
        for same, proposal in _by_people(run).items()
        if same in approved and not hasattr(proposal, "approval")
    )


def _by_people(run: MatchingRun) -> dict[tuple[int, int, str, frozenset[int]], Proposal]:
    """Mentee, mentor, role, and everybody in the circle, if it is one."""
    proposals = list(run.proposals.select_related("approval").order_by("pk"))
    circles: dict[int | None, set[int]] = {}
    for proposal in proposals:
        if proposal.circle is not None:
            circles.setdefault(proposal.circle, set()).update(
                (proposal.mentee_id, proposal.mentor_id)
            )
    return {
        (
            proposal.mentee_id,
            proposal.mentor_id,
            proposal.role,
            frozenset(circles.get(proposal.circle, ())),
        ): proposal
        for proposal in proposals
    }
