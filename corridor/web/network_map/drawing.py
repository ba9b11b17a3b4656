"""The map as a picture: people on the left, needs on the right, a line for each help."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corridor.mentoring.map_words import Need

if TYPE_CHECKING:
    from corridor.mentoring.queries import NetworkMap

ROW, TOP = 26, 16
LEFT, RIGHT = 150, 250
LONGEST_LABEL = 22


@dataclass(frozen=True, kw_only=True)
class Label:
    words: str
    y: int
    is_gap: bool = False


@dataclass(frozen=True, kw_only=True)
class Tie:
    starts: int
    ends: int
    strength: int


@dataclass(frozen=True, kw_only=True)
class Picture:
    height: int
    people: Sequence[Label]
    needs: Sequence[Label]
    ties: Sequence[Tie]


def picture(found: "NetworkMap") -> Picture:
    y_of_needs = {need: TOP + ROW * row for row, need in enumerate(Need)}
    ties = [
        Tie(
            starts=TOP + ROW * row,
            ends=y_of_needs[need],
            strength=one.developer.strength or 1,
        )
        for row, one in enumerate(found.people)
        for need in one.needs
    ]
    return Picture(
        height=TOP + ROW * max(len(found.people), len(Need)),
        people=[
            Label(words=_short(one.name), y=TOP + ROW * row) for row, one in enumerate(found.people)
        ],
        needs=[
            Label(words=str(need.label), y=y, is_gap=not found.helped[need])
            for need, y in y_of_needs.items()
        ],
        ties=ties,
    )


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"
