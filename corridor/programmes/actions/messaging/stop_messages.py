from datetime import datetime

from corridor.programmes.models import NoRoundMessages
from corridor.programmes.queries import round_messages as queries


def end_messages(token: str, *, now: datetime) -> None:
    """By a link in a mail; once more is once. Raises UnknownLink."""
    programme, profile_id = queries.programme_of_link(token)
    NoRoundMessages.objects.get_or_create(
        programme=programme, profile_id=profile_id, defaults={"at": now}
    )


def begin_messages_again(token: str) -> None:
    """By the same link; once more is once. Raises UnknownLink."""
    programme, profile_id = queries.programme_of_link(token)
    NoRoundMessages.objects.filter(programme=programme, profile=profile_id).delete()
