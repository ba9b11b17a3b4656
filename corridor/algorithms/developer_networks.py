"""Measures of a network of people who help somebody, after Higgins & Kram 2001.

Academy of Management Review 26(2): a developmental network is described by how many people are in
it, from how many arenas they come (school, work, family ...), how strong the ties are, and how
many of these people know each other. None of them is a mark: a small, dense network may suit.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean


@dataclass(frozen=True, kw_only=True)
class Developer:
    """Somebody who helps."""

    key: str
    arena: str = ""
    """Empty where it was not said."""
    strength: int | None = None
    """1, now and then, to 3, close."""
    needs: frozenset[str] = frozenset()
    knows: frozenset[str] = frozenset()
    """Keys of others in the network."""


@dataclass(frozen=True, kw_only=True)
class Measures:
    size: int
    arenas: int
    strength: float | None
    """The mean of those of whom it was said."""
    density: float | None
    """Ties there are, of those there could be: 2t / n(n - 1). None where nothing was said of who
    knows whom, or there are fewer than two people."""


def measures(developers: Sequence[Developer], *, is_said_who_knows: bool) -> Measures:
    size = len(developers)
    strengths = [one.strength for one in developers if one.strength is not None]
    return Measures(
        size=size,
        arenas=len({one.arena for one in developers if one.arena}),
        strength=fmean(strengths) if strengths else None,
        density=_density(developers) if is_said_who_knows and size > 1 else None,
    )


def covered(
    developers: Sequence[Developer], needs: Collection[str]
) -> Mapping[str, tuple[str, ...]]:
    """Need -> keys of those who help with it, in their order; none is a gap."""
    return {need: tuple(one.key for one in developers if need in one.needs) for need in needs}


def _density(developers: Sequence[Developer]) -> float:
    keys = {one.key for one in developers}
    ties = {
        frozenset((one.key, other))
        for one in developers
        for other in one.knows & keys
        if other != one.key
    }
    return 2 * len(ties) / (len(keys) * (len(keys) - 1))
