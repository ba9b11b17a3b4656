"""How groups fared, how load is spread: read after a run is decided, by nothing that decides.

Audit values are what people said of themselves for this purpose alone. They come here and go
nowhere else; no module that scores or solves imports this one. See docs/algorithms/fairness.md.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from corridor.algorithms.matching.figures import (
    fisher_exact_p,
    gini,
    rate_ratio,
    wilson_interval,
)
from corridor.algorithms.matching.outcome import Coverage, Fairness, GroupAudit, Load, Match

Audit = Mapping[str, Mapping[str, str]]
"""Column -> person -> value; whoever did not say is left out or has an empty value."""

SMALLEST_SHOWN = 11
"""People a group needs to be shown (CMS cell suppression: cells of 1 to 10 stay hidden)."""

NOT_SAID = ""


@dataclass(frozen=True, kw_only=True)
class _Group:
    name: str
    people: int
    fits: tuple[int, ...]
    """Of the mentees who were matched, their mean fit each."""

    @property
    def matched(self) -> int:
        return len(self.fits)

    @property
    def rate(self) -> float:
        return self.matched / self.people

    @property
    def unmatched(self) -> int:
        return self.people - self.matched


def fairness(
    matches: Sequence[Match],
    loads: Sequence[Load],
    *,
    audits: tuple[GroupAudit, ...] = (),
    without_experience: Mapping[str, int] | None = None,
) -> Fairness:
    carried = {load.mentor: load.carried + load.given for load in loads}
    busiest = max(loads, key=lambda load: (carried[load.mentor], load.mentor), default=None)
    return Fairness(
        max_load=max(carried.values(), default=0),
        median_load=float(median(carried.values())) if carried else 0.0,
        gini=load_gini(loads),
        experience_share=_share(match.by_experience for match in matches),
        busiest=busiest.mentor if busiest and carried[busiest.mentor] else None,
        audits=audits,
        without_experience=without_experience or {},
    )


def load_gini(loads: Iterable[Load]) -> float:
    """Of load over capacity, those already carried included, among mentors with capacity."""
    return gini([(load.carried + load.given) / load.capacity for load in loads if load.capacity])


def audit_groups(
    audit: Audit,
    mentees: Iterable[str],
    matches: Iterable[Match],
    *,
    smallest_shown: int = SMALLEST_SHOWN,
) -> tuple[GroupAudit, ...]:
    """Coverage and fit of the mentees by the values of each column, small groups hidden."""
    mentees = tuple(mentees)
    fits = _mean_fits(matches)
    return tuple(
        _audit_column(column, _groups(values, mentees, fits), smallest_shown)
        for column, values in sorted(audit.items())
    )


def _share(facts: Iterable[bool]) -> float:
    facts = tuple(facts)
    return sum(facts) / len(facts) if facts else 0.0


def _mean_fits(matches: Iterable[Match]) -> dict[str, int]:
    fits: dict[str, list[int]] = {}
    for match in matches:
        fits.setdefault(match.mentee, []).append(match.fit)
    return {mentee: sum(hers) // len(hers) for mentee, hers in fits.items()}


def _groups(
    values: Mapping[str, str], mentees: Iterable[str], fits: Mapping[str, int]
) -> list[_Group]:
    members: dict[str, list[str]] = {}
    for mentee in mentees:
        members.setdefault(values.get(mentee, NOT_SAID), []).append(mentee)
    return [
        _Group(name=name, people=len(ids), fits=tuple(fits[one] for one in ids if one in fits))
        for name, ids in sorted(members.items())
    ]


def _audit_column(column: str, groups: Sequence[_Group], smallest_shown: int) -> GroupAudit:
    hidden = _hidden(groups, smallest_shown)
    ratio, exact_p = _compared(
        [group for group in groups if group.name not in hidden and group.name != NOT_SAID]
    )
    return GroupAudit(
        column=column,
        groups=tuple(_coverage(group, smallest_shown, hidden=hidden) for group in groups),
        ratio=ratio,
        exact_p=exact_p,
    )


def _hidden(groups: Sequence[_Group], smallest_shown: int) -> frozenset[str]:
    """Small groups, and the next smallest until the total no longer gives one of them away.

    Everybody is in exactly one group and the total is known, so one hidden group alone could be
    worked out, and a few hidden groups together must not be a small group themselves.
    """
    by_size = sorted(groups, key=lambda group: (group.people, group.name))
    small = sum(group.people < smallest_shown for group in by_size)
    count = small
    while 0 < count < len(by_size) and (
        count == 1 or sum(group.people for group in by_size[:count]) < smallest_shown
    ):
        count += 1
    return frozenset(group.name for group in by_size[:count])


def _coverage(group: _Group, smallest_shown: int, *, hidden: frozenset[str]) -> Coverage:
    if group.name in hidden:
        return Coverage(
            group=group.name,
            people=None,
            matched=None,
            rate_low=None,
            rate_high=None,
            mean_fit=None,
        )
    low, high = wilson_interval(group.matched, group.people)
    is_large_enough = group.matched >= max(1, smallest_shown)
    return Coverage(
        group=group.name,
        people=group.people,
        matched=group.matched,
        rate_low=low,
        rate_high=high,
        mean_fit=sum(group.fits) // group.matched if is_large_enough else None,
    )


def _compared(shown: Sequence[_Group]) -> tuple[float | None, float | None]:
    if len(shown) < 2:  # noqa: PLR2004 - a comparison takes two
        return None, None
    lowest = min(shown, key=lambda group: (group.rate, group.name))
    highest = max(shown, key=lambda group: (group.rate, group.name))
    table = ((lowest.matched, lowest.unmatched), (highest.matched, highest.unmatched))
    return rate_ratio(lowest.rate, highest.rate), fisher_exact_p(table)
