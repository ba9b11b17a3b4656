"""A round that is published: its matches are in every state they can be in."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.algorithms.matching.options import Options
from corridor.demo.applications import Applicant, applicants
from corridor.demo.cast import AMARA, DR_OSEI, PROF_LINDQVIST
from corridor.demo.people import DemoPerson
from corridor.programmes import actions, queries
from corridor.programmes.actions import matches, publishing
from corridor.programmes.actions.matches import NotNow
from corridor.programmes.answers import Answers

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Match, Round

SLUG = "research-first-steps"
SEED = "research 2026"
DR_MENSA = "kwame_mensa"
DRAWN, MENTEES, MENTORS = 20, 9, 10
RANKS = {AMARA.handle: DR_MENSA, DR_MENSA: AMARA.handle}
PUBLISHED_BEFORE = timedelta(days=8)


def publish_a_round(
    profiles: Mapping[str, "Profile"], everybody: Sequence[DemoPerson], *, now: datetime
) -> "Round":
    """Amara waits for an answer, and Dr Osei is waited for; the mentees have answered theirs."""
    director = profiles[PROF_LINDQVIST.handle]
    programme = actions.start_programme(
        actions.NewProgramme(
            slug=SLUG,
            name="First Steps in Research",
            hashtag="FirstStepsResearch",
            description="Six months with somebody who has published, for those who have not.",
        ),
        directors=[director],
    )
    today = now.date()
    new = actions.NewRound(
        name=f"{today:%B %Y}",
        opens_on=today - timedelta(days=40),
        closes_on=today - timedelta(days=12),
        starts_on=today + timedelta(days=6),
        ends_on=today + timedelta(days=190),
        options=Options(seed=SEED),
    )
    opened = actions.open_round(programme=programme, new=new, by=director)
    rng = random.Random(SEED)
    everyone = applicants(everybody, mentees=DRAWN, mentors=DRAWN, rng=rng)
    asking = [one for one in everyone if not one.is_mentor][:MENTEES]
    giving = [one for one in everyone if one.is_mentor][:MENTORS]
    for one in (*asking, *giving):
        said = actions.NewApplication(is_mentor=one.is_mentor, answers=_answers(one))
        actions.apply_to_round(
            round=opened, new=said, by=profiles[one.person.handle], now=now - timedelta(days=20)
        )
    published_at = now - PUBLISHED_BEFORE
    closed = actions.close_applications(round=opened, by=director)
    run = actions.run_matching(round=closed, by=director, now=published_at)
    for proposal in queries.proposals(run):
        actions.approve_proposal(proposal=proposal, by=director, now=published_at)
    publishing.schedule_publication(run=run, by=director, now=published_at)
    publishing.release_due(now=published_at + publishing.HOLD)
    _answer(closed, now)
    closed.refresh_from_db()
    return closed


def _answers(one: Applicant) -> Answers:
    """These two rank each other."""
    first = RANKS.get(one.person.handle)
    return replace(one.answers, choices=(first,)) if first else one.answers


def _answer(round: "Round", now: datetime) -> None:
    told = list(queries.matches_of_round(round))
    awaited = (AMARA.handle, DR_OSEI.handle)
    theirs = [
        one
        for one in told
        if one.mentee.profile.handle in awaited or one.mentor.profile.handle in awaited
    ]
    others = [one for one in told if one not in theirs]
    for match in theirs:
        _ask(match, now - timedelta(days=2))
        matches.answer_mentor(
            match_id=match.pk,
            words="A case report from my last placement, from the idea to the submission.",
            by=match.mentee.profile,
            now=now - timedelta(days=1),
        )
    declined, asked, refused, *rest = others
    matches.decline_match(
        match_id=declined.pk, said=NotNow(), by=declined.mentor.profile, now=now - timedelta(days=3)
    )
    _ask(asked, now - timedelta(days=1))
    matches.refuse_match(
        match_id=refused.pk, by=refused.mentee.profile, now=now - timedelta(days=4)
    )
    for match in rest[:-1]:
        _accept(match, now - timedelta(days=5))
    matches.tend_matches(now=now)
    for match in queries.matches_of_round(round):
        if not match.is_open and match.state != "accepted":
            matches.follow_up(match_id=match.pk, now=now)


def _ask(match: "Match", at: datetime) -> None:
    matches.ask_mentee(match_id=match.pk, question="reach", by=match.mentor.profile, now=at)


def _accept(match: "Match", at: datetime) -> None:
    matches.accept_match(match_id=match.pk, side="mentor", by=match.mentor.profile, now=at)
