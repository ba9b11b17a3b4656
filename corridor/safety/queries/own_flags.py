"""What somebody flagged, for herself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.conf import settings

from corridor.safety.choices import Measure
from corridor.safety.models import Case, Flag, Unsealing

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
    names_shown: Sequence[Unsealing]
    """When a moderator saw that it is hers, and why."""


def own_flags(viewer_id: int) -> list[OwnFlag]:
    """Newest first."""
    rows = Flag.objects.filter(by=viewer_id).order_by("-at", "-pk")
    return _read(
        rows.select_related("case__about").prefetch_related(
            "case__evidence", "case__decisions", "unsealings"
        )[:SHOWN]
    )


def own_flag(flag_id: int, *, viewer_id: int) -> OwnFlag | None:
    rows = Flag.objects.filter(pk=flag_id, by=viewer_id)
    found = _read(
        rows.select_related("case__about").prefetch_related(
            "case__evidence", "case__decisions", "unsealings"
        )
    )
    return found[0] if found else None


@dataclass(frozen=True, kw_only=True)
class Flagged:
    """A post as it was when somebody flagged it."""

    handle: str
    name: str
    address: str
    words: str
    said_at: str
    seen_at: datetime


def flagged_by(flag_id: int, *, viewer_id: int) -> Flagged | None:
    """What she saw when she flagged it; None where it was no post, or none of her flags."""
    flag = Flag.objects.filter(pk=flag_id, by=viewer_id).select_related("case").first()
    if flag is None or not flag.case.is_about_a_post:
        return None
    seen = flag.case.evidence.filter(at__lte=flag.at).order_by("-at", "-pk").first()
    if seen is None:
        return None
    kept = seen.kept
    return Flagged(
        handle=kept["handle"],
        name=kept["name"],
        address=f"{settings.PUBLIC_URL}/@{kept['handle']}/{flag.case.post_number}/",
        words="\n\n".join(filter(None, [kept["content_note"], kept["text"], *kept["more"]])),
        said_at=kept["at"],
        seen_at=seen.at,
    )


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
        names_shown=[one for one in flag.unsealings.all() if one.is_granted and not one.of_asker],
        is_acted_on=any(one.measure != Measure.NOTHING for one in flag.case.decisions.all()),
        first_words=(first.kept["text"] if first and _is_about_words(flag.case) else ""),
    )


def _is_about_words(case: Case) -> bool:
    return case.is_about_a_post or case.is_about_a_question or case.is_about_an_answer
