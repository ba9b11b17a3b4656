"""What happens after a decision, by a worker."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django_tasks import task

from corridor.programmes import actions
from corridor.programmes.actions import matches

if TYPE_CHECKING:
    from corridor.programmes.events import MatchDeclined, MatchingAsked, MatchLapsed


def follow_up_later(event: "MatchDeclined | MatchLapsed") -> None:
    follow_up.enqueue(event.match_id)


@task()
def follow_up(match_id: int) -> None:
    """Who is asked next; done twice, it asks nobody twice."""
    matches.follow_up(match_id=match_id, now=timezone.now())


def match_later(event: "MatchingAsked") -> None:
    match_round.enqueue(event.job_id)


@task()
def match_round(job_id: int) -> None:
    """Takes minutes for a large round; done again, it begins anew and stores one run."""
    actions.do_job(job_id, now=timezone.now())
