from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.programmes.actions.applying import withdraw_application
from corridor.programmes.actions.team.acting_for import Acting, acting_for
from corridor.programmes.models import Application, Round

if TYPE_CHECKING:
    from corridor.people.models import Profile

SENT_OR_IN = (Application.State.SENT, Application.State.IN)


class NothingSent(Exception):
    """She has no application in this round that could be withdrawn."""


def withdraw_for(
    round: Round, member: "Profile", *, reason: str, by: "Profile", now: datetime
) -> None:
    """Her applications to this round, on both sides, as if she had done it herself.

    Raises NothingSent, NotInTeam, NotOfProgramme, ReasonNeeded or TooLongForRecord.
    """
    acting = Acting(
        programme=round.programme,
        member=member,
        what=_("Your application to %(round)s of %(programme)s was withdrawn.")
        % {"round": round.name, "programme": round.programme.name},
        reason=reason,
    )
    with acting_for(acting, by=by, now=now):
        found = round.applications.filter(profile=member, state__in=SENT_OR_IN)
        applications = list(found.order_by("pk"))
        if not applications:
            raise NothingSent
        for application in applications:
            withdraw_application(application=application, by=member, now=now)
