"""What she tells of an incident: nothing has to be filled in but what happened."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from corridor.incidents.choices import Step

LONGEST_WORDS = 5000
LONGEST_LINE = 200


class SayWhatHappened(Exception):
    """An empty file helps nobody."""


class WordsTooLong(Exception):
    """Longer than what it is said in has room for."""


@dataclass(frozen=True, kw_only=True)
class Told:
    what_happened: str
    title: str = ""
    began_on: str = ""
    """ISO date, or empty."""
    where: str = ""
    what_is_false: str = ""
    what_i_want: str = ""
    is_threatened: bool = False
    steps: Mapping[str, str] = field(default_factory=dict)
    """Step -> when it was done, ISO."""
    closing: str = ""

    def as_document(self) -> dict[str, Any]:
        return asdict(self)

    def stepped(self, step: Step, *, at: str | None) -> "Told":
        """`at` None: it is to be done after all."""
        others = {code: when for code, when in self.steps.items() if code != step}
        return replace(self, steps=others | ({str(step): at} if at else {}))


def check(told: Told) -> None:
    """Raises SayWhatHappened or WordsTooLong."""
    if not told.what_happened.strip():
        raise SayWhatHappened
    longs = (told.what_happened, told.what_is_false, told.what_i_want, told.closing)
    if (
        max(map(len, longs)) > LONGEST_WORDS
        or max(map(len, (told.title, told.where))) > LONGEST_LINE
    ):
        raise WordsTooLong


def told_of(document: Mapping[str, Any]) -> Told:
    return Told(**document)
