"""Who gets to office hours, to answers that are kept, to flags of questions and to reminders."""

from dataclasses import asdict

import pytest
from django.urls import reverse
from django.utils import timezone

from corridor.library.actions import SaidAnswer, agree_to_keep
from corridor.mentoring import actions as mentoring
from corridor.mentoring.actions import office_hours
from corridor.mentoring.queries import said_answer
from corridor.people.actions import block
from corridor.reminders.choices import Answer
from corridor.reminders.links import token_of
from corridor.reminders.models import SentReminder
from tests.mentoring.office_hours.conftest import offer, sitting  # noqa: F401 - found by name
from tests.web.doors.knocking import clients, doors, opens, who_gets_in

pytestmark = pytest.mark.django_db

MEMBERS = "amara osei vaughan lindqvist noor mallory"
ALL = f"visitor {MEMBERS}"
NOBODY = ""


@pytest.fixture
def now():
    """As requests have it: office hours lie ahead of them."""
    return timezone.now().replace(microsecond=0)


@pytest.fixture
def at_the_door(signed_in, verify, amara, osei, dr_vaughan, prof_lindqvist, noor, mallory, now):
    """Amara blocked Mallory. She, Dr Osei and Dr Vaughan are verified; Noor moderates."""
    block(blocker=amara, blocked=mallory, now=now)
    for one in (amara, osei, dr_vaughan):
        verify(one)
    return clients(
        signed_in,
        amara=amara,
        osei=osei,
        vaughan=dr_vaughan,
        lindqvist=prof_lindqvist,
        noor=noor,
        mallory=mallory,
    )


@pytest.fixture
def turn(at_the_door, sitting, amara, now):  # noqa: F811 - the fixture of this name
    return office_hours.sign_up(
        sitting.pk, question="How do I begin?", may_be_answered_to_all=True, by=amara, now=now
    )


def test_the_doors_of_office_hours(at_the_door, turn):
    """Of Dr Osei, for members who are verified; Amara is in the queue, Dr Vaughan may come."""
    paths = doors(
        "office_hours",
        hours_id=turn.sitting.hours_id,
        sitting_id=turn.sitting_id,
        turn_id=turn.pk,
    )

    assert who_gets_in(paths, at_the_door) == {
        "amara osei vaughan": opens(get="sitting sitting-file", post="sitting turn-end turn-again"),
        "osei": opens(
            get="office-hours-words turn-answer",
            post="office-hours-words office-hours-end sitting-queue sitting-call sitting-turns"
            " sitting-end turn-answer",
        ),
    }


def test_the_doors_of_answers_that_are_kept(at_the_door, amara, osei, now):
    """Dr Osei answered Amara, and she wants it kept; he has not said yes."""
    asked = mentoring.ask_mentors(topic="research", words="Is it for me?", by=amara, now=now)
    said = mentoring.answer_question(asked.pk, words="Try it.", by=osei, now=now)
    told = said_answer("question", said.pk, viewer=amara)
    kept = agree_to_keep(SaidAnswer(**asdict(told)), words="Is it?", by=amara, now=now)
    paths = {
        name: reverse(name, args=args)
        for name, args in {
            "kept-answers": [],
            "kept-answers-own": [],
            "kept-answer": [kept.pk],
            "kept-answer-end": [kept.pk],
            "keep-answer": ["question", said.pk],
            "kept-answer-flag": [kept.pk],
        }.items()
    }

    lists = opens(get="kept-answers kept-answers-own")
    of_the_two = opens(get="keep-answer", post="keep-answer kept-answer-end")
    before = {
        MEMBERS: lists,
        "amara osei": of_the_two,
        NOBODY: opens(get="kept-answer kept-answer-flag", post="kept-answer-flag"),
    }
    assert who_gets_in(paths, at_the_door) == before

    agree_to_keep(SaidAnswer(**asdict(told)), words="Try it.", by=osei, now=now)
    assert who_gets_in(paths, at_the_door) == {
        MEMBERS: lists,
        "amara osei": of_the_two,
        "amara osei vaughan lindqvist noor": opens(
            get="kept-answer kept-answer-flag", post="kept-answer-flag"
        ),
    }


def test_the_doors_of_flags_of_questions(at_the_door, amara, now):
    asked = mentoring.ask_mentors(topic="research", words="Is it for me?", by=amara, now=now)
    paths = {"question-flag": reverse("question-flag", args=[asked.pk])}

    flagged = opens(get="question-flag", post="question-flag")
    assert who_gets_in(paths, at_the_door) == {"amara osei vaughan lindqvist noor": flagged}

    mentoring.withhold_question(asked.pk, now=now)
    assert who_gets_in(paths, at_the_door) == {"amara": flagged}


def test_the_doors_of_reminders(at_the_door, together, amara, now):
    sent = SentReminder.objects.create(profile=amara, kind="move_goal", about=1, number=1, at=now)
    token = token_of(sent.pk, Answer.NONE)
    paths = doors("reminders", kind="move_goal", token=token)

    assert who_gets_in(paths, at_the_door) == {
        MEMBERS: opens(post="reminder-things"),  # of one's own
        ALL: opens(get="reminder-answer", post="reminder-answer"),
    }
