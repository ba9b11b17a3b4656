"""Whom a message to many in a round reaches, as things stand at that moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.core import signing
from django.db.models import Q, QuerySet

from corridor.mentoring import queries as mentoring
from corridor.people import queries as people
from corridor.programmes import policies
from corridor.programmes.choices import Audience
from corridor.programmes.models import (
    Application,
    Match,
    NoRoundMessages,
    Programme,
    Round,
    RoundMessage,
)
from corridor.programmes.policies import Right
from corridor.programmes.queries.matches import unserved
from corridor.programmes.states import OPEN_MATCH

if TYPE_CHECKING:
    from corridor.people.models import Profile

SALT = "corridor.programmes.round-messages"
OF_MATCHES = frozenset({Audience.UNMATCHED, Audience.UNANSWERED, Audience.NO_MEETING})
"""There are none before matches are told."""


class UnknownLink(Exception):
    """It was not made here, or whoever it was for has left."""


@dataclass(frozen=True, kw_only=True)
class Reached:
    ids: set[int]
    spared: int
    """Those who want no such mails, have left, or are kept apart from whoever writes."""

    @cached_property
    def people(self) -> "Sequence[Profile]":
        """By name; with their accounts."""
        found = people.whole_profiles(self.ids)
        return sorted(found, key=lambda one: (one.display_name, one.pk))


def audiences(round: Round) -> Sequence[Audience]:
    return [one for one in Audience if round.is_told or one not in OF_MATCHES]


def reached(round: Round, audience: str, *, by: "Profile", today: date) -> Reached:
    ids = _ids(round, Audience(audience)) - {by.pk}
    spared = people.kept_from(by, today=today) & ids
    unwanting = NoRoundMessages.objects.filter(programme=round.programme_id, profile__in=ids)
    spared |= set(unwanting.order_by().values_list("profile", flat=True))
    left = people.ids_here(ids - spared)
    return Reached(ids=left, spared=len(ids) - len(left))


def round_to_write_to(slug: str, round_id: int, *, viewer: "Profile") -> Round | None:
    may = policies.programmes_with(viewer, Right.MESSAGE)
    rows = Round.objects.filter(programme__in=may, programme__slug=slug, pk=round_id)
    return rows.select_related("programme").first()


def messages_of(round: Round) -> QuerySet[RoundMessage]:
    rows = RoundMessage.objects.filter(round=round).select_related("by")
    return rows.order_by("-made_at", "-pk")


def end_token(programme: Programme, profile: "Profile") -> str:
    return signing.dumps([programme.pk, profile.pk], salt=SALT)


def programme_of_link(token: str) -> tuple[Programme, int]:
    """With the id of whoever it was for. Raises UnknownLink."""
    try:
        programme_id, profile_id = signing.loads(token, salt=SALT)
    except signing.BadSignature as wrong:
        raise UnknownLink from wrong
    programme = Programme.objects.filter(pk=programme_id).first()
    if programme is None or people.profile_to_write_to(profile_id) is None:
        raise UnknownLink
    return programme, profile_id


def has_ended_messages(programme: Programme, profile_id: int) -> bool:
    return NoRoundMessages.objects.filter(programme=programme, profile=profile_id).exists()


def _ids(round: Round, audience: Audience) -> set[int]:
    if audience in OF_MATCHES and not round.is_told:
        return set()
    if audience == Audience.UNMATCHED:
        return {one.profile_id for one in unserved(round)}
    if audience == Audience.UNANSWERED:
        return _whose_turn_it_is(round)
    if audience == Audience.NO_MEETING:
        became = round.matches.filter(relationship__isnull=False).order_by()
        return mentoring.without_meeting(became.values_list("relationship", flat=True))
    taking_part = round.applications.filter(state=Application.State.IN)
    if audience == Audience.MENTEES:
        taking_part = taking_part.filter(side=Application.Side.MENTEE)
    elif audience == Audience.MENTORS:
        taking_part = taking_part.filter(side=Application.Side.MENTOR)
    return set(taking_part.order_by().values_list("profile", flat=True))


def _whose_turn_it_is(round: Round) -> set[int]:
    """Of open matches: a mentee who was asked something, else the mentor; in a round that asks
    both, whoever has not said yes.
    """
    rows = round.matches.filter(state__in=OPEN_MATCH).order_by()
    asked = rows.filter(state=Match.State.ASKED)
    others = rows.exclude(state=Match.State.ASKED)
    both = Q(needs_both=True, mentee_agreed_at=None)
    return {
        *asked.values_list("mentee__profile", flat=True),
        *others.filter(mentor_agreed_at=None).values_list("mentor__profile", flat=True),
        *others.filter(both).values_list("mentee__profile", flat=True),
    }
