"""The directory learns how many mentees somebody has here, so that full is full everywhere."""

from typing import TYPE_CHECKING

from corridor.mentoring import policies
from corridor.people import actions as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile


def tell_load(mentor: "Profile") -> None:
    for kind in Kind:
        people.note_load(mentor, kind=kind, carries_here=policies.carried_in(mentor, kind))
