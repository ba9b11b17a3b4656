"""Two of a team decide at once, or one of them and a mentor, on connections of their own."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection, transaction

from corridor.algorithms.matching.people import Role
from corridor.people.letters import told_to_nobody
from corridor.programmes.actions import setting_up
from corridor.programmes.actions.matches import MatchIsOver, MenteeIsServed, accept_match
from corridor.programmes.actions.publishing import NothingToRecall, recall_matches
from corridor.programmes.actions.setting_up import HashtagTaken, NewDraft, Plan
from corridor.programmes.answers import Answers
from corridor.programmes.documents import to_document
from corridor.programmes.models import Application, Match, Programme, Round
from corridor.programmes.talk import Talk
from tests.programmes.stage import *  # noqa: F403 - pytest finds fixtures by name

pytestmark = [
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
    ),
    pytest.mark.django_db(transaction=True),
]

MENTEES, ASKED_FOR_EACH = 8, 4
LONG = 60


def on_its_own(call):
    """What it was refused with, or None."""
    try:
        with told_to_nobody():
            call()
    except (MatchIsOver, MenteeIsServed, NothingToRecall, HashtagTaken, ValidationError) as refusal:
        return refusal
    finally:
        connection.close()
    return None


def until_somebody_waits():
    """For a lock of this connection."""
    ends = time.monotonic() + LONG
    with connection.cursor() as cursor:
        while time.monotonic() < ends:
            cursor.execute(
                "SELECT count(*) FROM pg_locks"
                " WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))"
            )
            if cursor.fetchone() != (0,):
                return
            time.sleep(0.02)
    raise AssertionError("nobody waits")


@pytest.fixture
def asked_at_once(programme, join, now):
    """Eight mentees, each asked about with four mentors."""
    round = Round.objects.create(
        programme=programme,
        name="Large",
        state=Round.State.PUBLISHED,
        opens_on=date(2026, 1, 1),
        closes_on=date(2026, 2, 1),
        starts_on=date(2026, 3, 1),
        ends_on=date(2026, 9, 1),
    )

    def applied(side, number, **said):
        profile = join(handle=f"{side}_{number}", display_name=f"{side} {number}")
        application = Application(
            round=round, profile=profile, side=side, state="in", applied_at=now
        )
        application.answers = to_document(Answers(**said))
        application.save()
        return application

    mentees = [applied("mentee", at, wishes={Role.MENTOR: 1}) for at in range(MENTEES)]
    mentors = [applied("mentor", at, capacity=MENTEES) for at in range(ASKED_FOR_EACH)]
    for mentor in mentors:
        for mentee in mentees:
            match = Match(
                round=round,
                mentee=mentee,
                mentor=mentor,
                role="mentor",
                proposed_at=now,
                answer_by=now + timedelta(days=7),
            )
            match.why = {"fit": 0, "parts": [], "reasons": []}
            match.talk = to_document(Talk())
            match.save()
    return round


def test_mentors_say_yes_while_their_matches_are_taken_back(asked_at_once, prof_lindqvist, now):
    last = list(asked_at_once.matches.order_by("-pk").select_related("mentor__profile")[:MENTEES])

    def accept(match):
        accept_match(match_id=match.pk, side="mentor", by=match.mentor.profile, now=now)

    def recall():
        recall_matches(round=asked_at_once, words="Sorry.", by=prof_lindqvist, now=now)

    calls = [*(lambda one=one: accept(one) for one in last[:5]), recall]
    calls += [lambda one=one: accept(one) for one in last[5:]]
    with ThreadPoolExecutor(len(calls)) as at_once:
        list(at_once.map(on_its_own, calls, timeout=LONG))

    matches = Match.objects.filter(round=asked_at_once)
    assert not matches.filter(state="proposed").exists()
    served = list(matches.filter(state="accepted").values_list("mentee", flat=True))
    assert len(served) == len(set(served))
    recalled = set(matches.filter(cause="director").values_list("mentee", flat=True))
    assert recalled.isdisjoint(served)
    assert len(recalled) + len(served) == MENTEES


def draft(owner, name, now, hashtag="Spring"):
    today = now.date()
    days = [today + timedelta(days=count) for count in (0, 28, 42, 220)]
    return setting_up.draft_programme(
        NewDraft(
            template="society",
            name=name,
            hashtag=hashtag,
            time_zone="UTC",
            plan=Plan(
                name="First",
                opens_on=days[0],
                closes_on=days[1],
                starts_on=days[2],
                ends_on=days[3],
            ),
        ),
        by=owner,
        now=now,
    )


def while_it_is_open(first, second):
    """``second`` begins when ``first`` is done and not stored yet; what it was refused with."""
    with ThreadPoolExecutor(1) as other:
        with transaction.atomic():
            first()
            refused = other.submit(on_its_own, second)
            until_somebody_waits()
        return refused.result(timeout=LONG)


@pytest.fixture
def _everybody_may(settings):
    settings.PROGRAMMES_STARTED_BY = "members"


@pytest.mark.usefixtures("_everybody_may")
def test_of_two_with_one_hashtag_published_at_once_one_is_refused(prof_lindqvist, now):
    one, other = (draft(prof_lindqvist, name, now) for name in ("One", "Other"))

    refused = while_it_is_open(
        lambda: setting_up.publish_programme(one, by=prof_lindqvist, now=now),
        lambda: setting_up.publish_programme(other, by=prof_lindqvist, now=now),
    )

    assert isinstance(refused, HashtagTaken)
    assert Programme.objects.get(pk=one.pk).is_active
    assert Programme.objects.get(pk=other.pk).is_draft
    assert other.rounds.get().state == "planned"


@pytest.mark.usefixtures("_everybody_may")
def test_a_hashtag_that_another_gets_at_the_same_moment_is_refused(prof_lindqvist, now):
    one, other = (draft(prof_lindqvist, name, now, hashtag=name) for name in ("One", "Other"))
    setting_up.publish_programme(other, by=prof_lindqvist, now=now)

    def rename(programme):
        changes = {"hashtag": "Both"}
        setting_up.change_set_up(programme, changes, by=prof_lindqvist, now=now)

    def publish_renamed():
        rename(one)
        setting_up.publish_programme(one, by=prof_lindqvist, now=now)

    refused = while_it_is_open(publish_renamed, lambda: rename(other))

    assert isinstance(refused, ValidationError)
    assert "hashtag" in refused.message_dict
    assert Programme.objects.get(pk=other.pk).hashtag == "Other"


@pytest.mark.usefixtures("_everybody_may")
def test_two_started_at_once_with_one_name_get_two_addresses(prof_lindqvist, now):
    refused = while_it_is_open(
        lambda: draft(prof_lindqvist, "Rural mentors", now),
        lambda: draft(prof_lindqvist, "Rural mentors", now),
    )

    assert refused is None
    found = Programme.objects.filter(name="Rural mentors").order_by("pk")
    assert [one.slug for one in found] == ["rural-mentors", "rural-mentors-2"]
