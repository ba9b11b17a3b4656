"""Whether somebody may apply, what she has said, and how it stands with her."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from corridor.people import queries as people
from corridor.people.invitation_tokens import digest_of
from corridor.programmes.choices import Admission
from corridor.programmes.models import Application, Interest, NoAnswers, Round, RoundInvitation

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Programme

State = Application.State


class Shut(Enum):
    """Why somebody cannot apply."""

    NOT_ACTIVE = "not_active"
    NOT_YET = "not_yet"
    CLOSED = "closed"
    INVITED_ONLY = "invited_only"
    NO_MEMBER = "no_member"
    OTHER_SIDE = "other_side"


@dataclass(frozen=True, kw_only=True)
class Door:
    shut: Shut | None
    waits: bool = False
    """Whoever sends waits: for the team, or because all places are taken."""
    is_full: bool = False


def round_to_apply_to(slug: str, *, now: datetime) -> Round | None:
    """The one that is open, or else the next to open, or the last that was."""
    rounds = Round.objects.filter(programme__slug=slug).select_related("programme")
    wanted = (
        rounds.filter(state=Round.State.OPEN).order_by("closes_on", "pk"),
        rounds.filter(state=Round.State.PLANNED, closes_on__gte=now.date()).order_by(
            "opens_on", "pk"
        ),
        rounds.exclude(state=Round.State.PLANNED).order_by("-closes_on", "-pk"),
    )
    return next((found for one in wanted if (found := one.first())), None)


def round_of_hashtags(tags: Iterable[str], *, now: datetime) -> Round | None:
    """The open round of an active programme that has one of these hashtags."""
    small = {tag.lower() for tag in tags}
    found = (
        Round.objects.annotate(tag=Lower("programme__hashtag"))
        .filter(tag__in=small, state=Round.State.OPEN, programme__state="active")
        .select_related("programme")
        .order_by("closes_on", "pk")
    )
    return next((round for round in found if shut_by_time(round, now=now) is None), None)


def door(round: Round, *, side: str, profile: "Profile", now: datetime) -> Door:
    """Said before she fills in anything."""
    shut = shut_by_time(round, now=now) or _shut_to(profile, round, side=side, now=now)
    is_full = side == Application.Side.MENTEE and not has_place(round)
    waits = is_full or round.programme.admission == Admission.APPROVAL
    return Door(shut=shut, waits=waits, is_full=is_full)


def shut_by_time(round: Round, *, now: datetime) -> Shut | None:
    """By the calendar of the programme."""
    today = now.astimezone(ZoneInfo(round.programme.time_zone)).date()
    if not round.programme.is_active:
        return Shut.NOT_ACTIVE
    if round.state == Round.State.PLANNED or today < round.opens_on:
        return Shut.NOT_YET
    if round.state != Round.State.OPEN or today > round.closes_on:
        return Shut.CLOSED
    return None


def _shut_to(profile: "Profile", round: Round, *, side: str, now: datetime) -> Shut | None:
    programme = round.programme
    others = Application.objects.filter(round=round, profile=profile).exclude(side=side)
    if not programme.both_sides and others.exclude(state=State.WITHDRAWN).exists():
        return Shut.OTHER_SIDE
    if programme.admission == Admission.INVITATION:
        invited = invitation_of(profile, round, side=side, now=now)
        return None if invited else Shut.INVITED_ONLY
    if programme.admission == Admission.MEMBERSHIP and not is_member(profile, programme):
        invited = invitation_of(profile, round, side=side, now=now)
        return None if invited else Shut.NO_MEMBER
    return None


def is_member(profile: "Profile", programme: "Programme") -> bool:
    return people.belongs(
        profile,
        domains=programme.domains.splitlines(),
        rosters=[line.strip() for line in programme.rosters.splitlines() if line.strip()],
    )


def has_place(round: Round) -> bool:
    places = round.programme.places
    return places is None or taken(round) < places


def taken(round: Round) -> int:
    """Mentees who are in."""
    return round.applications.filter(side=Application.Side.MENTEE, state=State.IN).count()


def invitation_of(
    profile: "Profile", round: Round, *, side: str, now: datetime
) -> RoundInvitation | None:
    """By a link that she followed, or by a mailbox that she has shown to be hers."""
    hers = Q(used_by=profile) | Q(
        used_at=None, expires_at__gt=now, email__in=people.own_mailboxes(profile)
    )
    return RoundInvitation.objects.filter(hers, round=round, side=side, withdrawn_at=None).first()


def invitation_by_link(token: str, *, now: datetime) -> RoundInvitation | None:
    """One that still lets somebody in."""
    return (
        RoundInvitation.objects.filter(
            token_digest=digest_of(token), withdrawn_at=None, used_at=None, expires_at__gt=now
        )
        .select_related("round__programme")
        .first()
    )


def interest_by_link(token: str, *, viewer: "Profile | None", now: datetime) -> Interest | None:
    """For the person it was sent to and nobody else; one that was not used and not taken back."""
    if viewer is None:
        return None
    return open_interests(viewer, now=now).filter(token_digest=digest_of(token)).first()


def interest_in(slug: str, *, viewer: "Profile", now: datetime) -> Interest | None:
    """What she said under the hashtag of this programme, if that still opens the way in."""
    return open_interests(viewer, now=now).filter(round__programme__slug=slug).first()


def open_interests(viewer: "Profile", *, now: datetime) -> QuerySet[Interest]:
    """Posts of hers that programmes answered, while the link in her mail still opens."""
    return (
        Interest.objects.filter(
            profile=viewer, used_at=None, taken_back_at=None, expires_at__gt=now
        )
        .select_related("round__programme")
        .order_by("-said_at", "-pk")
    )


def wants_no_answers(profile: "Profile") -> bool:
    return NoAnswers.objects.filter(profile=profile).exists()


def own_application(application_id: int, *, viewer: "Profile") -> Application | None:
    return own_applications(viewer).filter(pk=application_id).first()


def own_application_in(round: Round, *, side: str, viewer: "Profile") -> Application | None:
    return own_applications(viewer).filter(round=round, side=side).first()


def own_applications(viewer: "Profile") -> QuerySet[Application]:
    """Newest first."""
    return (
        Application.objects.filter(profile=viewer)
        .select_related("round__programme", "profile")
        .order_by("-applied_at", "-pk")
    )


def last_sent(profile: "Profile", *, side: str) -> Application | None:
    """The last that she sent for this side, in any programme: its answers can be used again."""
    sent = own_applications(profile).filter(side=side)
    return sent.filter(state__in=(State.SENT, State.IN, State.DECLINED)).first()


def reasons_told(application: Application) -> Mapping[str, str]:
    """State -> what the team said when it led there, newest."""
    moves = application.moves.order_by("at", "pk")
    return {move.state: move.reason for move in moves if move.sealed_reason}
