"""Somebody says what comes by mail."""

from corridor.notifications.mail_tokens import UnknownToken, profile_of
from corridor.notifications.models import MailWishes
from corridor.people import queries as people


def choose_mail(
    *, mentions: bool, follow_requests: bool, flags: bool, shields: bool, by: int
) -> None:
    chosen = {
        "mentions": mentions,
        "follow_requests": follow_requests,
        "flags": flags,
        "shields": shields,
    }
    MailWishes.objects.update_or_create(profile_id=by, defaults=chosen)


def stop_mail(token: str) -> None:
    """By a link in a mail. Raises UnknownToken, for those who left too."""
    profile_id = profile_of(token)
    if people.profile_here(profile_id) is None:
        raise UnknownToken
    choose_mail(mentions=False, follow_requests=False, flags=False, shields=False, by=profile_id)
