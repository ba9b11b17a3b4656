"""First contacts of the demo: a hello that waits, a yes with times, and a question with answers."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.demo.cast import AMARA, BALA, DR_OSEI, DR_REYES, DR_VAUGHAN, TOMI
from corridor.mentoring import actions, queries
from corridor.mentoring.actions import Hello
from corridor.people import queries as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile

STUDENTS = ("MS1", "MS2", "MS3", "MS4")
Profiles = Mapping[str, "Profile"]
HELLO = Hello(
    who="Fourth year, a re-applicant, and the first in my family to study anything.",
    why="You wrote that you failed an exam before you became an examiner. I had not read that yet.",
    ask="Would you look at one page of my statement, and say which sentence you would cut?",
)
WELCOMED = Hello(
    who="Third year at Severnside, first-generation, about to choose an elective.",
    why="Your thread on first blocks made anatomy worth learning twice.",
    ask="Could you tell me in fifteen minutes how you chose your first hospital?",
)
ASKED = (
    "I was asked in an interview what my parents do, and I did not know what to say. Do I have to"
    " answer, and what do you say?"
)
ANSWERS: Sequence[tuple[str, str]] = (
    (
        DR_OSEI.handle,
        (
            "You do not have to. I say: “Neither of them is a doctor, so everything I know of this"
            " I found out myself.” It is true, and it is a strength."
        ),
    ),
    (
        DR_REYES.handle,
        (
            "As an interviewer: it is a clumsy try to be kind. A short answer and then what you"
            " learned from them is more than enough. Nobody writes it down."
        ),
    ),
)


def turn_to_mentors(profiles: Profiles, *, now: datetime) -> None:
    _hello(HELLO, profiles[TOMI.handle], profiles[DR_OSEI.handle], now - timedelta(hours=20))
    welcomed = _hello(
        WELCOMED, profiles[AMARA.handle], profiles[DR_VAUGHAN.handle], now - timedelta(days=2)
    )
    if welcomed is not None:
        first = (now + timedelta(days=2)).replace(minute=0, second=0, microsecond=0)
        actions.welcome(
            welcomed,
            times=[first, first + timedelta(hours=25)],
            where="https://meet.example/vaughan",
            by=profiles[DR_VAUGHAN.handle],
            now=now - timedelta(hours=6),
        )
    _like(profiles, now)
    _ask(profiles, now)


def _hello(hello: Hello, by: "Profile", mentor: "Profile", at: datetime) -> int | None:
    """In the first of the mentor's roles that has room; the demo's places are drawn by chance."""
    for role in Kind:
        if queries.why_not(by, mentor, role=role, now=at) is None:
            return actions.say_hello(hello, mentor=mentor, role=role, by=by, now=at).pk
    return None


def _like(profiles: Profiles, now: datetime) -> None:
    for who, shows_name in [(TOMI, True), (BALA, False)]:
        actions.like_work(
            mentor=profiles[DR_OSEI.handle],
            by=profiles[who.handle],
            shows_name=shows_name,
            now=now - timedelta(days=3),
        )


def _ask(profiles: Profiles, now: datetime) -> None:
    """A student who showed who she is; which one, nobody is told."""
    verified = people.verified_among([one.pk for one in profiles.values()], now=now)
    students = [one for one in profiles.values() if one.pk in verified and one.stage in STUDENTS]
    asker = min(students, key=lambda one: one.handle)
    asked = actions.ask_mentors(
        topic="interview practice", words=ASKED, by=asker, now=now - timedelta(days=1)
    )
    for handle, words in ANSWERS:
        actions.answer_question(
            asked.pk, words=words, by=profiles[handle], now=now - timedelta(hours=8)
        )
