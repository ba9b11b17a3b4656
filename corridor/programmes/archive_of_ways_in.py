"""How somebody came to programmes, for her own archive: invitations, and posts they answered."""

from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from corridor.people import queries as people
from corridor.people.higher_contexts import Section
from corridor.programmes.models import Interest, NoAnswers, PublicAnswer, RoundInvitation

if TYPE_CHECKING:
    from corridor.people.models import Profile


def interests(profile: "Profile") -> Section:
    rows = Interest.objects.filter(profile=profile).select_related("round__programme")
    return Section(
        key="interests",
        title=_("Posts under hashtags that programmes answered"),
        rows=[
            {
                "programme": said.round.programme.name,
                "round": said.round.name,
                "side": said.side,
                "role": said.role,
                "about": said.about,
                "at": said.said_at,
                "used_at": said.used_at,
                "taken_back_at": said.taken_back_at,
            }
            for said in rows.order_by("said_at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "round": _("Round"),
            "side": _("Side"),
            "role": _("Role"),
            "about": _("About what"),
            "at": _("When"),
            "used_at": _("When you followed the link"),
            "taken_back_at": _("When it was taken back"),
        },
    )


def public_answers(profile: "Profile") -> Section:
    rows = PublicAnswer.objects.filter(profile=profile).select_related("programme")
    return Section(
        key="public_answers",
        title=_("Posts under which programmes answered you"),
        rows=[
            {
                "programme": answer.programme.name,
                "post": answer.post_number,
                "at": answer.at,
                "taken_back_at": answer.taken_back_at,
            }
            for answer in rows.order_by("at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "post": _("Number of your post"),
            "at": _("When"),
            "taken_back_at": _("When the answer was taken back"),
        },
    )


def no_answers(profile: "Profile") -> Section:
    rows = NoAnswers.objects.filter(profile=profile)
    return Section(
        key="no_answers",
        title=_("That programmes do not answer your posts"),
        rows=[{"at": row.at} for row in rows],
        labels={"at": _("Since")},
    )


def round_invitations(profile: "Profile") -> Section:
    rows = RoundInvitation.objects.filter(_to(profile)).select_related("round__programme")
    return Section(
        key="round_invitations",
        title=_("Invitations to programmes"),
        rows=[
            {
                "programme": invited.round.programme.name,
                "round": invited.round.name,
                "side": invited.side,
                "email": invited.email,
                "at": invited.made_at,
                "used_at": invited.used_at,
                "answers": invited.answers if invited.sealed_answers else {},
            }
            for invited in rows.order_by("made_at", "pk")
        ],
        labels={
            "programme": _("Programme"),
            "round": _("Round"),
            "side": _("Side"),
            "email": _("E-mail"),
            "at": _("When"),
            "used_at": _("When you followed the link"),
            "answers": _("What a file said for you"),
        },
    )


def forget_ways_in(profile: "Profile") -> None:
    """Nothing of them is anybody's but hers."""
    Interest.objects.filter(profile=profile).delete()
    NoAnswers.objects.filter(profile=profile).delete()
    RoundInvitation.objects.filter(_to(profile)).delete()


def _to(profile: "Profile") -> Q:
    return Q(used_by=profile) | Q(email__in=people.own_mailboxes(profile))
