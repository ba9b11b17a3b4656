"""From scored pairs and a director's rules to results: the run in the middle."""

from collections.abc import Iterator

import numpy as np
from django.utils.translation import gettext as _

from corridor.algorithms.matching.options import Options
from corridor.algorithms.matching.packing import TooLarge
from corridor.algorithms.matching.prescored import PairRules, match_scored_pairs
from corridor.programmes.files.matching import Heading
from corridor.programmes.files.scored_results import ScoredResults
from corridor.programmes.intake.problems import Notes, rejected
from corridor.programmes.intake.scored_pairs import ScoredPairs
from corridor.programmes.intake.scored_rules import ScoredRules, flags_of

DECIMALS_OF_POINTS = 4
"""Load and cost of change are given in points, ten thousand to a fit of 1."""


def match_scored(
    pairs: ScoredPairs,
    rules: ScoredRules,
    options: Options,
    *,
    heading: Heading,
    notes: Notes,
) -> ScoredResults:
    """With as many decimals as exact arithmetic can hold; fewer than written are warned of.

    Raises InputRejected where not even coarse numbers can be held.
    """
    written = pairs.written.decimals
    for scaled in _ever_coarser(pairs, rules, options):
        try:
            results = _match(scaled, rules, options, heading)
        except TooLarge:
            continue
        if not scaled.is_exact:
            text = _(
                "Fits with %(written)d decimals are too fine for exact arithmetic here:"
                " they were rounded to %(n)d."
            )
            notes.warn(pairs.file, text % {"written": written, "n": scaled.decimals})
        return results
    raise rejected(pairs.file, _("There are too many pairs for exact arithmetic."))


def _ever_coarser(
    pairs: ScoredPairs, rules: ScoredRules, options: Options
) -> Iterator[ScoredPairs]:
    has_points = bool(options.load_weight or (options.change_cost and rules.existing))
    least = DECIMALS_OF_POINTS if has_points else 0
    for decimals in range(max(least, pairs.decimals), least - 1, -1):
        yield pairs if decimals == pairs.decimals else pairs.with_decimals(decimals)


def _match(
    pairs: ScoredPairs, rules: ScoredRules, options: Options, heading: Heading
) -> ScoredResults:
    """Raises TooLarge."""
    order = np.lexsort((pairs.mentor_of, pairs.mentee_of))
    counts = np.bincount(pairs.mentee_of, minlength=len(pairs.mentees))
    start = np.concatenate(([0], np.cumsum(counts))).astype(np.int64)
    mentor = np.ascontiguousarray(pairs.mentor_of[order])
    waited = [rules.waited.get(one, 0) for one in pairs.mentees]
    assignment, certificate = match_scored_pairs(
        start=start,
        mentor=mentor,
        fit=pairs.fit[order],
        fit_scale=pairs.scale,
        capacity=pairs.capacity,
        load_weight=options.load_weight,
        seed=options.seed,
        mentee_ids=pairs.mentees,
        mentor_ids=pairs.mentors,
        rules=PairRules(
            barred=flags_of(pairs, frozenset(rules.forbids))[order],
            pinned=flags_of(pairs, rules.pins)[order],
            existing=flags_of(pairs, rules.existing)[order],
            waited=np.array(waited, dtype=np.int64),
            change_cost=options.change_cost,
            places_per_mentor=options.places_per_mentor,
            places=options.places,
        ),
    )
    return ScoredResults(
        pairs=pairs,
        order=order,
        start=start,
        mentor=mentor,
        given=assignment.mentor,
        certificate=certificate,
        rules=rules,
        options=options,
        title=heading.title or _("Matches"),
        made_on=heading.made_on,
        folder=heading.folder,
    )
