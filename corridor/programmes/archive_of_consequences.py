"""What a programme counted of somebody, what followed, and her appeals: for her own archive."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.people.higher_contexts import Section
from corridor.programmes.models import Appeal, Consequence, ConsequenceMove, Counted
from corridor.programmes.words_of_consequences import APPEALS, MOVES

if TYPE_CHECKING:
    from corridor.people.models import Profile


def consequences(profile: "Profile") -> Sequence[Section]:
    return [_counted(profile), _moves(profile), _appeals(profile)]


def _counted(profile: "Profile") -> Section:
    rows = Counted.objects.filter(profile=profile).select_related("programme")
    return Section(
        key="counted",
        title=_("What programmes counted: meetings and answers that fell through"),
        rows=[
            {
                "programme": one.programme.name,
                "kind": one.kind,
                "happened_at": one.happened_at,
                "ended_at": one.ended_at,
            }
            for one in rows.order_by("counts_from", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "kind": _("What"),
            "happened_at": _("When"),
            "ended_at": _("Counts no more since"),
        },
        choices={"kind": dict(Counted.Kind.choices)},
    )


def _moves(profile: "Profile") -> Section:
    rows = ConsequenceMove.objects.filter(consequence__profile=profile)
    return Section(
        key="consequences",
        title=_("What followed in programmes"),
        rows=[
            {
                "programme": one.consequence.programme.name,
                "move": one.name,
                "at": one.at,
                "reason": one.reason,
            }
            for one in rows.select_related("consequence__programme").order_by("at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "move": _("What followed"),
            "at": _("When"),
            "reason": _("Why"),
        },
        choices={"move": MOVES},
    )


def _appeals(profile: "Profile") -> Section:
    rows = Appeal.objects.filter(consequence__profile=profile)
    return Section(
        key="conduct_appeals",
        title=_("Your appeals in programmes"),
        rows=[
            {
                "programme": one.consequence.programme.name,
                "at": one.at,
                "state": one.state,
                "decided_at": one.decided_at,
                **one.words,
            }
            for one in rows.select_related("consequence__programme").order_by("at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "at": _("When"),
            "state": _("State"),
            "decided_at": _("Decided"),
            "appeal": _("What you said"),
            "answer": _("Answer"),
        },
        choices={"state": APPEALS},
    )


def forget_consequences(profile: "Profile") -> None:
    """What she decided about others stays, without her name."""
    Counted.objects.filter(profile=profile).delete()
    Counted.objects.filter(other=profile).update(other=None)
    Consequence.objects.filter(profile=profile).delete()
    Consequence.objects.filter(by=profile).update(by=None)
    ConsequenceMove.objects.filter(by=profile).update(by=None)
    Appeal.objects.filter(decided_by=profile).update(decided_by=None)
