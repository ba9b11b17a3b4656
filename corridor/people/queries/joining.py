"""Who wants in, who was invited, and whom rosters name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from allauth.account.models import EmailAddress
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from corridor.people import mailbox_links, policies
from corridor.people.invitation_tokens import digest_of
from corridor.people.models import Account, Admission, Invitation, Profile, RosterEntry
from corridor.people.queries.restrictions import is_suspended

SHOWN = 200


def is_unconfirmed(account: Account) -> bool:
    """Made by somebody who never showed that the mailbox is hers."""
    return (
        not account.is_active
        and account.last_login is None
        and not EmailAddress.objects.filter(user=account, verified=True).exists()
        and not is_suspended(account)
    )


def has_unconfirmed(email: str) -> bool:
    account = Account.objects.filter(email__iexact=email).first()
    return account is not None and is_unconfirmed(account)


def has_account(email: str) -> bool:
    return Account.objects.filter(email__iexact=email).exists()


def members_with(emails: Iterable[str]) -> dict[str, Profile]:
    """Shown mailbox in small letters -> whose it is; nobody who left or may not sign in."""
    wanted = {email.lower() for email in emails}
    shown = EmailAddress.objects.annotate(small=Lower("email")).filter(
        small__in=wanted, verified=True, user__is_active=True, user__departure=None
    )
    return {
        email.small: email.user.profile
        for email in shown.select_related("user__profile").order_by("pk")
    }


def own_mailboxes(profile: Profile) -> list[str]:
    """Those that she has shown to be hers, in small letters."""
    shown = EmailAddress.objects.filter(user=profile.account_id, verified=True).order_by("pk")
    return [email.lower() for email in shown.values_list("email", flat=True)]


def belongs(profile: Profile, *, domains: Iterable[str], rosters: Iterable[str]) -> bool:
    """One of the rosters names her, or she has shown a mailbox at one of the domains or below."""
    mailboxes = own_mailboxes(profile)
    hosts = [mailbox.rpartition("@")[2] for mailbox in mailboxes]
    wanted = [domain.strip().lower() for domain in domains if domain.strip()]
    if any(host == end or host.endswith(f".{end}") for host in hosts for end in wanted):
        return True
    hers = Q(joined=profile) | Q(email__in=mailboxes)
    return RosterEntry.objects.filter(hers, roster__in=list(rosters)).exists()


def newcomer_of_link(token: str, *, now: datetime) -> Account | None:
    """Who gets a link by mail and has not shown yet that the mailbox is hers."""
    try:
        pk, email = mailbox_links.read(token, now=now)
    except mailbox_links.LinkOver:
        return None
    account = Account.objects.filter(pk=pk, email=email).first()
    return account if account is not None and is_unconfirmed(account) else None


def awaits_admission(account: Account) -> bool:
    return Admission.objects.filter(account=account, decided_at=None).exists()


def open_invitation(token: str, *, now: datetime) -> Invitation | None:
    """One that still lets somebody in.

    For a mailbox whose owner began and never showed it to be hers, a used one counts as well.
    """
    invitation = (
        Invitation.objects.filter(
            token_digest=digest_of(token), withdrawn_at=None, expires_at__gt=now
        )
        .select_related("made_by", "roster_entry")
        .first()
    )
    if invitation is None:
        return None
    is_left = invitation.uses < invitation.most_uses
    return invitation if is_left or has_unconfirmed(invitation.email) else None


def invitations(viewer: Profile | None) -> QuerySet[Invitation]:
    """For operators: the newest, without those that rosters sent."""
    shown = Invitation.objects.filter(roster_entry=None).select_related("made_by")
    return shown.order_by("-made_at", "-pk")[:SHOWN] if policies.operates(viewer) else shown.none()


def invitation(viewer: Profile | None, pk: int) -> Invitation | None:
    found = Invitation.objects.filter(pk=pk, roster_entry=None)
    return found.first() if policies.operates(viewer) else None


def admissions(viewer: Profile | None) -> QuerySet[Admission]:
    """For operators: who waits, oldest first, then whom they declined; mailboxes all shown."""
    if not policies.operates(viewer):
        return Admission.objects.none()
    return _shown_admissions().order_by(F("decided_at").asc(nulls_first=True), "asked_at", "pk")[
        :SHOWN
    ]


def admission(viewer: Profile | None, pk: int) -> Admission | None:
    found = _shown_admissions().filter(pk=pk)
    return found.first() if policies.operates(viewer) else None


def _shown_admissions() -> QuerySet[Admission]:
    shown = EmailAddress.objects.filter(user=OuterRef("account"), verified=True)
    return Admission.objects.filter(Exists(shown), is_admitted=False).select_related(
        "account__profile", "decided_by"
    )


def operators_to_tell() -> Sequence[str]:
    return list(
        Account.objects.filter(is_operator=True, is_active=True)
        .order_by("pk")
        .values_list("email", flat=True)
    )


@dataclass(frozen=True, kw_only=True)
class Roster:
    roster: str
    people: int
    invited: int
    members: int


def rosters(viewer: Profile | None) -> list[Roster]:
    """For operators."""
    entries = RosterEntry.objects.all() if policies.operates(viewer) else RosterEntry.objects.none()
    counted = (
        entries.values("roster")
        .annotate(
            people=Count("pk"),
            invited=Count("pk", filter=Q(invitation__isnull=False)),
            members=Count("pk", filter=Q(joined__isnull=False)),
        )
        .order_by("roster")
    )
    return [Roster(**row) for row in counted]


def roster_entries(viewer: Profile | None, roster: str) -> QuerySet[RosterEntry]:
    entries = RosterEntry.objects.filter(roster=roster).select_related("invitation", "joined")
    return entries.order_by("name", "email") if policies.operates(viewer) else entries.none()


def roster_entry(viewer: Profile | None, pk: int) -> RosterEntry | None:
    found = RosterEntry.objects.filter(pk=pk).select_related("invitation", "joined")
    return found.first() if policies.operates(viewer) else None
