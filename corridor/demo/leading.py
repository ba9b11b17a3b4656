"""What a team of the demo does besides matching: conduct, concerns, words to many, reminders."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from corridor.algorithms.reminders.table import OF, Kind
from corridor.demo.cast import AMARA, BALA, DR_OSEI, PROF_LINDQVIST, SAM, TOMI
from corridor.programmes.actions import conduct, messaging
from corridor.programmes.actions.conduct import NewConcern
from corridor.programmes.actions.messaging import NewMessage
from corridor.programmes.choices import Audience
from corridor.programmes.conduct_words import ours
from corridor.reminders import actions as reminders

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Programme, Round

Profiles = Mapping[str, "Profile"]
DAY = timedelta(days=1)
OWN_RULE = (
    "Names on papers. Whoever did the work is named for it, and nobody else. A mentee need not ask"
    " for that, and a mentor does not let her."
)
UNPAID = (
    "At the evening on electives every example was abroad and unpaid. I could not afford one of"
    " them and did not want to say so before everybody. Could the next evening begin with those"
    " that cost nothing?"
)
UNPAID_ANSWER = (
    "You are right, and it is ours to change, not yours to say. The next one begins with electives"
    " at home, and Dr Delgado tells what she paid for hers. Your name is in no note of mine."
)
GIFT = (
    "My registrar wants his name first on my audit, and he has read one page of it. I do not want"
    " to lose him, and I do not want to do that. What is usual, and who says it to him?"
)
SOON = NewMessage(
    audience=Audience.ALL,
    subject="What happens next",
    body=(
        "Dear {person},\n\napplications stay open for another two weeks. Then we look at who fits"
        " whom, by hand and with the reasons in front of us, and you hear from us whether or not"
        " we have somebody for you.\n\nIf your rota has changed, change your hours now: they count."
    ),
    once=UUID(int=1),
)
HURRY = NewMessage(
    audience=Audience.UNANSWERED,
    subject="Somebody waits for a word from you",
    body=(
        "Dear {person},\n\nyou were asked about somebody in {programme}. Yes, a question and not"
        " now are all good answers, and each takes a minute."
    ),
    once=UUID(int=2),
)


def lead(profiles: Profiles, programme: "Programme", *, now: datetime) -> None:
    """One concern is answered, and one waits for the director."""
    director = profiles[PROF_LINDQVIST.handle]
    conduct.write_conduct(
        programme, f"{ours()}\n\n{OWN_RULE}", after=0, by=director, now=now - 50 * DAY
    )
    for who in (AMARA, DR_OSEI, SAM, TOMI):
        conduct.accept_conduct(programme, 1, by=profiles[who.handle], now=now - 19 * DAY)
    asked = conduct.raise_concern(
        programme,
        NewConcern(words=UNPAID, to_id=director.pk),
        by=profiles[TOMI.handle],
        now=now - 9 * DAY,
    )
    conduct.answer_concern(asked.pk, UNPAID_ANSWER, by=director, now=now - 8 * DAY)
    conduct.raise_concern(
        programme,
        NewConcern(words=GIFT, to_id=director.pk),
        by=profiles[BALA.handle],
        now=now - timedelta(hours=7),
    )


def write_to_many(opened: "Round", told: "Round", *, by: "Profile", now: datetime) -> None:
    """What went out four days ago, and what goes out tomorrow unless somebody takes it back."""
    messaging.write_to_round(opened, SOON, by=by, now=now - 4 * DAY)
    messaging.release_messages(now=now - 4 * DAY + messaging.HOLD)
    tomorrow = NewMessage(**vars(HURRY) | {"at": now + DAY})
    messaging.write_to_round(told, tomorrow, by=by, now=now - timedelta(hours=2))


def be_reminded(profiles: Profiles, *, now: datetime) -> None:
    """Whatever was due this morning; Amara does not want to hear of one kind of it."""
    wanted = set(OF) - {Kind.MOVE_GOAL}
    reminders.choose_reminders(wanted, by=profiles[AMARA.handle], now=now - 30 * DAY)
    reminders.send_due(now=now)
