"""What happens after a decision, by a worker."""

from typing import TYPE_CHECKING

from django.utils import timezone
from django_tasks import task

from corridor.mentoring import queries as mentoring
from corridor.programmes import actions, queries
from corridor.programmes.actions import answering, consequences, matches

if TYPE_CHECKING:
    from corridor.mentoring.events import MentorLeft, RelationshipEnded
    from corridor.people.events import RoomChanged
    from corridor.programmes.events import (
        BreakEnded,
        CountingChanged,
        InterestNoted,
        MatchAccepted,
        MatchDeclined,
        MatchingAsked,
        MatchLapsed,
    )


def follow_up_later(event: "MatchDeclined | MatchLapsed") -> None:
    follow_up.enqueue(event.match_id)


def follow_up_after_break(event: "BreakEnded") -> None:
    """Whose match came to nothing while she was matched with nobody new."""
    for match_id in queries.ended_since(event.profile_id, since=event.began_at):
        follow_up.enqueue(match_id)


@task()
def follow_up(match_id: int) -> None:
    """Who is asked next; done twice, it asks nobody twice."""
    now = timezone.now()
    matches.follow_up(match_id=match_id, now=now)
    matches.offer_place(application_id=queries.mentor_of_match(match_id), now=now)


def offer_others_later(event: "MatchAccepted") -> None:
    """Who was asked for the same mentee has a place again."""
    for application_id in queries.asked_in_vain(event.match_id):
        offer_place.enqueue(application_id)


def look_again_later(event: "RelationshipEnded | MentorLeft") -> None:
    """For a mentee who has lost her mentor in a round that goes on."""
    if mentoring.looks_for_another(event.relationship_id):
        given_up = matches.give_up_match(relationship_id=event.relationship_id, now=event.at)
        for match_id in given_up:
            follow_up.enqueue(match_id)


def offer_places_later(event: "RelationshipEnded") -> None:
    for application_id in queries.told_as_mentor([event.by_id, event.other_id]):
        offer_place.enqueue(application_id)


def offer_places_of_mentor_later(event: "BreakEnded | RoomChanged") -> None:
    """She is back, or can take more people on, while somebody waits in a round of hers."""
    for application_id in queries.told_as_mentor([event.profile_id]):
        offer_place.enqueue(application_id)


@task()
def offer_place(application_id: int) -> None:
    """To whoever waits in the round; done twice, it asks about nobody twice."""
    matches.offer_place(application_id=application_id, now=timezone.now())


def reconsider_later(event: "CountingChanged") -> None:
    reconsider.enqueue(event.programme_id)


@task()
def reconsider(programme_id: int) -> None:
    """Everybody for whom something is counted or follows; done twice, it tells nobody twice."""
    consequences.tend_consequences(programme_id=programme_id, now=timezone.now())


def match_later(event: "MatchingAsked") -> None:
    match_round.enqueue(event.job_id)


@task()
def match_round(job_id: int) -> None:
    """Takes minutes for a large round; done again, it begins anew and stores one run."""
    actions.do_job(job_id, now=timezone.now())


def answer_in_public_later(event: "InterestNoted") -> None:
    answer_in_public.enqueue(event.interest_id)


@task()
def answer_in_public(interest_id: int) -> None:
    """Under the post; done twice, it answers once."""
    answering.answer_in_public(interest_id, now=timezone.now())
