"""What happens elsewhere, and what it means for relationships, their meetings and reviews."""

from corridor.mentoring import actions
from corridor.mentoring.actions import meetings, office_hours
from corridor.mentoring.events import RelationshipEnded, RelationshipPaused
from corridor.people import queries as people
from corridor.people.events import LeaveAsked, PeopleParted, RoomChanged


def pause_what_they_had(event: PeopleParted) -> None:
    for relationship_id in actions.pause_between(event.by_id, event.other_id, now=event.at):
        meetings.close_meetings(relationship_id=relationship_id, now=event.at)


def tell_who_works_with_her(event: LeaveAsked) -> None:
    (leaving,) = people.whole_profiles([event.profile_id])
    for relationship_id in actions.tell_of_leaving(
        leaving, leaves_at=event.leaves_at, now=event.at
    ):
        meetings.close_meetings(relationship_id=relationship_id, now=event.at)


def end_first_contacts(event: PeopleParted) -> None:
    actions.end_contacts_between(event.by_id, event.other_id, now=event.at)


def end_turns(event: PeopleParted) -> None:
    office_hours.end_turns_between(event.by_id, event.other_id, now=event.at)


def close_meetings(event: RelationshipEnded | RelationshipPaused) -> None:
    meetings.close_meetings(relationship_id=event.relationship_id, now=event.at)


def ask_final_review(event: RelationshipEnded) -> None:
    meetings.ask_final_review(relationship_id=event.relationship_id, now=event.at)


def count_what_she_has(event: RoomChanged) -> None:
    """An offer that is new knows of nobody yet."""
    for mentor in people.whole_profiles([event.profile_id]):
        actions.tell_load(mentor)
