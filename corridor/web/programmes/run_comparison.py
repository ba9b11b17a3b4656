"""What changed from one run to the next, and what was decided in between."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from corridor.algorithms.matching.outcome import Match, Outcome
from corridor.programmes import queries
from corridor.programmes.documents import from_document
from corridor.programmes.wording import points, role_name

if TYPE_CHECKING:
    from corridor.programmes.models import MatchingRun, Override


class Change(NamedTuple):
    mentee: str
    role: str
    was: str
    """Empty where there was nobody."""
    fit_was: str
    becomes: str
    fit_becomes: str


class RunComparison(NamedTuple):
    run: "MatchingRun"
    before: "MatchingRun"
    matched: int
    matched_before: int
    mean_fit: str
    mean_fit_before: str
    changes: Sequence[Change]
    decisions: Sequence["Override"]
    """Swaps and partings between the two runs: approvals and notes move nobody."""


def comparison_of(run: "MatchingRun", before: "MatchingRun") -> RunComparison:
    first, last = sorted((run.number, before.number))
    now = from_document(Outcome, run.record.outcome)
    then = from_document(Outcome, before.record.outcome)
    names = {
        application.profile.handle: application.profile.display_name
        for application in queries.applications(run.round)
    }
    return RunComparison(
        run=run,
        before=before,
        matched=len(now.matches),
        matched_before=len(then.matches),
        mean_fit=_mean_fit(now),
        mean_fit_before=_mean_fit(then),
        changes=_changes(now, then, names),
        decisions=[
            override
            for override in queries.deciding(run.round)
            if first <= override.run.number < last and override.kind in {"swap", "forbid"}
        ],
    )


def _mean_fit(outcome: Outcome) -> str:
    fits = [match.fit for match in outcome.matches]
    return points(sum(fits) // len(fits)) if fits else ""


def _changes(now: Outcome, then: Outcome, names: Mapping[str, str]) -> list[Change]:
    matches, earlier = _by_request(now), _by_request(then)
    return [
        Change(
            mentee=names[mentee],
            role=role_name(role),
            was=names[was.mentor] if was else "",
            fit_was=points(was.fit) if was else "",
            becomes=names[becomes.mentor] if becomes else "",
            fit_becomes=points(becomes.fit) if becomes else "",
        )
        for mentee, role, at in sorted(matches.keys() | earlier.keys())
        if _mentor(was := earlier.get((mentee, role, at)))
        != _mentor(becomes := matches.get((mentee, role, at)))
    ]


def _by_request(outcome: Outcome) -> dict[tuple[str, str, int], Match]:
    """Several mentors in one role are told apart by their order, those in both runs first."""
    found: dict[tuple[str, str, int], Match] = {}
    number: Counter[tuple[str, str]] = Counter()
    for match in outcome.matches:
        request = match.mentee, match.role.value
        found[*request, number[request]] = match
        number[request] += 1
    return found


def _mentor(match: Match | None) -> str:
    return match.mentor if match else ""
