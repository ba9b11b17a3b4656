"""What everything that somebody does with her own application asks first."""

from typing import TYPE_CHECKING

from corridor.programmes.models import Application, Round

if TYPE_CHECKING:
    from corridor.people.models import Profile


class NotYourApplication(Exception):
    """It is somebody else's, or it is over."""


def hold_own(application: Application, *, by: "Profile") -> Application:
    """The round first, so that whoever counts its places waits. Raises NotYourApplication."""
    Round.objects.select_for_update().get(pk=application.round_id)
    held = (
        Application.objects.select_for_update(of=("self",))
        .select_related("round__programme", "profile__account")
        .get(pk=application.pk)
    )
    if held.profile_id != by.pk:
        raise NotYourApplication
    return held
