"""What happens after a decision, by a worker."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django_tasks import task

from corridor.programmes.actions import matches

if TYPE_CHECKING:
    from corridor.programmes.events import MatchDeclined, MatchLapsed


def follow_up_later(event: "MatchDeclined | MatchLapsed") -> None:
    follow_up.enqueue(event.match_id)


@task()
def follow_up(match_id: int) -> None:
    """Who is asked next; done twice, it asks nobody twice."""
    matches.follow_up(match_id=match_id, now=timezone.now())
