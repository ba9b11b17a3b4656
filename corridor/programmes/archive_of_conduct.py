"""What somebody accepted, finished, raised, heard or wrote to many, for her own archive."""

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.people.higher_contexts import Section
from corridor.programmes.choices import Audience
from corridor.programmes.models import (
    Concern,
    ConductAcceptance,
    FinishedMaterial,
    NoRoundMessages,
    RoundMessage,
)

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


def materials_finished(profile: "Profile") -> Section:
    rows = FinishedMaterial.objects.filter(profile=profile)
    return Section(
        key="materials_finished",
        title=_("What programmes gave you to read and learn, and you finished"),
        rows=[
            {
                "programme": one.material.programme.name,
                "title": one.material.title,
                "at": one.at,
                "is_for_team": one.is_for_team,
            }
            for one in rows.select_related("material__programme").order_by("at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "title": _("Title"),
            "at": _("When"),
            "is_for_team": _("Shown to its team"),
        },
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


def round_messages(profile: "Profile") -> Section:
    rows = RoundMessage.objects.filter(by=profile).select_related("round__programme")
    return Section(
        key="round_messages",
        title=_("What you wrote to many people of a round"),
        rows=[
            {
                "programme": one.round.programme.name,
                "round": one.round.name,
                "to": one.audience,
                "at": one.made_at,
                "reached": one.reached,
                **one.words,
            }
            for one in rows.order_by("made_at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "round": _("Round"),
            "to": _("To whom"),
            "at": _("When"),
            "reached": _("How many got it"),
            "subject": _("Subject"),
            "body": _("Text"),
        },
        choices={"to": dict(Audience.choices)},
    )


def no_round_messages(profile: "Profile") -> Section:
    rows = NoRoundMessages.objects.filter(profile=profile).select_related("programme")
    return Section(
        key="no_round_messages",
        title=_("Programmes that do not write to you with many others"),
        rows=[{"programme": one.programme.name, "at": one.at} for one in rows.order_by("pk")],
        labels={"programme": _("Programme"), "at": _("Since")},
    )


def forget_conduct(profile: "Profile") -> None:
    """What she raised goes with her; what she heard is no longer hers to read."""
    NoRoundMessages.objects.filter(profile=profile).delete()
    Concern.objects.filter(by=profile).delete()
    Concern.objects.filter(to=profile).update(to=None)
    Concern.objects.filter(about=profile).update(about=None)
    ConductAcceptance.objects.filter(profile=profile).delete()
    FinishedMaterial.objects.filter(profile=profile).delete()
