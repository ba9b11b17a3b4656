"""The director's side of the demo: a team with parts, words of their own, a draft, an archive."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.demo.cast import DR_DELGADO, DR_MENSA, PROF_LINDQVIST, PROF_RAMAN
from corridor.demo.reading import give_to_read
from corridor.people.letters import told_to_nobody
from corridor.programmes.actions import finish_round, forms, setting_up, team
from corridor.programmes.actions.forms import NewQuestion
from corridor.programmes.actions.setting_up import NewDraft, Plan
from corridor.programmes.actions.team import Part
from corridor.programmes.choices import Message, QuestionKind, Side, TeamRole
from corridor.programmes.texts import Words

if TYPE_CHECKING:
    from corridor.people.models import Profile
    from corridor.programmes.models import Programme

DAY = timedelta(days=1)
READER = Part(role=TeamRole.READER, functions=frozenset({"admits", "acts_for"}))
WELCOME = Words(
    subject="Welcome to {programme}, {person}",
    body=(
        "Dear {person},\n\nyou are in. None of us was told how any of this works either; that is"
        " what {programme} is for.\n\nYou hear from us again when people are matched. Until then"
        " say hello under {hashtag}."
    ),
)
AGREEMENT = (
    (
        "Goals. We write down one to three goals in the first meeting and look at them "
        "again half-way."
    ),
    (
        "Meetings. Once a month, 45 minutes. The mentee proposes the times; whoever "
        "cannot come says so the day before."
    ),
    (
        "Money and manners. No question is too basic: which fork, which form, what a "
        "fellowship pays. We ask, and we answer."
    ),
    (
        "What stays between us. What we tell each other goes no further unless we agree "
        "to it, or somebody is in danger."
    ),
    "If it is difficult. Each of us may turn to the programme at any time.",
    (
        "End. After six months, with a last meeting; earlier without giving a reason and "
        "without fault."
    ),
)


def set_up(profiles: Mapping[str, "Profile"], programme: "Programme", *, now: datetime) -> None:
    director = profiles[PROF_LINDQVIST.handle]
    with told_to_nobody():
        _share(programme, profiles, now)
        _write(programme, director, now - 60 * DAY)
        give_to_read(profiles, programme, now=now)
        _draft_residency(director, now)
        _archive_evening(director, now)


def _share(programme: "Programme", profiles: Mapping[str, "Profile"], now: datetime) -> None:
    """A director, a reader who admits and acts for members, and somebody who has not answered."""
    owner = profiles[PROF_LINDQVIST.handle]
    at = now - 90 * DAY
    for who, part in ((PROF_RAMAN, Part(role=TeamRole.DIRECTOR)), (DR_DELGADO, READER)):
        profile = profiles[who.handle]
        asked = team.ask_into_team(programme, profile, part=part, by=owner, now=at)
        team.answer_invitation(asked.pk, accepts=True, by=profile, now=at + DAY)
    reviewer = Part(role=TeamRole.REVIEWER)
    team.ask_into_team(
        programme, profiles[DR_MENSA.handle], part=reviewer, by=owner, now=now - 2 * DAY
    )


def _write(programme: "Programme", director: "Profile", now: datetime) -> None:
    setting_up.change_set_up(
        programme,
        {
            "for_whom": "Students and trainees who are the first in their family at university.",
            "time_zone": "Europe/Stockholm",
        },
        by=director,
        now=now,
    )
    setting_up.write_text(programme, Message.WELCOME, words=WELCOME, by=director, now=now)
    setting_up.write_agreement(programme, "\n\n".join(AGREEMENT), by=director, now=now)
    forms.add_question(
        programme,
        Side.MENTEE,
        new=NewQuestion(
            kind=QuestionKind.LONG,
            label="What do you wish somebody had told you?",
            help_text="Whoever is matched with you reads it. Leave it empty if you like.",
            most=600,
        ),
        by=director,
        now=now,
    )


def _draft_residency(director: "Profile", now: datetime) -> None:
    """Two things are missing still: a domain, and pressing the button."""
    today = now.date()
    new = NewDraft(
        template="residency",
        name="Severnside Residents",
        hashtag="SevernsideResidents",
        time_zone="Europe/London",
        plan=Plan(
            name="Class of this year",
            opens_on=today + 20 * DAY,
            closes_on=today + 41 * DAY,
            starts_on=today + 55 * DAY,
            ends_on=today + 420 * DAY,
        ),
    )
    setting_up.draft_programme(new, by=director, now=now - 3 * DAY)


def _archive_evening(director: "Profile", now: datetime) -> None:
    day = now.date() - 400 * DAY
    new = NewDraft(
        template="speed",
        name="Ten Minutes with a Mentor",
        hashtag="TenMinuteMentors",
        time_zone="Europe/Stockholm",
        plan=Plan(
            name="Spring evening",
            opens_on=day - 30 * DAY,
            closes_on=day - 7 * DAY,
            starts_on=day,
            ends_on=day,
        ),
    )
    at = now - 40 * DAY
    evening = setting_up.draft_programme(new, by=director, now=at)
    setting_up.publish_programme(evening, by=director, now=at)
    finish_round(round=evening.rounds.get(), by=director)
    setting_up.archive_programme(evening, by=director, now=at + 20 * DAY)
