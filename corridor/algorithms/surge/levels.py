"""What counts of the last six hours mean: nothing, a notice, an offered shield, or moderators.

The formula and its numbers are on docs/algorithms/surge.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum

from corridor.algorithms.surge.tails import surprise

NOTICED, OFFERED = 5, 8
"""Strangers from whom a notice is given, and a shield offered."""
NOTICED_SURPRISE, OFFERED_SURPRISE = 3.0, 4.0
HOSTILE_SHARE, NEW_SHARE = 0.08, 0.06
"""Of harmless strangers: read as hostile by mistake, and less than 30 days old."""
HARMFUL_SURPRISE = 3.0
"""Of both shares together; none is told as a reason below `TELLING_SURPRISE`."""
TELLING_SURPRISE = 1.0
FLAGGERS = 2
CROWD = 40
ONE_SOURCE_PERCENT = 60


class Level(IntEnum):
    QUIET = 0
    NOTICE = 1
    SHIELD = 2
    MODERATORS = 3


@dataclass(frozen=True, kw_only=True)
class Counts:
    """Different accounts of the last six hours; a *stranger* had no tie with her before."""

    strangers: int = 0
    new: int = 0
    """Strangers whose account, or server, is known for less than 30 days."""
    hostile: int = 0
    """Strangers of whom a text was taken for hostile."""
    threatening: int = 0
    """Strangers who threatened her or told where she lives."""
    flaggers: int = 0
    """Whoever flagged her, or what strangers wrote to her."""
    of_one_post: int = 0
    """Strangers who came by the quote that brought most of them."""
    of_one_server: int = 0
    """Strangers of the other server that most of them are from."""


@dataclass(frozen=True, kw_only=True)
class Reason:
    code: str
    words: str
    """A sentence with places for the values; pages translate it."""
    values: Mapping[str, int | float] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.words % self.values


@dataclass(frozen=True, kw_only=True)
class Surge:
    level: Level
    reasons: tuple[Reason, ...] = ()


WORDS = {
    "unusual": "%(strangers)d accounts without an earlier tie wrote within six hours; "
    "up to %(usual).1f are usual.",
    "hostile": "Texts of %(hostile)d of these accounts read as hostile.",
    "flagged": "%(flaggers)d people flagged it.",
    "new": "%(new)d of these accounts are less than 30 days old, or from servers that are.",
    "threat": "%(threatening)d of these accounts threaten, or tell where to find somebody.",
    "crowd": "There are %(strangers)d of them.",
    "one_post": "%(percent)d %% of these accounts came by one quote.",
    "one_server": "%(percent)d %% of these accounts are from one server.",
}


def weigh(counts: Counts, *, usual: float) -> Surge:
    """``usual``: strangers that six hours usually bring, as ``Usual.of_window`` says."""
    strangers, unlikely = counts.strangers, surprise(counts.strangers, usual)
    if strangers < NOTICED or unlikely < NOTICED_SURPRISE:
        return Surge(level=Level.QUIET)
    noticed = _reason("unusual", strangers=strangers, usual=usual)
    harmful = _harmful(counts)
    if strangers < OFFERED or unlikely < OFFERED_SURPRISE or not harmful:
        return Surge(level=Level.NOTICE, reasons=(noticed,))
    grave = _grave(counts)
    level = Level.MODERATORS if grave else Level.SHIELD
    return Surge(level=level, reasons=(noticed, *harmful, *grave))


def _harmful(counts: Counts) -> tuple[Reason, ...]:
    """What tells an attack from applause."""
    hostile = surprise(counts.hostile, counts.strangers * HOSTILE_SHARE)
    new = surprise(counts.new, counts.strangers * NEW_SHARE)
    is_flagged = counts.flaggers >= FLAGGERS
    if not is_flagged and hostile + new < HARMFUL_SURPRISE:
        return ()
    return (
        *([_reason("hostile", hostile=counts.hostile)] if hostile >= TELLING_SURPRISE else ()),
        *([_reason("flagged", flaggers=counts.flaggers)] if is_flagged else ()),
        *([_reason("new", new=counts.new)] if new >= TELLING_SURPRISE else ()),
    )


def _grave(counts: Counts) -> tuple[Reason, ...]:
    strangers = counts.strangers
    of_post, of_server = (
        100 * source // strangers for source in (counts.of_one_post, counts.of_one_server)
    )
    return (
        *([_reason("threat", threatening=counts.threatening)] if counts.threatening else ()),
        *([_reason("crowd", strangers=strangers)] if strangers >= CROWD else ()),
        *([_reason("one_post", percent=of_post)] if of_post >= ONE_SOURCE_PERCENT else ()),
        *([_reason("one_server", percent=of_server)] if of_server >= ONE_SOURCE_PERCENT else ()),
    )


def _reason(code: str, **values: float) -> Reason:
    return Reason(code=code, words=WORDS[code], values=values)
