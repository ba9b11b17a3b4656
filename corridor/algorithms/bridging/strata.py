"""Groups that raters are known to belong to: both sides are more than what the model calls so."""

from collections import Counter
from collections.abc import Iterable, Mapping

from corridor.algorithms.bridging.standing import Reason, Side, reason

Strata = Mapping[str, Mapping[str, str]]
"""Column -> rater -> group."""
LARGE = 5
"""Raters from whom on a group is asked for."""
LEAST_AGAINST = 2


class Groups:
    """Those columns in which at least two groups of raters are large."""

    def __init__(self, strata: Strata, raters: Iterable[str]) -> None:
        raters = list(raters)
        self._columns = [
            group_of
            for _, group_of in sorted(strata.items())
            if len(_large(group_of[one] for one in raters if one in group_of)) > 1
        ]

    def objections(self, given: Mapping[str, float]) -> list[Reason]:
        return [one for group_of in self._columns for one in _objections(given, group_of)]


def _objections(given: Mapping[str, float], group_of: Mapping[str, str]) -> list[Reason]:
    by_group: dict[str, list[float]] = {}
    for rater, value in given.items():
        if rater in group_of:
            by_group.setdefault(group_of[rater], []).append(value)
    sides = {group: Side.of(values) for group, values in sorted(by_group.items())}
    helped = [group for group, side in sides.items() if side.helpful]
    return [
        *([reason("one_group", group=helped[0])] if len(helped) == 1 else []),
        *(
            reason("group_against", group=group, helpful=of.helpful, not_helpful=of.not_helpful)
            for group, of in sides.items()
            if of.raters >= LARGE and of.net <= -LEAST_AGAINST
        ),
    ]


def _large(groups: Iterable[str]) -> list[str]:
    return [group for group, raters in Counter(groups).items() if raters >= LARGE]
