"""Office hours and a circle of the demo: a queue with a waiting list, and a kept answer."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.demo.cast import AMARA, BALA, DR_OKONKWO, DR_OSEI, DR_REYES, TOMI
from corridor.library import actions as library
from corridor.mentoring import queries
from corridor.mentoring.actions import circles, office_hours
from corridor.mentoring.actions.circles import CircleLog, NewCircle, NewCircleMeeting
from corridor.mentoring.actions.office_hours import NewHours
from corridor.mentoring.meeting_choices import Repeat
from corridor.mentoring.office_choices import Length, Whom
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.mentoring.models import Sitting
    from corridor.people.models import Profile

Profiles = Mapping[str, "Profile"]
TURNS, EVENING = 2, 18
ASKED: Sequence[tuple[str, str, bool]] = (
    (TOMI.handle, "How do I say in an interview that I had to apply twice?", True),
    (AMARA.handle, "Which elective first: where I know somebody, or where I do not?", False),
    (BALA.handle, "Is a year of research worth a year without pay?", True),
)
ANSWERED = (
    "Say it in one sentence, and use the second to say what you did differently. Nobody on the"
    " panel has never failed at anything; they listen for whether you can talk about it."
)
TOPICS = ("Reviewer two wants another figure", "Who goes first on the poster?")


def gather(profiles: Profiles, *, programme: str, now: datetime) -> None:
    """`programme`: the address of the one whose mentees and mentors these are."""
    _sit(profiles, programme, now)
    _meet_in_circle(profiles, now)


def _sit(profiles: Profiles, programme: str, now: datetime) -> None:
    """Every week for the programme; last week's is over, and this week's is full."""
    mentor = profiles[DR_OSEI.handle]
    if programme not in queries.programmes_of(mentor) or not _has_room(mentor):
        return
    first = (now - timedelta(days=5)).replace(hour=EVENING, minute=0, second=0, microsecond=0)
    offered_at = first - timedelta(days=9)
    hours = office_hours.offer_hours(
        NewHours(
            first_at=first,
            zone=mentor.time_zone,
            minutes=Length.HALF,
            places=TURNS,
            repeat=Repeat.WEEKLY,
            whom=Whom.PROGRAMME,
            programme_address=programme,
            topic="What nobody tells you before the interview",
            where="https://meet.example/osei",
        ),
        by=mentor,
        now=offered_at,
    )
    last, coming, *_later = hours.sittings.order_by("starts_at")
    if _ask(profiles, last, ASKED[:1], at=offered_at):
        _answer(last, mentor, first)
    _ask(profiles, coming, ASKED, at=now - timedelta(days=2))


def _answer(last: "Sitting", mentor: "Profile", first: datetime) -> None:
    called = office_hours.call_next(last.pk, by=mentor, now=first)
    answer = office_hours.answer_to_all(
        called.pk, question=called.question, words=ANSWERED, by=mentor, now=first
    )
    office_hours.end_turn(called.pk, came=True, by=mentor, now=first)
    office_hours.finish_sitting(last.pk, by=mentor, now=first + timedelta(minutes=30))
    _keep(answer.pk, mentor, called.profile, first + timedelta(days=1))


def _ask(
    profiles: Profiles, sitting: "Sitting", asked: Sequence[tuple[str, str, bool]], *, at: datetime
) -> int:
    """How many signed up: by chance somebody may not be in the programme."""
    came = 0
    for minutes, (handle, question, to_all) in enumerate(asked):
        try:
            office_hours.sign_up(
                sitting.pk,
                question=question,
                may_be_answered_to_all=to_all,
                by=profiles[handle],
                now=at + timedelta(minutes=minutes),
            )
        except office_hours.NoSuchSitting:
            continue
        came += 1
    return came


def _keep(answer_id: int, mentor: "Profile", asker: "Profile", at: datetime) -> None:
    told = queries.said_answer("turn", answer_id, viewer=asker)
    if told is None:
        return
    said = library.SaidAnswer(**vars(told))
    for who, words in ((asker, told.question), (mentor, told.answer)):
        library.agree_to_keep(said, words=words, by=who, now=at)


def _meet_in_circle(profiles: Profiles, now: datetime) -> None:
    leader = next(
        (profiles[one.handle] for one in (DR_REYES, DR_OKONKWO) if _has_room(profiles[one.handle])),
        None,
    )
    if leader is None:
        return
    members = [profiles[one.handle] for one in (AMARA, TOMI, BALA)]
    began = now - timedelta(days=40)
    circle = circles.start_circle(
        NewCircle(
            name="First papers",
            purpose="An hour every other week. Everybody brings one page, however rough.",
            places=4,
            is_listed=True,
            members=members,
        ),
        by=leader,
        now=began,
    )
    for one in members:
        circles.accept_seat(circle.pk, version=1, by=one, now=began + timedelta(days=1))
    held = _set(circle.pk, leader, began + timedelta(days=12), at=began + timedelta(days=2))
    seats = list(circle.seats.order_by("pk").values_list("pk", flat=True))
    log = CircleLog(was_there=seats[:3], topic=TOPICS[1], next_step="Everybody cuts a paragraph")
    circles.log_circle_meeting(held, log, by=leader, now=began + timedelta(days=13))
    _set(circle.pk, leader, now + timedelta(days=4), at=now - timedelta(days=1))
    circles.add_topic(circle.pk, TOPICS[0], by=members[0], now=now - timedelta(hours=9))


def _set(circle_id: int, leader: "Profile", day: datetime, *, at: datetime) -> int:
    new = NewCircleMeeting(
        starts_at=day.replace(hour=EVENING, minute=30, second=0, microsecond=0),
        where="https://meet.example/papers",
    )
    return circles.set_meeting(circle_id, new, by=leader, now=at).pk


def _has_room(mentor: "Profile") -> bool:
    return queries.places_left(mentor, Kind.MENTORSHIP) > 0
