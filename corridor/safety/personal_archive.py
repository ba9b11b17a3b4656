"""What safety holds about one person, for her own archive."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.people.higher_contexts import HigherContext, Section
from corridor.safety.choices import Reason
from corridor.safety.models import Flag

if TYPE_CHECKING:
    from corridor.people.models import Profile

FLAGGED = "What others say of her in confidence; she learns what was decided, never who flagged."


def archive(profile: "Profile") -> Sequence[Section]:
    return [_flags(profile)]


def _flags(profile: "Profile") -> Section:
    rows = Flag.objects.filter(by=profile).order_by("pk")
    return Section(
        key="flags",
        title=_("What you flagged"),
        rows=[
            {
                "at": one.at,
                "reason": one.reason,
                "words": one.said["words"],
                "post": one.case.post_number or None,
                "heard_at": one.heard_at,
            }
            for one in rows.select_related("case")
        ],
        labels={
            "at": _("When"),
            "reason": _("Reason"),
            "words": _("Words"),
            "post": _("Post"),
            "heard_at": _("When you were told what came of it"),
        },
        choices={"reason": dict(Reason.choices)},
    )


def forget(profile: "Profile", handle: str) -> None:
    """Her name goes with the profile; what was flagged stays until its time is over."""
    del handle
    Flag.objects.filter(by=profile).update(by=None)


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=lambda _profile: frozenset(),
    forget=forget,
    holds={"safety.Flag.by": "flags"},
    excuses={"safety.Case.about": FLAGGED},
)
