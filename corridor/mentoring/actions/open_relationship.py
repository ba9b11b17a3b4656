"""The one door by which somebody becomes somebody's mentor, coach or sponsor."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.conversations import actions as conversations
from corridor.kernel import events
from corridor.mentoring import policies
from corridor.mentoring.actions.tell_load import tell_load
from corridor.mentoring.events import RelationshipOpened
from corridor.mentoring.models import OPEN, Relationship, RoleSpan
from corridor.mentoring.origin import Origin
from corridor.people import actions as people
from corridor.people.choices import Kind

if TYPE_CHECKING:
    from corridor.people.models import Profile


class WithHerself(Exception):
    """Nobody is her own mentor."""


class KeptApart(Exception):
    """A block or an evaluation stands between them, or one of them has left."""


class AlreadyTogether(Exception):
    """She has this role for her already."""


class NoRoom(Exception):
    """She takes nobody else in this role."""


@transaction.atomic
def open_relationship(
    *, mentor: "Profile", mentee: "Profile", role: Kind, origin: Origin, now: datetime
) -> Relationship:
    """A pair has one relationship at a time: where it is open, the role is added to it.

    The mentor is held while her places are counted, so they are never exceeded. Where the pair
    works together already and she offers nothing in this role, her yes is enough.

    Raises WithHerself, KeptApart, AlreadyTogether or NoRoom.
    """
    if mentor.pk == mentee.pk:
        raise WithHerself
    _held(mentor, mentee)  # before the people, as everything does that changes a relationship
    for one in sorted((mentor, mentee), key=lambda profile: profile.pk):
        people.hold_profile(one)
    if not policies.may_work_together(mentor, mentee, today=now.date()):
        raise KeptApart
    together = _held(mentor, mentee)
    allowed = origin.places or 0
    if together is not None:
        if together.roles.filter(role=role, ended_at=None).exists():
            raise AlreadyTogether
        allowed = policies.carried_in(mentor, role) + 1
    if not policies.places_left(mentor, role, without_offer=allowed):
        raise NoRoom

    relationship = together or _begin(mentor, mentee, origin, now)
    RoleSpan.objects.create(relationship=relationship, role=role, started_at=now)
    relationship.role_wishes.filter(role=role).delete()
    tell_load(mentor)
    conversations.let_two_write(mentor.pk, mentee.pk)
    events.publish(
        RelationshipOpened(
            relationship_id=relationship.pk,
            mentor_id=mentor.pk,
            mentee_id=mentee.pk,
            role=role.value,
            is_new=together is None,
            at=now,
        )
    )
    return relationship


def _held(mentor: "Profile", mentee: "Profile") -> Relationship | None:
    """What is open between them, locked: nobody ends it while a role is added."""
    between = Relationship.objects.filter(mentor=mentor, mentee=mentee, state__in=OPEN)
    return between.select_for_update(of=("self",)).first()


def _begin(mentor: "Profile", mentee: "Profile", origin: Origin, now: datetime) -> Relationship:
    return Relationship.objects.create(
        mentor=mentor,
        mentee=mentee,
        opened_at=now,
        origin=origin.kind,
        programme_name=origin.programme_name,
        programme_address=origin.programme_address,
        round_name=origin.round_name,
        until=origin.until,
        agreement_text=origin.agreement_text,
        months=origin.months,
        cadence=origin.cadence,
        asks_reviews=origin.asks_reviews,
    )
