"""What reviewers of the verification desk work with, and what people see of their own claims.

A reviewer never sees her own claim here, nor one of somebody she is kept from.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q, QuerySet

from corridor.people import evidence, policies
from corridor.people.choices import ClaimState, Route
from corridor.people.models import (
    Badge,
    Claim,
    ClaimNote,
    MailboxProof,
    Profile,
    RegistryRecord,
    RosterEntry,
    Vouch,
)
from corridor.people.queries.relations import kept_from
from corridor.people.queries.verification import badges_in_force


def claims_to_review(viewer: Profile | None, *, today: date) -> QuerySet[Claim]:
    """Open ones, oldest first; nothing for whoever is no reviewer."""
    return _reviewable(viewer, today).filter(state=ClaimState.OPEN).order_by("made_at", "pk")


def claim_to_review(claim_id: int, *, viewer: Profile | None, today: date) -> Claim | None:
    """Open or decided."""
    return _reviewable(viewer, today).filter(pk=claim_id).first()


def claims_decided(viewer: Profile | None, *, today: date) -> QuerySet[Claim]:
    """Newest first."""
    return (
        _reviewable(viewer, today)
        .exclude(state=ClaimState.OPEN)
        .select_related("decided_by")
        .order_by("-decided_at", "-pk")
    )


def waiting_for_others(viewer: Profile, *, today: date) -> int:
    """Open claims that another reviewer has to decide."""
    everything = Claim.objects.filter(state=ClaimState.OPEN).count()
    return everything - claims_to_review(viewer, today=today).count()


def _reviewable(viewer: Profile | None, today: date) -> QuerySet[Claim]:
    if viewer is None or not policies.can_review(viewer):
        return Claim.objects.none()
    return (
        Claim.objects.exclude(profile=viewer)
        .exclude(profile__in=kept_from(viewer, today=today))
        .select_related("profile__account", "registry_record")
        .defer("document")
    )


def can_review_person(viewer: Profile | None, profile: Profile, *, today: date) -> bool:
    """Whether she may withdraw that person's badges."""
    if viewer is None or viewer.pk == profile.pk or not policies.can_review(viewer):
        return False
    return profile.pk not in kept_from(viewer, today=today)


