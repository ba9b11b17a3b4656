"""What somebody flagged, for herself."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from corridor.safety.choices import Measure
from corridor.safety.models import Flag

SHOWN = 100


@dataclass(frozen=True, kw_only=True)
class OwnFlag:
    flag: Flag
    words: str
    rules: tuple[str, ...]
    about: str
    """Handle of the person, or of the author of the post; empty once she left."""
    first_words: str
    """Of the post, as it was when it was flagged first."""
    is_acted_on: bool
    """Once it was looked at."""


def own_flags(viewer_id: int) -> list[OwnFlag]:
    """Newest first."""
    rows = Flag.objects.filter(by=viewer_id).order_by("-at", "-pk")
    return _read(
        rows.select_related("case__about").prefetch_related("case__evidence", "case__decisions")[
            :SHOWN
        ]
    )


def own_flag(flag_id: int, *, viewer_id: int) -> OwnFlag | None:
    rows = Flag.objects.filter(pk=flag_id, by=viewer_id)
    found = _read(
        rows.select_related("case__about").prefetch_related("case__evidence", "case__decisions")
    )
    return found[0] if found else None


def _read(flags: Iterable[Flag]) -> list[OwnFlag]:
    return [_one(flag) for flag in flags]


def _one(flag: Flag) -> OwnFlag:
    said: dict[str, Any] = flag.said
    first = next(iter(flag.case.evidence.all()), None)
    about = flag.case.about
    return OwnFlag(
        flag=flag,
        words=said["words"],
        rules=tuple(said["rules"]),
        about=about.handle if about else "",
        is_acted_on=any(one.measure != Measure.NOTHING for one in flag.case.decisions.all()),
        first_words=first.kept["text"] if first and flag.case.is_about_a_post else "",
    )
