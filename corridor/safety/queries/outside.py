"""What somebody without an account flagged, by the link in her mail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from corridor.safety import outside_links
from corridor.safety.choices import Measure
from corridor.safety.models import Case, OutsideFlag


@dataclass(frozen=True, kw_only=True)
class SentFlag:
    outside: OutsideFlag
    url: str
    words: str
    due_at: datetime | None
    is_acted_on: bool
    """Once it was looked at."""


def outside_flag_of_link(token: str) -> SentFlag | None:
    try:
        number = outside_links.outside_of(token)
    except outside_links.LinkOver:
        return None
    rows = OutsideFlag.objects.select_related("flag__case")
    outside = rows.filter(pk=number).first()
    if outside is None:
        return None
    case = outside.flag.case if outside.flag else None
    acted = case is not None and case.decisions.exclude(measure=Measure.NOTHING).exists()
    return SentFlag(
        outside=outside,
        url=outside.said["url"],
        words=outside.said["words"],
        due_at=case.due_at if case else None,
        is_acted_on=acted,
    )


def outside_flags(case: Case) -> Mapping[int, OutsideFlag]:
    """By flag: those of a case that came from people without an account."""
    rows = OutsideFlag.objects.filter(flag__case=case).order_by("pk")
    return {one.flag_id: one for one in rows if one.flag_id is not None}