def is_reviewer(profile: Profile | None) -> bool:
    return policies.can_review(profile)


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What lies before a reviewer beside the claim itself."""

    badges: Sequence[Badge]
    """In force, expired and withdrawn, newest first."""
    claims: Sequence[Claim]
    """Earlier ones of the same person."""
    notes: Sequence[ClaimNote]
    record: RegistryRecord | None
    shown_by_others: int
    """Other profiles that have shown, or are showing, the same number."""


def evidence_of(claim: Claim) -> Evidence:
    record = getattr(claim, "registry_record", None)
    earlier = Claim.objects.filter(profile=claim.profile).exclude(pk=claim.pk).defer("document")
    return Evidence(
        badges=list(
            Badge.objects.filter(profile=claim.profile)
            .select_related("by")
            .order_by("-granted_at", "-pk")
        ),
        claims=list(earlier.order_by("-made_at", "-pk")[:20]),
        notes=list(claim.notes.select_related("by").order_by("at", "pk")),
        record=record,
        shown_by_others=_shown_by_others(claim, record) if record else 0,
    )


def _shown_by_others(claim: Claim, record: RegistryRecord) -> int:
    claiming = RegistryRecord.objects.filter(digest=record.digest).exclude(
        claim__profile=claim.profile
    )
    holding = Badge.objects.filter(
        route=Route.NPI, evidence=record.digest, withdrawn_at=None
    ).exclude(profile=claim.profile)
    people = {*claiming.values_list("claim__profile", flat=True)}
    return len(people | {*holding.values_list("profile", flat=True)})


def words_of_record(record: RegistryRecord) -> str:
    """What of it a badge may say: the field and the state, or nothing."""
    return ", ".join(filter(None, (record.taxonomy, record.state)))


def badge_to_withdraw(badge_id: int, *, viewer: Profile, today: date) -> Badge | None:
    """One of her own, or for a reviewer one of anybody she is not kept from."""
    badge = Badge.objects.filter(pk=badge_id).select_related("profile__account").first()
    if badge is None:
        return None
    is_own = badge.profile_id == viewer.pk
    return badge if is_own or can_review_person(viewer, badge.profile, today=today) else None


@dataclass(frozen=True, kw_only=True)
class OwnVerification:
    """What somebody sees of herself."""

    history: Sequence[Badge]
    """Badges that ended before their time."""
    claims: Sequence[Claim]
    open_routes: frozenset[str]
    """Routes with a claim that waits."""
    vouches: Sequence[Vouch]
    vouches_given: Sequence[Vouch]
    mailbox: str
    """Where a code went that has not been typed in, or nothing."""
    rosters: Sequence[str]
    """Lists that name her and have given her no badge that holds."""


def own_verification(profile: Profile, *, now: datetime) -> OwnVerification:
    claims = list(
        Claim.objects.filter(profile=profile).defer("document").order_by("-made_at", "-pk")[:20]
    )
    badges = Badge.objects.filter(profile=profile).exclude(withdrawn_at=None)
    vouches = Vouch.objects.filter(vouched=profile).select_related("voucher")
    given = Vouch.objects.filter(voucher=profile).select_related("vouched")
    proof = MailboxProof.objects.filter(profile=profile).order_by("pk").first()
    held = badges_in_force(now=now).filter(profile=profile, route=Route.ROSTER)
    rosters = RosterEntry.objects.filter(joined=profile).exclude(roster__in=held.values("shows"))
    return OwnVerification(
        history=list(badges.order_by("-withdrawn_at", "-pk")[:20]),
        claims=claims,
        open_routes=frozenset(claim.route for claim in claims if claim.state == ClaimState.OPEN),
        vouches=list(vouches.order_by("at", "pk")),
        vouches_given=list(given.order_by("-at", "-pk")[:50]),
        mailbox=proof.address if proof else "",
        rosters=list(rosters.order_by("roster").values_list("roster", flat=True)),
    )


def badges_standing(profile: Profile, *, viewer: Profile | None, today: date) -> list[Badge]:
    """In force or expired, for a reviewer; nothing for anybody else."""
    if not can_review_person(viewer, profile, today=today):
        return []
    badges = Badge.objects.filter(profile=profile, withdrawn_at=None).select_related("by")
    return list(badges.order_by("-granted_at", "-pk"))


def number_of(claim: Claim, *, viewer: Profile | None, today: date) -> str:
    """The NPI number of an open claim, for a reviewer who may decide it."""
    if claim.state != ClaimState.OPEN:
        return ""
    if claim_to_review(claim.pk, viewer=viewer, today=today) is None:
        return ""
    record = RegistryRecord.objects.filter(claim=claim).first()
    if record is None or not record.number:
        return ""
    return evidence.unseal_number(bytes(record.number), claim_id=claim.pk)


def neighbours(claim: Claim, *, viewer: Profile, today: date) -> tuple[Claim | None, Claim | None]:
    """The open claims before and after it in the queue."""
    waiting = claims_to_review(viewer, today=today).exclude(pk=claim.pk)
    earlier = Q(made_at__lt=claim.made_at) | Q(made_at=claim.made_at, pk__lt=claim.pk)
    return waiting.filter(earlier).last(), waiting.exclude(earlier).first()


def own_claim(claim_id: int, *, viewer: Profile) -> Claim | None:
    claims = Claim.objects.filter(pk=claim_id, profile=viewer)
    return claims.select_related("profile").defer("document").first()


def vouch_of(viewer: Profile, vouched: Profile) -> Vouch | None:
    return Vouch.objects.filter(voucher=viewer, vouched=vouched).first()


def vouched_by(viewer: Profile, handle: str) -> Profile | None:
    """Whoever has this handle, if the viewer vouches for her."""
    vouched = Profile.objects.filter(handle=handle.lower(), account__departure=None)
    return vouched.filter(vouched_by__voucher=viewer).first()
