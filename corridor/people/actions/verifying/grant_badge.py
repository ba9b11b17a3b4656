"""Somebody has shown who she is: a badge, in place of an earlier one that said the same."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.algorithms.credentials.orcid import plain_orcid
from corridor.people import evidence
from corridor.people.actions.refresh_entry import refresh_figures
from corridor.people.choices import Route
from corridor.people.models import Badge, Profile

if TYPE_CHECKING:
    from corridor.people.models import RosterEntry

RENEWED = "renewed"
"""Why an earlier badge ended: pages word it."""


class ShownByAnother(Exception):
    """This mailbox, iD or number verifies another profile already."""


@dataclass(frozen=True, kw_only=True)
class NewBadge:
    route: Route
    shows: str = ""
    stage: str = ""
    evidence: str = ""
    """The mailbox, iD or number itself; only a keyed digest of it is kept."""
    by: Profile | None = None


@transaction.atomic
def grant_badge(*, profile: Profile, new: NewBadge, now: datetime) -> Badge:
    """Who may grant it is for the caller to know. Raises ShownByAnother."""
    digest = evidence.digest_of(new.route, new.evidence) if new.evidence else ""
    Profile.objects.select_for_update().get(pk=profile.pk)
    standing = Badge.objects.filter(route=new.route, withdrawn_at=None)
    if digest and standing.filter(evidence=digest).exclude(profile=profile).exists():
        raise ShownByAnother

    earlier = standing.filter(profile=profile)
    same = earlier.filter(shows=new.shows)
    if digest:
        same = same | earlier.filter(evidence=digest)
    same.update(withdrawn_at=now, withdrawn_because=RENEWED)
    badge = Badge.objects.create(
        profile=profile,
        route=new.route,
        shows=new.shows,
        stage=new.stage,
        evidence=digest,
        by=new.by,
        granted_at=now,
        expires_at=now + evidence.VALID_FOR[new.route],
    )
    refresh_figures(profile)
    return badge


@transaction.atomic
def grant_orcid_badge(profile: Profile, orcid: str, now: datetime) -> Badge:
    """She has signed in at ORCID with this iD. Raises NotAnOrcid or ShownByAnother."""
    plain = plain_orcid(orcid)
    badge = grant_badge(
        profile=profile,
        new=NewBadge(route=Route.ORCID, shows=plain, evidence=plain),
        now=now,
    )
    profile.orcid = plain
    profile.save(update_fields=["orcid"])
    return badge


def grant_roster_badge(entry: "RosterEntry", now: datetime) -> Badge | None:
    """None where nobody has joined by this entry, or her badge of this roster still holds."""
    if entry.joined is None:
        return None
    standing = Badge.objects.filter(
        profile=entry.joined, route=Route.ROSTER, shows=entry.roster, withdrawn_at=None
    )
    if standing.filter(expires_at__gt=now).exists():
        return None
    return grant_badge(
        profile=entry.joined,
        new=NewBadge(route=Route.ROSTER, shows=entry.roster, stage=entry.stage),
        now=now,
    )


def grant_roster_badges(profile: Profile, now: datetime) -> list[Badge]:
    """For every roster by which she joined. The ones that were withdrawn stay so."""
    refused = set(
        Badge.objects.filter(profile=profile, route=Route.ROSTER)
        .exclude(withdrawn_at=None)
        .exclude(withdrawn_because=RENEWED)
        .values_list("shows", flat=True)
    )
    entries = profile.roster_entries.select_related("joined").exclude(roster__in=refused)
    return [badge for entry in entries if (badge := grant_roster_badge(entry, now))]
