"""A small round whose best matches can be worked out by hand.

Everybody speaks English, nobody has said her hours, and each mentee needs one thing. Dr Osei has
two places and helps with research and study skills, Dr Vaughan one and helps with publishing.
Amara and Sam need what Dr Osei covers, Tọ́mi what Dr Vaughan covers. Sam ranked Dr Vaughan only,
so Sam with Dr Osei needs a look.
"""

from datetime import date

import pytest

from corridor.algorithms.matching.options import Options
from corridor.demo.cast import DR_VAUGHAN, EILIDH, PROF_RAMAN, SAM, TOMI
from corridor.programmes.actions import (
    NewApplication,
    NewProgramme,
    NewRound,
    apply_to_round,
    approve_proposal,
    close_applications,
    open_round,
    run_matching,
    start_programme,
)
from corridor.programmes.actions.publishing import HOLD, release_due, schedule_publication
from corridor.programmes.answers import Answers
from corridor.programmes.documents import to_document
from corridor.programmes.models import Application, Match, Round

ENGLISH = frozenset({"english"})


@pytest.fixture
def dr_vaughan(meet):
    return meet(DR_VAUGHAN)


@pytest.fixture
def prof_raman(meet):
    """Directs another programme."""
    return meet(PROF_RAMAN)


@pytest.fixture
def sam(meet):
    return meet(SAM)


@pytest.fixture
def tomi(meet):
    return meet(TOMI)


@pytest.fixture
def eilidh(meet):
    return meet(EILIDH)


@pytest.fixture
def programme(prof_lindqvist):
    return start_programme(
        NewProgramme(
            slug="first-gen", name="First-Gen in Medicine", hashtag="FirstGenMed", description="Us."
        ),
        directors=[prof_lindqvist],
    )


@pytest.fixture
def open_spring(programme, prof_lindqvist):
    return open_round(
        programme=programme,
        new=NewRound(
            name="Spring 2026",
            opens_on=date(2026, 1, 12),
            closes_on=date(2026, 2, 15),
            starts_on=date(2026, 3, 30),
            ends_on=date(2026, 9, 25),
            options=Options(seed="spring"),
        ),
        by=prof_lindqvist,
    )


@pytest.fixture
def apply(open_spring, now):
    """`apply(amara, needs=frozenset({"research"}))`; a mentor with `is_mentor=True`."""

    def send(profile, *, is_mentor=False, **answers):
        new = NewApplication(is_mentor=is_mentor, answers=Answers(languages=ENGLISH, **answers))
        return apply_to_round(round=open_spring, new=new, by=profile, now=now)

    return send


@pytest.fixture
def everybody(apply, amara, dr_osei, dr_vaughan, sam, tomi):
    covers = frozenset({"research", "study skills"})
    return {
        "amara": apply(amara, needs=frozenset({"research"}), choices=(dr_osei.handle,)),
        "sam": apply(sam, needs=frozenset({"study skills"}), choices=(dr_vaughan.handle,)),
        "tomi": apply(tomi, needs=frozenset({"publishing"}), choices=(dr_vaughan.handle,)),
        "dr_osei": apply(dr_osei, is_mentor=True, covers=covers, capacity=2),
        "dr_vaughan": apply(
            dr_vaughan, is_mentor=True, covers=frozenset({"publishing"}), capacity=1
        ),
    }


@pytest.fixture
def spring(everybody, open_spring, prof_lindqvist):
    """Under review, and not matched yet."""
    del everybody
    return close_applications(round=open_spring, by=prof_lindqvist)


@pytest.fixture
def run(spring, prof_lindqvist, now):
    return run_matching(round=spring, by=prof_lindqvist, now=now)


@pytest.fixture
def proposal_of(run):
    """`proposal_of("amara_nwosu")` in the first run."""
    return lambda handle: run.proposals.get(mentee__profile__handle=handle)


@pytest.fixture
def publish(run, prof_lindqvist, now):
    """`publish()`: what is approved, or everything, is told to both sides."""

    def publish():
        for proposal in run.proposals.filter(approval=None).order_by("pk"):
            approve_proposal(proposal=proposal, by=prof_lindqvist, now=now)
        schedule_publication(run=run, by=prof_lindqvist, now=now)
        release_due(now=now + HOLD)
        return Round.objects.get(pk=run.round_id)

    return publish


@pytest.fixture
def told_to_all(publish):
    """The round whose matches are published."""
    return publish()


@pytest.fixture
def match_of(told_to_all):
    """`match_of("amara_nwosu")` in the published round."""
    return lambda handle: Match.objects.get(round=told_to_all, mentee__profile__handle=handle)


@pytest.fixture
def wait(open_spring, now):
    """`wait(eilidh)`: she is in the round, after its matches are out, and has nobody."""

    def wait(profile, *, waited=0):
        application = Application(
            round_id=open_spring.pk,
            profile=profile,
            side="mentee",
            state="in",
            applied_at=now,
            waited=waited,
        )
        said = Answers(languages=ENGLISH, needs=frozenset({"research"}))
        application.answers = to_document(said)
        application.save()
        return application

    return wait
