"""What everything that somebody does with her own application asks first."""

from typing import TYPE_CHECKING

from corridor.programmes.models import Application, Round

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotYourApplication(Exception):
    """It is somebody else's, or it is over."""


def hold_round(round: Round) -> Round:
    """Whoever holds its programme too holds that first."""
    return (
        Round.objects.select_for_update(of=("self",)).select_related("programme").get(pk=round.pk)
    )


def hold_own(application: Application, *, by: "Profile") -> Application:
    """The round first, so that whoever counts its places waits. Raises NotYourApplication."""
    hold_round(application.round)
    held = (
        Application.objects.select_for_update(of=("self",))
        .select_related("round__programme", "profile__account")
        .get(pk=application.pk)
    )
    if held.profile_id != by.pk:
        raise NotYourApplication
    return held
