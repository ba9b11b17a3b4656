"""Somebody keeps a plan of her own, shows it to one mentor, and proves only that she has it."""

import secrets
from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.mentoring.actions.hold_relationship import NotYourRelationship, hold_active
from corridor.mentoring.actions.tell_other import tell_other
from corridor.mentoring.models import Plan, PlanAttestation
from corridor.mentoring.plan_words import LONGEST_PART, PARTS
from corridor.people import actions as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_ATTESTATIONS = 20


class PlanIsEmpty(Exception):
    """Nothing is written."""


class PlanTooLong(Exception):
    """One part is longer than a page holds."""


class NoPlan(Exception):
    """She has none."""


class PlanNotFinished(Exception):
    """There is no part yet about goals and what is done for them."""


class AttestedEnough(Exception):
    """There are as many links as anybody needs; withdraw one."""


class NotAttested(Exception):
    """There is no such link of hers."""


@transaction.atomic
def write_plan(
    words: Mapping[str, str], *, owner: "Profile", is_revised: bool = False, now: datetime
) -> Plan:
    """`is_revised`: she went through all of it. Raises PlanIsEmpty or PlanTooLong."""
    said = {key: words.get(key, "").strip() for key in PARTS}
    if not any(said.values()):
        raise PlanIsEmpty
    if any(len(text) > LONGEST_PART for text in said.values()):
        raise PlanTooLong

    people.hold_profile(owner)  # she has one, also where she keeps it twice at once
    plan = _of(owner) or Plan(owner=owner, begun_at=now)
    plan.words, plan.changed_at = said, now
    if is_revised:
        plan.revised_at = now
    plan.save()
    return plan


@transaction.atomic
def show_plan(*, owner: "Profile", relationship_id: int, now: datetime) -> Plan:
    """To the mentor of one relationship, and to nobody else.

    Raises NoPlan, NotYourRelationship, NotOpen or Resting.
    """
    plan = _held(owner)
    held = hold_active(relationship_id, by=owner)
    if held.mentee_id != owner.pk:
        raise NotYourRelationship
    plan.shown_in = held
    plan.save(update_fields=["shown_in"])
    tell_other(held, by=owner, now=now)
    return plan


@transaction.atomic
def hide_plan(*, owner: "Profile") -> None:
    """Raises NoPlan."""
    plan = _held(owner)
    plan.shown_in = None
    plan.save(update_fields=["shown_in"])


@transaction.atomic
def note_plan_discussed(*, owner: "Profile", now: datetime) -> None:
    """Raises NoPlan."""
    plan = _held(owner)
    plan.discussed_at = now
    plan.save(update_fields=["discussed_at"])


@transaction.atomic
def delete_plan(*, owner: "Profile") -> None:
    """What she proved with a link stays true. Raises NoPlan."""
    _held(owner).delete()


@transaction.atomic
def attest_plan(*, owner: "Profile", now: datetime) -> PlanAttestation:
    """That she has a plan, as of the day on which she last changed it.

    Raises NoPlan, PlanNotFinished or AttestedEnough.
    """
    plan = _held(owner)
    if not (plan.words["short"] and plan.words["actions"]):
        raise PlanNotFinished
    links = PlanAttestation.objects.filter(owner=owner, withdrawn_at=None)
    if links.count() >= MOST_ATTESTATIONS:
        raise AttestedEnough
    return PlanAttestation.objects.create(
        owner=owner,
        token=secrets.token_urlsafe(32),
        done_on=plan.changed_at.date(),
        made_at=now,
    )


@transaction.atomic
def withdraw_attestation(attestation_id: int, *, owner: "Profile", now: datetime) -> None:
    """The link proves nothing any more. Raises NotAttested."""
    withdrawn = PlanAttestation.objects.filter(
        pk=attestation_id, owner=owner, withdrawn_at=None
    ).update(withdrawn_at=now)
    if not withdrawn:
        raise NotAttested


def _held(owner: "Profile") -> Plan:
    plan = _of(owner)
    if plan is None:
        raise NoPlan
    return plan


def _of(owner: "Profile") -> Plan | None:
    return Plan.objects.select_for_update().filter(owner=owner).first()
