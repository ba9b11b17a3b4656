"""Applications as the team reads them, and whom it invited."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.db.models.functions import Lower

from corridor.people import queries as people
from corridor.programmes import policies
from corridor.programmes.models import Application, Round, RoundInvitation

if TYPE_CHECKING:
    from corridor.people.models import Profile

State = Application.State
READ_BY_THE_TEAM = (State.SENT, State.IN, State.DECLINED)


def round_to_admit_to(slug: str, round_id: int, *, viewer: "Profile") -> Round | None:
    """For whoever decides who gets in; None for anybody else."""
    found = Round.objects.filter(programme__slug=slug, pk=round_id).select_related("programme")
    round = found.first()
    if round is None or not policies.can(viewer, round.programme, policies.Right.ADMIT):
        return None
    return round


def applications_to_read(
    round: Round, *, viewer: "Profile", now: datetime
) -> QuerySet[Application]:
    """Who waits longest first, without drafts and those who withdrew.

    Left out: her own, and of whoever is kept apart from her. Who evaluates somebody does not read
    what she says in confidence.
    """
    apart = people.kept_from(viewer, today=now.date()) | {viewer.pk}
    return (
        Application.objects.filter(round=round, state__in=READ_BY_THE_TEAM)
        .exclude(profile__in=apart)
        .select_related("profile__account", "round__programme")
        .order_by("applied_at", "pk")
    )


def number_kept_from(round: Round, *, viewer: "Profile", now: datetime) -> int:
    """Applications that wait and that somebody else of the team has to answer."""
    waiting = Application.objects.filter(round=round, state=State.SENT)
    read = applications_to_read(round, viewer=viewer, now=now).filter(state=State.SENT)
    return waiting.count() - read.count()


def mailboxes_that_applied(round: Round, *, side: str) -> set[str]:
    """In small letters."""
    rows = Application.objects.filter(round=round, side=side).exclude(state=State.WITHDRAWN)
    emails = rows.annotate(email=Lower("profile__account__email")).order_by()
    return set(emails.values_list("email", flat=True))


def round_invitations(round: Round) -> QuerySet[RoundInvitation]:
    """Newest first; ask `round_to_admit_to` first."""
    return round.invitations.select_related("used_by", "made_by").order_by("-sent_at", "-pk")


def round_invitation(
    slug: str, round_id: int, invitation_id: int, *, viewer: "Profile"
) -> RoundInvitation | None:
    round = round_to_admit_to(slug, round_id, viewer=viewer)
    return round_invitations(round).filter(pk=invitation_id).first() if round else None
