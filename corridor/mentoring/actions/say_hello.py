"""A mentee says hello to a mentor, in three lines."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring.askable import WhyNot, why_not
from corridor.mentoring.events import ContactMoved
from corridor.mentoring.models import FirstContact
from corridor.people import actions as people
from corridor.people.choices import Kind
from corridor.posts.actions.look_for_patients import TEXT, Speaker, look

if TYPE_CHECKING:
    from corridor.people.models import Profile

LONGEST_LINE = 280
PLACE = "message"


class NotAskable(Exception):
    """`why` says why not: of the two, or of what she asked already."""

    def __init__(self, why: WhyNot) -> None:
        self.why = why
        super().__init__(why.value)


class SayAllThree(Exception):
    """Who she is, why this mentor, and what she asks: an empty line helps nobody to answer."""


class HelloTooLong(Exception):
    """A line has 280 characters at most."""


@dataclass(frozen=True, kw_only=True)
class Hello:
    who: str
    why: str
    ask: str


@transaction.atomic
def say_hello(
    hello: Hello, *, mentor: "Profile", role: Kind, by: "Profile", now: datetime
) -> FirstContact:
    """It lapses when the mentor's own promise to reply is over.

    Raises SayAllThree, HelloTooLong, NotAskable, or MayIdentifyPatient.
    """
    lines = {name: words.strip() for name, words in asdict(hello).items()}
    if not all(lines.values()):
        raise SayAllThree
    for words in lines.values():
        check_line(words, by=by, now=now)
    for one in sorted((mentor, by), key=lambda profile: profile.pk):
        people.hold_profile(one)
    why = why_not(by, mentor, role=role, now=now)
    if why is not None:
        raise NotAskable(why)

    made = FirstContact(mentee=by, mentor=mentor, role=role, sent_at=now)
    made.answer_by = now + timedelta(days=mentor.reply_within_days)
    made.said = lines
    made.save()
    events.publish(
        ContactMoved(
            contact_id=made.pk, move="say_hello", mentor_id=mentor.pk, mentee_id=by.pk, at=now
        )
    )
    return made


def check_line(words: str, *, by: "Profile", now: datetime) -> None:
    """Raises HelloTooLong or MayIdentifyPatient: there is no reason for a patient in a hello."""
    if len(words) > LONGEST_LINE:
        raise HelloTooLong
    look([(TEXT, words)], Speaker(by=by, place=PLACE), now=now)
