"""What happens elsewhere, and what it means for relationships."""

from corridor.mentoring import actions
from corridor.people.events import PeopleParted


def pause_what_they_had(event: PeopleParted) -> None:
    actions.pause_between(event.by_id, event.other_id, now=event.at)
