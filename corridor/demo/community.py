"""The seeded community: people, two programmes, a finished round and two under review."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.db import transaction

from corridor.algorithms.matching.options import Barrier, Options
from corridor.demo.accounts import PASSWORD, SIGN_INS
from corridor.demo.answering import publish_a_round
from corridor.demo.applications import Applicant, applicants
from corridor.demo.attacked import name_helper, remember_attack
from corridor.demo.cast import AMARA, CAST, DR_VAUGHAN, PROF_LINDQVIST
from corridor.demo.celebrating import celebrate
from corridor.demo.circling import form_circles
from corridor.demo.coming_in import open_the_door
from corridor.demo.describing import describe
from corridor.demo.directing import set_up
from corridor.demo.earlier_round import live_through
from corridor.demo.flagging import flag
from corridor.demo.gathering import gather
from corridor.demo.leading import be_reminded, lead, write_to_many
from corridor.demo.meeting import meet
from corridor.demo.mentoring import work_together
from corridor.demo.messaging import write_messages
from corridor.demo.noting import add_context
from corridor.demo.people import DemoPerson, people
from corridor.demo.posting import post_as_people_do
from corridor.demo.settling import settle_in
from corridor.demo.shielding import shield
from corridor.demo.teaching import teach
from corridor.demo.turning_to_mentors import turn_to_mentors
from corridor.demo.verifying import verify_people
from corridor.notifications.actions import choose_mail
from corridor.people.actions import NewPerson, refreshed_together, register_person
from corridor.people.letters import told_to_nobody
from corridor.programmes import actions, queries
from corridor.programmes.actions import answering

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Programme, Round

SEED = "first-gen 2026"
SLUG = "first-gen-in-medicine"
PEOPLE = 400
MENTEES, MENTORS = 120, 60
EARLIER_MENTEES, EARLIER_MENTORS = 20, 16
EVALUATED = 4
"""Mentees whose work a mentor of this round assesses."""

Profiles = Mapping[str, "Profile"]


def everybody() -> list[DemoPerson]:
    taken = frozenset(who.handle for who in CAST)
    rng = random.Random(SEED)
    return [*CAST, *people(PEOPLE - len(CAST), rng=rng, taken=taken)]


def is_seeded() -> bool:
    return queries.programme(SLUG) is not None


def seed(*, now: datetime) -> bool:
    """Whether anything was written: an existing demo is left as it is."""
    if is_seeded():
        return False
    with transaction.atomic(), told_to_nobody():
        _seed(now)
    return True


def _seed(now: datetime) -> None:
    cast = everybody()
    with refreshed_together():
        profiles = {who.handle: _register(who, now) for who in cast}
        for who in cast:
            settle_in(profiles[who.handle], who, now=now)
    describe(profiles, cast, now=now)
    _let_in(now)
    verify_people(cast, profiles, now=now)
    _run_programmes(profiles, cast, now=now)
    readers = post_as_people_do(cast, profiles, now=now)
    teach(profiles, [one for one in readers if one.handle != AMARA.handle], now=now)
    celebrate(profiles, now=now)
    flag(profiles, now=now)
    remember_attack(profiles, now=now)
    shield(profiles, now=now)
    name_helper(profiles, now=now)
    work_together(profiles, now=now)
    _want_no_mail(profiles)
    add_context(profiles, now=now)
    write_messages(profiles, now=now)
    turn_to_mentors(profiles, now=now)
    meet(profiles, now=now)
    gather(profiles, programme=SLUG, now=now)
    be_reminded(profiles, now=now)


def _run_programmes(profiles: Profiles, cast: Sequence[DemoPerson], *, now: datetime) -> None:
    director = profiles[PROF_LINDQVIST.handle]
    programme = actions.start_programme(
        actions.NewProgramme(
            slug=SLUG,
            name="First-Gen in Medicine",
            hashtag="FirstGenMed",
            description=(
                "For students and trainees who are the first in their family at university, and"
                " for everybody who remembers what nobody told them. Six months, a meeting a"
                " month, one person who has been there."
            ),
        ),
        directors=[director],
    )
    rng = random.Random(SEED)
    earlier = _autumn(programme, director, profiles, rng=rng, now=now)
    _spring(programme, earlier, profiles, rng=rng, now=now)
    set_up(profiles, programme, now=now)
    lead(profiles, programme, now=now)
    form_circles(profiles, cast, now=now)
    opened = open_the_door(profiles, cast, now=now)
    told = publish_a_round(profiles, cast, now=now)
    write_to_many(opened, told, by=director, now=now)
    answering.open_missing_accounts(now=now)


def _want_no_mail(profiles: Profiles) -> None:
    """Nobody lives at these addresses: no digest goes out when the demo starts."""
    for profile in profiles.values():
        choose_mail((), by=profile.pk)


def _register(who: DemoPerson, now: datetime) -> "Profile":
    return register_person(
        NewPerson(
            email=who.email,
            handle=who.handle,
            display_name=who.name,
            pronouns=who.pronouns,
            stage=who.stage,
            grade=who.grade,
            specialty=who.specialty,
            institution=who.institution,
            country=who.country,
            time_zone=who.zone,
        ),
        password=None,
        now=now,
    )


def _let_in(now: datetime) -> None:
    """Few people of the demo sign in, all with one password: it is hashed once."""
    emails = [sign_in.person.email for sign_in in SIGN_INS]
    get_user_model().objects.filter(email__in=emails).update(
        password=make_password(PASSWORD), joined_at=now
    )


def _autumn(
    programme: "Programme",
    director: "Profile",
    profiles: Profiles,
    *,
    rng: random.Random,
    now: datetime,
) -> "Round":
    new = actions.NewRound(
        name="Autumn 2025",
        opens_on=date(2025, 8, 18),
        closes_on=date(2025, 9, 14),
        starts_on=date(2025, 9, 29),
        ends_on=date(2026, 3, 27),
        options=Options(seed="autumn 2025"),
    )
    earlier = actions.open_round(programme=programme, new=new, by=director)
    everyone = applicants(everybody(), mentees=EARLIER_MENTEES, mentors=EARLIER_MENTORS, rng=rng)
    _apply(earlier, everyone, profiles, now - timedelta(days=200))
    earlier = actions.close_applications(round=earlier, by=director)
    at = now - timedelta(days=180)
    run = actions.run_matching(round=earlier, by=director, now=at)
    for proposal in queries.proposals(run):
        actions.approve_proposal(proposal=proposal, by=director, now=at)
    return live_through(earlier, run, by=director)


def _spring(
    programme: "Programme",
    earlier: "Round",
    profiles: Profiles,
    *,
    rng: random.Random,
    now: datetime,
) -> None:
    director = profiles[PROF_LINDQVIST.handle]
    new = actions.NewRound(
        name="Spring 2026",
        opens_on=date(2026, 1, 12),
        closes_on=date(2026, 2, 15),
        starts_on=date(2026, 3, 30),
        ends_on=date(2026, 9, 25),
        options=Options(seed="spring 2026"),
        follows=earlier,
    )
    spring = actions.open_round(programme=programme, new=new, by=director)
    everyone = applicants(everybody(), mentees=MENTEES, mentors=MENTORS, rng=rng)
    _apply(spring, everyone, profiles, now - timedelta(days=20))
    _declare(spring, everyone, profiles, rng=rng, now=now)
    spring = actions.close_applications(round=spring, by=director)
    _review(spring, director, now)


def _apply(
    round: "Round",
    everyone: Sequence[Applicant],
    profiles: Profiles,
    now: datetime,
) -> None:
    for minutes, applicant in enumerate(everyone):
        actions.apply_to_round(
            round=round,
            new=actions.NewApplication(is_mentor=applicant.is_mentor, answers=applicant.answers),
            by=profiles[applicant.person.handle],
            now=now + timedelta(minutes=minutes),
        )


def _declare(
    round: "Round",
    everyone: Sequence[Applicant],
    profiles: Profiles,
    *,
    rng: random.Random,
    now: datetime,
) -> None:
    """Dr Vaughan assesses Amara's block in May; others assess the mentee who ranks them first."""
    ranked = [
        (one.person.handle, one.answers.choices[0])
        for one in everyone
        if not one.is_mentor and one.answers.choices and one.person != AMARA
    ]
    evaluated = [(AMARA.handle, DR_VAUGHAN.handle), *rng.sample(ranked, k=EVALUATED - 1)]
    for mentee, mentor in evaluated:
        actions.declare_relation(
            round=round,
            new=actions.NewRelation(
                mentee=profiles[mentee], mentor=profiles[mentor], barrier=Barrier.EVALUATOR
            ),
            by=profiles[PROF_LINDQVIST.handle],
            now=now,
        )


def _review(round: "Round", director: "Profile", now: datetime) -> None:
    """Yesterday's run, a pair that asked not to be matched, and the run of this morning."""
    yesterday = now - timedelta(hours=25)
    run = actions.run_matching(round=round, by=director, now=yesterday)
    actions.approve_many(run=run, by=director, now=yesterday + timedelta(minutes=6))
    apart = queries.proposals(run).filter(needs_look=True).last()
    if apart is None:
        return
    actions.forbid_pair(
        proposal=apart,
        reason="They shared a ward last year and both asked for somebody new.",
        by=director,
        now=now - timedelta(minutes=40),
    )
