"""What happens elsewhere, and what it means for relationships, their meetings and reviews."""

from corridor.mentoring import actions
from corridor.mentoring.actions import meetings
from corridor.mentoring.events import RelationshipEnded, RelationshipPaused
from corridor.people.events import PeopleParted


def pause_what_they_had(event: PeopleParted) -> None:
    actions.pause_between(event.by_id, event.other_id, now=event.at)


def close_meetings(event: RelationshipEnded | RelationshipPaused) -> None:
    meetings.close_meetings(relationship_id=event.relationship_id, now=event.at)


def ask_final_review(event: RelationshipEnded) -> None:
    meetings.ask_final_review(relationship_id=event.relationship_id, now=event.at)
