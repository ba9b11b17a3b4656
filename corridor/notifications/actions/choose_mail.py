"""Somebody says what comes by mail."""

from collections.abc import Collection

from corridor.notifications.choices import MAIL
from corridor.notifications.mail_tokens import UnknownToken, profile_of
from corridor.notifications.models import MailWishes
from corridor.people import queries as people


def choose_mail(wished: Collection[str], *, by: int) -> None:
    """Names of `choices.MAIL`; what is not among them does not come."""
    chosen = {name: name in wished for name in MAIL}
    MailWishes.objects.update_or_create(profile_id=by, defaults=chosen)


def stop_mail(token: str) -> None:
    """By a link in a mail. Raises UnknownToken, for those who left too."""
    profile_id = profile_of(token)
    if people.profile_here(profile_id) is None:
        raise UnknownToken
    choose_mail((), by=profile_id)
