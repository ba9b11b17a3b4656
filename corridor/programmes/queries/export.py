"""Everything of a programme as tables, for its directors. The caller asks for Right.SET_UP.

Never in it: messages, notes and logs of meetings, answers to reviews, self-description, reasons
that somebody gave in confidence, and what applicants said (whoever admits them exports that).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.mentoring import queries as mentoring
from corridor.people import queries as people
from corridor.programmes.models import Application, Match, Programme
from corridor.programmes.queries.barriers import barriers
from corridor.programmes.queries.export_of_runs import certificates, how_matches_came_about
from corridor.programmes.queries.matches import WHOLE
from corridor.programmes.queries.materials import tables_of_materials
from corridor.programmes.queries.tables import Table, moment

if TYPE_CHECKING:
    from corridor.people.models import Profile


@dataclass(frozen=True, kw_only=True)
class Export:
    tables: Sequence[Table]
    certificates: Mapping[str, object]
    """Name of its file -> the proof of a run."""


def export(programme: Programme, *, viewer: "Profile", now: datetime) -> Export:
    """Without people who are kept apart from the viewer by a block or an evaluation."""
    apart = people.kept_from(viewer, today=now.date())
    matches = [
        one
        for one in Match.objects.filter(round__programme=programme)
        .select_related(*WHOLE)
        .order_by("proposed_at", "pk")
        if not {one.mentee.profile_id, one.mentor.profile_id} & apart
    ]
    tables = [
        _rounds(programme),
        _applications(programme, apart),
        _matches(matches),
        _relationships(matches, now),
        _team(programme),
        _deeds(programme),
        _barriers(programme),
        *tables_of_materials(programme, apart=apart),
        _public_answers(programme, apart),
        *how_matches_came_about(programme, apart=apart),
    ]
    return Export(tables=tables, certificates=certificates(programme, apart=apart))


def _rounds(programme: Programme) -> Table:
    return Table(
        name="rounds",
        columns={
            "round": "Name",
            "state": "State",
            "opens_on": "First day for applications",
            "closes_on": "Last day for applications",
            "starts_on": "First day of meetings",
            "ends_on": "Last day",
        },
        rows=[
            (
                one.name,
                one.state,
                one.opens_on.isoformat(),
                one.closes_on.isoformat(),
                one.starts_on.isoformat(),
                one.ends_on.isoformat(),
            )
            for one in programme.rounds.order_by("opens_on", "pk")
        ],
    )


def _applications(programme: Programme, apart: Iterable[int]) -> Table:
    rows = (
        Application.objects.filter(round__programme=programme)
        .exclude(profile__in=apart)
        .exclude(state=Application.State.DRAFT)
        .select_related("round", "profile")
    )
    return Table(
        name="applications",
        columns={
            "round": "Name of the round",
            "handle": "Of whoever applied",
            "name": "Name that she shows",
            "side": "mentee or mentor",
            "state": "sent, in, declined or withdrawn; drafts are left out",
            "applied_at": "When it was sent, in UTC",
            "waited": "Rounds on the waiting list before this one",
        },
        rows=[
            (
                one.round.name,
                one.profile.handle,
                one.profile.display_name,
                one.side,
                one.state,
                moment(one.applied_at),
                one.waited,
            )
            for one in rows.order_by("applied_at", "pk")
        ],
    )


def _matches(matches: Iterable[Match]) -> Table:
    return Table(
        name="matches",
        columns={
            "round": "Name of the round",
            "mentee": "Handle",
            "mentor": "Handle",
            "role": "mentor, coach or sponsor",
            "state": "proposed, asked, accepted, declined, lapsed or withdrawn",
            "cause": "Why it came to nothing, such as mentor, silence or full",
            "proposed_at": "When both were told, in UTC",
            "ended_at": "When it was accepted or came to nothing, in UTC",
        },
        rows=[
            (
                one.round.name,
                one.mentee.profile.handle,
                one.mentor.profile.handle,
                one.role,
                one.state,
                one.cause,
                moment(one.proposed_at),
                moment(one.ended_at),
            )
            for one in matches
        ],
    )


def _relationships(matches: Iterable[Match], now: datetime) -> Table:
    ids = {one.relationship_id for one in matches if one.relationship_id}
    going = sorted(mentoring.how_they_go(ids, now=now), key=lambda one: one.relationship.pk)
    return Table(
        name="relationships",
        columns={
            "mentee": "Handle",
            "mentor": "Handle",
            "state": "active, paused or ended",
            "opened_at": "In UTC",
            "ended_at": "In UTC",
            "meetings_held": "Meetings that one of the two said were held",
            "is_signed": "Both signed an agreement",
            "is_silent": "Nothing shows that they are in touch",
        },
        rows=[
            (
                one.relationship.mentee.handle,
                one.relationship.mentor.handle,
                one.relationship.state,
                moment(one.relationship.opened_at),
                moment(one.relationship.ended_at),
                one.held,
                one.is_signed,
                one.is_silent,
            )
            for one in going
        ],
    )


def _team(programme: Programme) -> Table:
    members = programme.team.select_related("profile").order_by("pk")
    return Table(
        name="team",
        columns={"handle": "Of the member", "role": "owner, director, reviewer or reader"},
        rows=[(one.profile.handle, one.role) for one in members],
    )


def _deeds(programme: Programme) -> Table:
    deeds = programme.deeds.select_related("by").order_by("at", "pk")
    return Table(
        name="deeds",
        columns={"at": "In UTC", "by": "Handle", "kind": "What the team did"},
        rows=[(moment(one.at), one.by.handle, one.kind) for one in deeds],
    )


def _barriers(programme: Programme) -> Table:
    return Table(
        name="barriers",
        columns={
            "moment": "application, decline or withdrawal",
            "barrier": "What was in people's way",
            "people": "How many said so; empty where it would give somebody away",
        },
        rows=[
            (figures.moment, barrier, number)
            for figures in barriers(programme)
            for barrier, number in figures.counts.items()
        ],
    )


def _public_answers(programme: Programme, apart: Iterable[int]) -> Table:
    answers = programme.public_answers.exclude(profile__in=apart).select_related("profile")
    return Table(
        name="public_answers",
        columns={
            "handle": "Of whoever was answered",
            "post": "Number of her post",
            "at": "In UTC",
            "taken_back_at": "When the answer was taken back, in UTC",
        },
        rows=[
            (one.profile.handle, one.post_number, moment(one.at), moment(one.taken_back_at))
            for one in answers.order_by("at", "pk")
        ],
    )
