"""What follows for programmes from what people say and do."""

from django.utils import timezone

from corridor.mentoring.events import (
    AbsenceSaid,
    AbsenceUnsaid,
    CirclePlaceFree,
    MeetingCalledOff,
    RelationshipResumed,
)
from corridor.people.events import PeopleParted
from corridor.posts.events import PostChanged, PostDeleted, PostPublished, PostWithheld
from corridor.programmes.actions import answering, consequences, matches
from corridor.programmes.actions.applying import (
    note_interest,
    reconsider_interest,
    take_interest_back,
)
from corridor.programmes.actions.publishing import decline_invitations, offer_place
from corridor.programmes.events import ApplicationWithdrawn, MatchLapsed


def end_matches(event: ApplicationWithdrawn) -> None:
    matches.end_matches_of(application_id=event.application_id, now=timezone.now())


def decline_circles(event: ApplicationWithdrawn) -> None:
    decline_invitations(application_id=event.application_id, now=timezone.now())


def end_matches_between(event: PeopleParted) -> None:
    matches.end_matches_between(event.by_id, event.other_id, now=event.at)


def take_match_up(event: RelationshipResumed) -> None:
    matches.take_match_up(relationship_id=event.relationship_id, now=event.at)


def take_back_answers_between(event: PeopleParted) -> None:
    answering.take_back_between(event.by_id, event.other_id, now=event.at)


def count_late(event: MeetingCalledOff) -> None:
    if event.is_late:
        consequences.count_late(
            meeting_id=event.meeting_id, by_id=event.by_id, other_id=event.to_id, now=event.at
        )


def count_absence(event: AbsenceSaid) -> None:
    consequences.count_absence(
        meeting_id=event.meeting_id, absent_id=event.to_id, other_id=event.by_id, now=event.at
    )


def uncount_absence(event: AbsenceUnsaid) -> None:
    consequences.uncount_absence(
        meeting_id=event.meeting_id,
        absent_id=event.to_id,
        is_denied=event.is_denied,
        now=event.at,
    )


def count_silence(event: MatchLapsed) -> None:
    consequences.count_silence(match_id=event.match_id, now=event.at)


def offer_place_in_circle(event: CirclePlaceFree) -> None:
    offer_place(event.circle_id, now=event.at)


def answer_hashtag(event: PostPublished) -> None:
    if not event.is_private:
        note_interest(event.post_id, event.text)


def take_back(event: PostDeleted | PostWithheld) -> None:
    take_interest_back(event.post_id, now=timezone.now())


def reconsider(event: PostChanged) -> None:
    if event.is_edit:
        reconsider_interest(event.post_id, now=timezone.now())
    else:
        answering.take_back_where_hidden(event.post_id, now=timezone.now())
