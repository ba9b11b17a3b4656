"""Where a note stands, and why."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum

from corridor.algorithms.bridging.table import Answer


class Status(Enum):
    SHOWN = "shown"
    WAITING = "waiting"
    UNHELPFUL = "unhelpful"
    """To both sides."""
    SIGNED = "signed"
    """Too few people rate to tell: shown under the name of its author, without a score."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    code: str
    words: str
    """A sentence with places for the values; pages translate it."""
    values: Mapping[str, int | str] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.words % self.values


@dataclass(frozen=True, kw_only=True)
class Side:
    """Answers of those who stand on one side, or in one group."""

    helpful: int = 0
    somewhat: int = 0
    not_helpful: int = 0

    @classmethod
    def of(cls, values: Iterable[float]) -> "Side":
        said = Counter(Answer(value) for value in values)
        return cls(
            helpful=said[Answer.HELPFUL],
            somewhat=said[Answer.SOMEWHAT],
            not_helpful=said[Answer.NOT_HELPFUL],
        )

    @property
    def raters(self) -> int:
        return self.helpful + self.somewhat + self.not_helpful

    @property
    def net(self) -> int:
        return self.helpful - self.not_helpful


@dataclass(frozen=True, kw_only=True)
class Standing:
    note: str
    status: Status
    ratings: int
    """Answers that count."""
    score: float | None = None
    """What somebody between the sides would answer: about 0 to 1."""
    lean: float | None = None
    """How much nearer to 1 the answer of one side is than that of somebody between them."""
    sides: tuple[Side, Side] | None = None
    """The first is the one to which it is more helpful."""
    reasons: tuple[Reason, ...] = ()


WORDS = {
    "both_sides": "Helpful to %(first)d of %(first_raters)d on one side and "
    "%(second)d of %(second_raters)d on the other.",
    "disagree": "Helpful to people who disagree more often than others: on other notes they agree "
    "%(percent)d times of 100, people of one side %(alike)d times.",
    "pairs": "Helpful to people who usually disagree: %(pairs)d pairs of them.",
    "few_ratings": "The answers of %(ratings)d people count; it takes %(needed)d.",
    "one_side": "One side finds it helpful; of the other %(helpful)d do and %(not_helpful)d do "
    "not.",
    "neither_side": "Neither side finds it clearly helpful yet.",
    "one_group": "All who find it helpful are of one group: %(group)s.",
    "group_against": "Of the group %(group)s, %(helpful)d find it helpful and %(not_helpful)d do "
    "not.",
    "unhelpful": "Neither side finds it helpful.",
    "few_raters": "Fewer than %(needed)d people rate notes here, so notes have no scores.",
    "counted": "Of %(ratings)d members who rated it, %(helpful)d find it helpful and "
    "%(not_helpful)d do not.",
    "put_away": "Put away: of %(ratings)d members who rated it, %(not_helpful)d find it not "
    "helpful and %(helpful)d do.",
}


def reason(code: str, **values: int | str) -> Reason:
    return Reason(code=code, words=WORDS[code], values=values)
