"""What somebody accepted, and the concerns that she raised or heard, for her own archive."""

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.people.higher_contexts import Section
from corridor.programmes.models import Concern, ConductAcceptance

if TYPE_CHECKING:
    from corridor.people.models import Profile


def conduct_accepted(profile: "Profile") -> Section:
    rows = ConductAcceptance.objects.filter(profile=profile).select_related("programme")
    return Section(
        key="conduct_accepted",
        title=_("Codes of conduct that you accepted"),
        rows=[
            {"programme": one.programme.name, "version": one.number, "at": one.at}
            for one in rows.order_by("at", "pk")
        ],
        labels={"programme": _("Programme"), "version": _("Version"), "at": _("When")},
    )


def concerns(profile: "Profile") -> Section:
    """Of what she heard only that, and her own answer: the words are whose they are."""
    rows = Concern.objects.filter(Q(by=profile) | Q(to=profile)).select_related("programme")
    return Section(
        key="concerns",
        title=_("Concerns that you raised, or were told"),
        rows=[
            {
                "programme": one.programme.name,
                "is_raised_by_you": one.by_id == profile.pk,
                "at": one.at,
                "concern": one.words["concern"] if one.by_id == profile.pk else "",
                "answer": one.words["answer"],
                "answered_at": one.answered_at,
            }
            for one in rows.order_by("at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "is_raised_by_you": _("Raised by you"),
            "at": _("When"),
            "concern": _("What you said"),
            "answer": _("Answer"),
            "answered_at": _("Answered"),
        },
    )


def forget_conduct(profile: "Profile") -> None:
    """What she raised goes with her; what she heard is no longer hers to read."""
    Concern.objects.filter(by=profile).delete()
    Concern.objects.filter(to=profile).update(to=None)
    Concern.objects.filter(about=profile).update(about=None)
    ConductAcceptance.objects.filter(profile=profile).delete()
