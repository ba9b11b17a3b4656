"""An operator keeps a roster: who belongs to a society or school, as its file says."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from corridor.people import policies
from corridor.people.actions.answer_admission import NotAnOperator
from corridor.people.actions.make_invitation import (
    NewInvitation,
    make_invitation,
    renew_invitation,
)
from corridor.people.actions.refresh_entry import refresh_entry
from corridor.people.actions.set_affiliations import Place, set_affiliations
from corridor.people.actions.verifying.grant_badge import grant_roster_badges
from corridor.people.models import Profile, RosterEntry
from corridor.people.roster_file import RosterRow

LONGEST_TITLE = 120
DAYS = 30


class AlreadyJoined(Exception):
    """Whoever this entry means is a member."""


@dataclass(frozen=True, kw_only=True)
class RosterChange:
    added: int
    changed: int


@transaction.atomic
def add_to_roster(
    roster: str, rows: Iterable[RosterRow], *, by: Profile, now: datetime
) -> RosterChange:
    """Who is on it already is brought up to date. Raises NotAnOperator or ValidationError."""
    title = " ".join(roster.split())
    if not policies.operates(by):
        raise NotAnOperator
    if not title or len(title) > LONGEST_TITLE:
        raise ValidationError(_("Give the roster a name of at most 120 characters."))

    added = changed = 0
    for row in rows:
        facts = {"name": row.name, "stage": row.stage, "institution": row.institution}
        _entry, is_new = RosterEntry.objects.update_or_create(
            roster=title,
            email=row.email,
            defaults=facts,
            create_defaults={**facts, "added_by": by, "added_at": now},
        )
        added += is_new
        changed += not is_new
    return RosterChange(added=added, changed=changed)


@transaction.atomic
def invite_from_roster(*, entry: RosterEntry, by: Profile, now: datetime) -> str:
    """The token of a fresh invitation for this mailbox alone; an earlier link stops working.

    Raises NotAnOperator or AlreadyJoined. Who began and never showed her mailbox is asked again.
    """
    if not policies.operates(by):
        raise NotAnOperator
    if entry.joined_id:
        raise AlreadyJoined

    earlier = entry.invitation
    if earlier and not earlier.withdrawn_at and earlier.uses < earlier.most_uses:
        return renew_invitation(invitation=earlier, by=by, now=now)
    entry.invitation, token = make_invitation(
        NewInvitation(email=entry.email, days=DAYS), by=by, now=now
    )
    entry.save(update_fields=["invitation"])
    return token


@transaction.atomic
def claim_roster_entries(profile: Profile, *, email: str, now: datetime) -> int:
    """She has shown this mailbox: its entries are hers, verify her, and fill in what is open."""
    entries = list(RosterEntry.objects.filter(email=email.lower(), joined=None))
    for entry in entries:
        entry.joined = profile
        entry.save(update_fields=["joined"])
        if entry.stage and not profile.stage:
            profile.stage = entry.stage
            profile.save(update_fields=["stage"])
            refresh_entry(profile)
        if entry.institution and not profile.affiliations.exists():
            place = Place(institution=entry.institution)
            set_affiliations(profile=profile, places=[place], by=profile, today=now.date())
    if entries:
        grant_roster_badges(profile, now)
    return len(entries)
