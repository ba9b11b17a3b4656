"""Two directors approve and decide, and two hundred answers come at once, on connections of
their own."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from functools import partial

import pytest
from django.db import connection

from corridor.algorithms.matching.people import Role
from corridor.mentoring.actions import NoRoom
from corridor.mentoring.models import Relationship
from corridor.people.letters import told_to_nobody
from corridor.programmes import tasks
from corridor.programmes.actions import (
    AlreadyApproved,
    approve_proposal,
    assign_match,
    do_job,
    forbid_pair,
    hold_proposal,
    matching_jobs,
    release_pair,
    swap_proposal,
)
from corridor.programmes.actions.matches import accept_match
from corridor.programmes.answers import Answers
from corridor.programmes.documents import to_document
from corridor.programmes.models import (
    Application,
    Approval,
    Match,
    MatchingJob,
    MatchingRun,
    Override,
    Round,
    TeamMember,
)
from corridor.programmes.talk import Talk
from tests.programmes.stage import *  # noqa: F403 - pytest finds fixtures by name

pytestmark = [
    pytest.mark.skipif(
        connection.vendor == "sqlite", reason="Threads share a database in memory without waiting"
    ),
    pytest.mark.django_db(transaction=True),
]

EACH, WISHED, PLACES, AT_ONCE = 40, 5, 2, 16


@pytest.fixture
def two_hundred(programme, join, now):
    """Forty mentees wish for five mentors each; forty mentors have two places each."""
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

    mentees = [applied("mentee", at, wishes={Role.MENTOR: WISHED}) for at in range(EACH)]
    mentors = [applied("mentor", at, capacity=PLACES) for at in range(EACH)]
    found = []
    for at, mentee in enumerate(mentees):
        for further in range(WISHED):
            match = Match(
                round=round,
                mentee=mentee,
                mentor=mentors[(at + further) % EACH],
                role="mentor",
                proposed_at=now,
                answer_by=now + timedelta(days=7),
            )
            match.why = {"fit": 0, "parts": [], "reasons": []}
            match.talk = to_document(Talk())
            match.save()
            found.append(match)
    return found


class NoWorker:
    """Nobody takes a job up by itself."""

    @staticmethod
    def enqueue(job_id):
        pass


@pytest.fixture
def decisions(run, proposal_of, everybody, prof_lindqvist, prof_raman, now, monkeypatch):
    """Swap, release, choose by hand and part, as in a round that counts as large."""
    monkeypatch.setattr(matching_jobs, "AT_ONCE", 0)
    monkeypatch.setattr(tasks, "match_round", NoWorker)
    amara, sam = proposal_of("amara_nwosu"), proposal_of("sam_whitlock")
    hold_proposal(proposal=sam, by=prof_lindqvist, now=now)
    return [
        partial(
            swap_proposal,
            proposal=amara,
            mentor=everybody["dr_vaughan"],
            by=prof_lindqvist,
            now=now,
        ),
        partial(release_pair, sam, by=prof_raman, now=now),
        partial(
            assign_match,
            mentee=everybody["tomi"],
            mentor=everybody["dr_osei"],
            role=Role.MENTOR,
            by=prof_lindqvist,
            now=now,
        ),
        partial(forbid_pair, proposal=amara, reason="They asked.", by=prof_raman, now=now),
    ]


def refusals(calls):
    """What was refused of all these, made at once."""

    def made(call):
        try:
            with told_to_nobody():
                call()
        except (NoRoom, AlreadyApproved) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as at_once:
        answers = list(at_once.map(made, calls, timeout=240))
    return [one for one in answers if one is not None]


@pytest.fixture
def prof_raman(programme, prof_raman):
    TeamMember.objects.create(programme=programme, profile=prof_raman, role="director")
    return prof_raman


def test_nothing_is_lost_and_nobody_is_given_more_than_she_takes(
    two_hundred, run, decisions, prof_lindqvist, prof_raman, now
):
    proposals = list(run.proposals.order_by("pk"))
    answers = [
        partial(accept_match, match_id=match.pk, side="mentor", by=match.mentor.profile, now=now)
        for match in two_hundred
    ]
    approvals = [
        partial(approve_proposal, proposal=proposal, by=director, now=now)
        for proposal in proposals
        for director in (prof_lindqvist, prof_raman)
    ]

    refused = refusals([*answers[:100], *approvals, *decisions, *answers[100:]])

    taken = [relationship.mentor_id for relationship in Relationship.objects.all()]
    assert len(taken) == EACH * PLACES
    assert max(taken.count(mentor) for mentor in set(taken)) == PLACES
    assert Match.objects.filter(state="accepted").count() == EACH * PLACES
    assert Match.objects.filter(state="proposed").count() == len(two_hundred) - EACH * PLACES
    assert Approval.objects.count() == len(proposals)
    assert Override.objects.filter(kind="approve").count() == len(proposals)
    assert len(refused) == len(two_hundred) - EACH * PLACES + len(proposals)

    kinds = Override.objects.exclude(kind="approve").values_list("kind", flat=True)
    assert sorted(kinds) == ["forbid", "hold", "hold", "release", "swap"]
    do_job(MatchingJob.objects.get().pk, now=now)
    after = MatchingRun.objects.latest("number").proposals
    assert set(after.values_list("mentee__profile__handle", "mentor__profile__handle")) == {
        ("amara_nwosu", "helen_vaughan"),
        ("sam_whitlock", "kwame_osei"),
        ("tomi_lawal", "kwame_osei"),
    }
