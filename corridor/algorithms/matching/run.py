"""A whole matching run: from people and options to matches, reasons, figures and a proof."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from corridor.algorithms.matching import certificate
from corridor.algorithms.matching.candidates import find_candidates
from corridor.algorithms.matching.conflicts import refuse_impossible
from corridor.algorithms.matching.explanations import Explainer
from corridor.algorithms.matching.fairness import Audit, audit_groups, fairness
from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.outcome import GroupAudit, Match, Outcome, Proof, Stability
from corridor.algorithms.matching.people import Mentee, Mentor
from corridor.algorithms.matching.progress import Progress
from corridor.algorithms.matching.run_circles import Told, match_in_circles
from corridor.algorithms.matching.run_explore import what_ifs_of, without_experience
from corridor.algorithms.matching.run_market import People, gather, with_named_pairs
from corridor.algorithms.matching.run_pricing import Completed, complete
from corridor.algorithms.matching.run_report import (
    loads_of,
    matches_of,
    nearest_of,
    unmatched_of,
)
from corridor.algorithms.matching.run_requests import in_canonical_order
from corridor.algorithms.matching.run_solve import Solved, solve
from corridor.algorithms.matching.run_stability import stability_of
from corridor.algorithms.matching.run_standings import rests_on
from corridor.algorithms.matching.what_if import Session

NOT_STABLE = Stability(
    blocking_pairs=0,
    noticeable_pairs=0,
    examples=(),
    stable_matched=0,
    stable_mean_fit=0,
    stable_mentor_of={},
)
"""Circles are not asked whether two people would rather have each other."""


@dataclass(frozen=True, kw_only=True)
class Result:
    outcome: Outcome
    session: Session | None
    """Answers what-ifs on this run, as long as the process lives; None for circles."""

    @cached_property
    def certificate(self) -> dict[str, Any]:
        """What ``certificate.check`` verifies without trusting the engine; empty for circles."""
        return {} if self.session is None else _document(self.session.solved)


def match_people(  # noqa: PLR0913 - the face of the engine, all by keyword
    *,
    mentees: Sequence[Mentee],
    mentors: Sequence[Mentor],
    options: Options,
    audit: Audit | None = None,
    explore: bool = True,
    progress: Progress | None = None,
) -> Result:
    """The best set of matches under ``options``. Raises ImpossibleSettings.

    The order of the people makes no difference, and ``audit`` none to who is matched. With
    ``explore``, the whole run is repeated with each main setting changed.
    """
    refuse_impossible(mentees, mentors, options)
    tell = progress or _silently
    people = gather(
        in_canonical_order(mentees, options.seed),
        in_canonical_order(mentors, options.seed),
        options,
    )
    candidates = with_named_pairs(
        people, find_candidates(people.mentees, people.mentors, options, progress=tell)
    )
    if options.circles is not None:
        return _circles_told(match_in_circles(people, candidates, options.circles), people, audit)
    tell("solving", 0.0)
    completed = complete(solve(people, candidates), progress=tell)
    return _told(completed, audit, explore=explore, tell=tell)


def _silently(_step: str, _done: float) -> None:
    """Nobody asked how far it is."""


def _told(completed: Completed, audit: Audit | None, *, explore: bool, tell: Progress) -> Result:
    solved = completed.solved
    session = Session(solved)
    tell("explaining", 0.0)
    explainer = Explainer(solved)
    matches = matches_of(solved)
    loads = loads_of(solved, matches, explainer)
    tell("comparing", 0.0)
    outcome = Outcome(
        matches=matches,
        unmatched=unmatched_of(solved, nearest_of(solved, session), explainer),
        loads=loads,
        circles=(),
        stability=stability_of(solved),
        fairness=fairness(
            matches,
            loads,
            audits=_audits(audit, solved.people, matches),
            without_experience=without_experience(solved) if explore else None,
        ),
        what_ifs=what_ifs_of(solved, progress=tell) if explore else (),
        proof=_proof(completed),
        seed=solved.people.options.seed,
        pairs_considered=len(solved.market.mentor),
        rests_on=rests_on(solved),
    )
    return Result(outcome=outcome, session=session)


def _proof(completed: Completed) -> Proof:
    """With what is left open, in requests or else in points."""
    solved = completed.solved
    proof = certificate.certify(
        solved.market, solved.assignment, over_all_pairs=completed.over_all_pairs
    )
    scale, gap = solved.priced.scale, proof.bound - proof.value
    left = int((solved.pair < 0).sum())
    more = min(left, gap // scale.tier_unit)
    return replace(proof, requests_open=more, points_open=0 if more else gap // scale.unit)


def _circles_told(told: Told, people: People, audit: Audit | None) -> Result:
    outcome = Outcome(
        matches=told.matches,
        unmatched=told.unmatched,
        loads=told.loads,
        circles=told.circles,
        stability=NOT_STABLE,
        fairness=fairness(told.matches, told.loads, audits=_audits(audit, people, told.matches)),
        what_ifs=(),
        proof=told.proof,
        seed=people.options.seed,
        pairs_considered=told.pairs,
        rests_on=told.rests_on,
    )
    return Result(outcome=outcome, session=None)


def _audits(
    audit: Audit | None, people: People, matches: Sequence[Match]
) -> tuple[GroupAudit, ...]:
    mentees = [people.mentees[row].id for row in sorted(set(people.requests.mentee.tolist()))]
    return audit_groups(audit or {}, mentees, matches)


def _document(solved: Solved) -> dict[str, Any]:
    requests = [
        {"mentee": solved.mentee(row).id, "role": str(solved.role(row))}
        for row in range(solved.market.rows)
    ]
    scale = solved.priced.scale
    return certificate.document(
        solved.market,
        solved.assignment,
        requests=requests,
        mentors=[mentor.id for mentor in solved.people.mentors],
        scale={"unit": scale.unit, "tier_unit": scale.tier_unit},
    )
