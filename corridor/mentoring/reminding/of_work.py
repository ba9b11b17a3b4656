"""What two people want to do together, and whether they are in touch at all."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from django.db.models import F, Max, Q

from corridor.algorithms.reminders.table import OF, Kind
from corridor.mentoring import queries
from corridor.mentoring.choices import State
from corridor.mentoring.meeting_choices import Side
from corridor.mentoring.models import AgreementVersion, FirstContact, Goal, Relationship, Wait
from corridor.mentoring.reminding import letters
from corridor.mentoring.states_of_contacts import ContactState
from corridor.reminders.due import Due, only

if TYPE_CHECKING:
    from django.db.models import QuerySet

PEOPLE = ("relationship__mentor__account", "relationship__mentee__account")
HERS = {
    ContactState.MORE: Side.MENTEE,
    ContactState.OFFERED: Side.MENTEE,
    ContactState.HELLO: Side.MENTOR,
    ContactState.WISHED: Side.MENTOR,
}
"""States of a first contact in which one of the two waits for the other."""


def contacts_to_answer(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """To whose turn it is, before it lapses; not where she has only just been asked."""
    before = OF[Kind.ANSWER_HELLO].after
    waiting = FirstContact.objects.filter(
        state__in=list(HERS),
        answer_by__gt=now,
        answer_by__lte=now + before,
        sent_at__lte=now - before,
    )
    people = ("mentor__account", "mentee__account")
    for contact in only(waiting, about).select_related(*people).order_by("pk"):
        is_mentors = HERS[ContactState(contact.state)] == Side.MENTOR
        reader = contact.mentor if is_mentors else contact.mentee
        other = contact.mentee if is_mentors else contact.mentor
        yield Due(
            kind=Kind.ANSWER_HELLO,
            to=reader.pk,
            about=contact.pk,
            since=contact.sent_at,
            letter=partial(letters.contact_waits, contact, reader=reader, other=other),
        )


def agreements_to_sign(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """The newest version of each, to the one who has not signed it."""
    newest = AgreementVersion.objects.filter(
        Q(mentee_signed_at=None) | Q(mentor_signed_at=None),
        relationship__state=State.ACTIVE,
        at__lte=now - OF[Kind.SIGN_AGREEMENT].after,
    )
    newest = newest.annotate(last=Max("relationship__agreements__number")).filter(number=F("last"))
    for version in only(newest, about).select_related(*PEOPLE).order_by("pk"):
        with_whom = version.relationship
        signed = {
            with_whom.mentee: version.mentee_signed_at,
            with_whom.mentor: version.mentor_signed_at,
        }
        for reader in (one for one, at in signed.items() if at is None):
            yield Due(
                kind=Kind.SIGN_AGREEMENT,
                to=reader.pk,
                about=version.pk,
                since=version.at,
                letter=partial(letters.agreement_waits, with_whom, reader=reader),
            )


def promises_over(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    waits = Wait.objects.filter(
        answered_at=None, ends_at__lte=now, relationship__state=State.ACTIVE
    )
    for wait in only(waits, about).select_related(*PEOPLE).order_by("pk"):
        yield Due(
            kind=Kind.ANSWER_MENTEE,
            to=wait.relationship.mentor_id,
            about=wait.pk,
            since=wait.since,
            letter=partial(letters.mentee_waits, wait),
        )


def goals_that_stand_still(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    goals = Goal.objects.filter(
        reached_at=None,
        dropped_at=None,
        changed_at__lte=now - OF[Kind.MOVE_GOAL].after,
        relationship__state=State.ACTIVE,
        by__isnull=False,
    )
    for goal in only(goals, about).select_related("by", *PEOPLE).order_by("pk"):
        if goal.by is not None:
            yield Due(
                kind=Kind.MOVE_GOAL,
                to=goal.by.pk,
                about=goal.pk,
                since=goal.changed_at,
                letter=partial(letters.goal_stands_still, goal, reader=goal.by),
            )


def silent_pairs(*, now: datetime, about: int | None = None) -> Iterable[Due]:
    """To both. Whether they are silent, the page of directors says in the same way; what somebody
    asks for there begins anew.
    """
    for one in queries.how_they_go(_active(now, about), now=now):
        if one.is_silent:
            with_whom = one.relationship
            for reader in (with_whom.mentee, with_whom.mentor):
                yield Due(
                    kind=Kind.SILENCE,
                    to=reader.pk,
                    about=with_whom.pk,
                    since=max(one.last_sign, with_whom.reminder_asked_at or one.last_sign),
                    letter=partial(letters.quiet_between, with_whom, reader=reader),
                )


def _active(now: datetime, about: int | None) -> "QuerySet[Relationship, int]":
    """Ids of those that are long enough under way."""
    rows = Relationship.objects.filter(
        state=State.ACTIVE, opened_at__lte=now - OF[Kind.SILENCE].after
    )
    return only(rows, about).order_by().values_list("pk", flat=True)
