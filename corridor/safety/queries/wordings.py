"""Wordings as moderators keep them, the newest version of each, besides those given."""

from collections.abc import Sequence
from dataclasses import dataclass

from corridor.safety.given_wordings import GIVEN
from corridor.safety.models import Wording

SHOWN = 200


@dataclass(frozen=True, kw_only=True)
class CurrentWording:
    code: str
    version: int
    """0: as it was given."""
    title: str
    text: str
    is_offered: bool

    @property
    def named(self) -> str:
        """For the log."""
        return f"{self.code} {self.version}"


def wordings() -> Sequence[CurrentWording]:
    """By title; also those that are not offered any more."""
    newest = {
        code: CurrentWording(
            code=code, version=0, title=str(title), text=str(text), is_offered=True
        )
        for code, (title, text) in GIVEN.items()
    }
    for one in Wording.objects.order_by("code", "version"):
        newest[one.code] = CurrentWording(
            code=one.code,
            version=one.version,
            title=one.title,
            text=one.text,
            is_offered=one.is_offered,
        )
    return sorted(newest.values(), key=lambda one: (one.title.casefold(), one.code))


def wording(code: str) -> CurrentWording | None:
    return next((one for one in wordings() if one.code == code), None)


def versions_of(code: str) -> Sequence[Wording]:
    """Newest first."""
    rows = Wording.objects.filter(code=code).select_related("by")
    return list(rows.order_by("-version")[:SHOWN])
