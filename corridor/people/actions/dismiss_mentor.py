"""Not for me: a mentor is not suggested any more. She is not told, and it can be taken back."""

from datetime import datetime

from django.db import transaction

from corridor.people.models import Dismissal, Profile


class CannotDismissYourself(Exception):
    """Nobody is suggested to herself."""


class NotDismissed(Exception):
    """There is nothing to take back."""


@transaction.atomic
def dismiss_mentor(*, mentor: Profile, by: Profile, now: datetime) -> None:
    """Dismissing twice is dismissing once. Raises CannotDismissYourself."""
    if mentor.pk == by.pk:
        raise CannotDismissYourself

    Dismissal.objects.get_or_create(by=by, mentor=mentor, defaults={"at": now})


@transaction.atomic
def take_back_dismissal(*, mentor: Profile, by: Profile) -> None:
    """Raises NotDismissed."""
    ended, _ = Dismissal.objects.filter(by=by, mentor=mentor).delete()
    if not ended:
        raise NotDismissed
