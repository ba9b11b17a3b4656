"""What a circle of a run is called and asks of its people, in a preview as in the circle itself."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from corridor.mentoring.actions.circles import LONGEST_NAME, LONGEST_WORDS, AskedIn, NewCircle
from corridor.people.choices import Kind
from corridor.programmes.queries.matches import places_given

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Application, Programme, Proposal, Round


def name_of(programme: "Programme", number: int) -> str:
    words = {"programme": programme.name, "number": number}
    return (_("%(programme)s, circle %(number)d") % words)[:LONGEST_NAME]


def purpose_of(programme: "Programme") -> str:
    return programme.description[:LONGEST_WORDS]


def new_circle(round: "Round", seats: Iterable["Proposal"], *, places: int) -> NewCircle:
    """Of the proposals of one circle."""
    several = list(seats)
    members: dict[int, Profile] = {one.mentee.profile_id: one.mentee.profile for one in several}
    programme = round.programme
    return NewCircle(
        name=name_of(programme, several[0].circle or 0),
        purpose=purpose_of(programme),
        role=Kind(several[0].role),
        places=max(places, len(members)),
        members=list(members.values()),
        programme_name=programme.name,
        programme_address=programme.slug,
        round_name=round.name,
        answer_days=programme.answer_days,
    )


def leaders_of(seats: Iterable["Proposal"]) -> list[AskedIn]:
    """Each once, with the places that she gave in the round."""
    mentors: dict[int, Application] = {one.mentor_id: one.mentor for one in seats}
    return [
        AskedIn(profile=one.profile, leads=True, room=places_given(one)) for one in mentors.values()
    ]
