"""The page of a tutorial goes, with its versions; what was posted stays as posts."""

from typing import TYPE_CHECKING

from django.db import transaction

from corridor.library import policies
from corridor.library.actions.begin_tutorial import NotYourTutorial
from corridor.library.models import Tutorial

if TYPE_CHECKING:
    from corridor.people.models import Profile


@transaction.atomic
def delete_tutorial(*, tutorial: Tutorial, by: "Profile") -> None:
    """Raises NotYourTutorial."""
    if not policies.owns(by, tutorial):
        raise NotYourTutorial

    tutorial.delete()
