"""The parts of an individual development plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

LONGEST_PART = 4000


@dataclass(frozen=True, kw_only=True)
class Part:
    label: "StrPromise"
    asks: "StrPromise"


PARTS: Mapping[str, Part] = {
    "strengths": Part(
        label=_("What I am good at"), asks=_("Skills, knowledge, what others come to you for.")
    ),
    "growth": Part(
        label=_("What I want to learn"), asks=_("Be as honest as you like: only you read it.")
    ),
    "values": Part(
        label=_("What matters to me"), asks=_("Work, people, places, and what is beside work.")
    ),
    "long": Part(label=_("In five years"), asks=_("Where would you like to be?")),
    "short": Part(
        label=_("In the next twelve months"), asks=_("Two or three things that lead there.")
    ),
    "actions": Part(
        label=_("What I do for it"), asks=_("Steps, by when, and whose help you need.")
    ),
    "review": Part(
        label=_("What came of it"), asks=_("When you look back: what was done, what changed.")
    ),
}
REVISED_EVERY_MONTHS = 12
