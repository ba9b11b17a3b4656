"""Somebody who is new is given a tip: one a day, each three times at most, none after a no."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from corridor.people import policies, queries
from corridor.people.actions.edit_profile import NotYourProfile
from corridor.people.models import Nudge, Profile
from corridor.people.tips import MOST_TIMES, TIPS, tips_for


class NoSuchTip(Exception):
    """No tip is called so."""


@transaction.atomic
def give_tip(*, profile: Profile, now: datetime) -> str | None:
    """The kind of the tip, counted once a day; None where there is none to give."""
    if not profile.wants_nudges:
        return None
    career = profile.career
    phase = career.phase if career else None
    given = {nudge.kind: nudge for nudge in profile.nudges.all()}
    for tip in tips_for(phase, done=queries.settled(profile)):
        nudge = given.get(tip.kind)
        if nudge is None:
            Nudge.objects.create(profile=profile, kind=tip.kind, given_at=now)
            return tip.kind
        if nudge.stopped_at is not None:
            continue
        if nudge.given_at.date() == now.date():
            return tip.kind
        if nudge.times < MOST_TIMES:
            Nudge.objects.filter(pk=nudge.pk).update(times=F("times") + 1, given_at=now)
            return tip.kind
    return None


@transaction.atomic
def dismiss_tip(*, profile: Profile, kind: str, by: Profile, now: datetime) -> None:
    """For good. Raises NotYourProfile or NoSuchTip."""
    if not policies.owns(by, profile):
        raise NotYourProfile
    if kind not in {tip.kind for tip in TIPS}:
        raise NoSuchTip

    Nudge.objects.update_or_create(
        profile=profile,
        kind=kind,
        defaults={"stopped_at": now},
        create_defaults={"stopped_at": now, "given_at": now},
    )


@transaction.atomic
def refuse_tips(*, profile: Profile, by: Profile) -> None:
    """All of them, for good. Raises NotYourProfile."""
    if not policies.owns(by, profile):
        raise NotYourProfile

    profile.wants_nudges = False
    profile.save(update_fields=["wants_nudges"])
