"""A badge ends before its time: a reviewer has a reason, or its owner wants it gone."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from corridor.people import badge_words, evidence, letters, policies, queries
from corridor.people.actions.refresh_entry import refresh_figures
from corridor.people.actions.verifying.decide_claim import ReasonMissing
from corridor.people.actions.verifying.note_claim import NotAReviewer
from corridor.people.choices import Route
from corridor.people.letters import Button, Letter
from corridor.people.models import Badge, Profile, Vouch

NEEDED_VOUCHES = 2
BY_OWNER = "by_owner"
VOUCH_GONE = "vouch_gone"
"""Why a badge ended, as codes that pages word; a reviewer's own reason is kept as written."""


class BadgeEndedAlready(Exception):
    """Nothing to withdraw."""


@transaction.atomic
def withdraw_badge(*, badge: Badge, reason: str, by: Profile, now: datetime) -> None:
    """Its owner needs no reason. Raises NotAReviewer, ReasonMissing or BadgeEndedAlready."""
    is_owner = policies.owns(by, badge.profile)
    if not is_owner and not queries.can_review_person(by, badge.profile, today=now.date()):
        raise NotAReviewer
    if not is_owner and not reason.strip():
        raise ReasonMissing
    locked = Badge.objects.select_for_update().get(pk=badge.pk)
    if locked.withdrawn_at is not None:
        raise BadgeEndedAlready

    locked.withdrawn_by = by
    end_badge(locked, because=BY_OWNER if is_owner else reason.strip()[:200], now=now)
    for vouched in _vouched_by(locked.profile, now):
        end_vouched_badge(vouched, now=now)


def end_vouched_badge(profile: Profile, *, now: datetime) -> bool:
    """Ends a badge that two vouches held up, when fewer are left; whether it did."""
    since = now - evidence.VALID_FOR[Route.VOUCHES]
    if len(holding_vouches(profile, now=now, since=since)) >= NEEDED_VOUCHES:
        return False
    badge = (
        queries.badges_in_force(now=now)
        .select_for_update()
        .filter(profile=profile, route=Route.VOUCHES)
        .first()
    )
    if badge is None:
        return False
    end_badge(badge, because=VOUCH_GONE, now=now)
    return True


def holding_vouches(profile: Profile, *, now: datetime, since: datetime) -> list[Vouch]:
    """Those of members who are verified, in another way, to this day."""
    verified = queries.badges_in_force(now=now).exclude(route=Route.VOUCHES).values("profile")
    return list(Vouch.objects.filter(vouched=profile, at__gt=since, voucher__in=verified))


def end_badge(badge: Badge, *, because: str, now: datetime) -> None:
    badge.withdrawn_at = now
    badge.withdrawn_because = because
    badge.save(update_fields=["withdrawn_at", "withdrawn_because", "withdrawn_by"])
    refresh_figures(badge.profile)
    if because != BY_OWNER:
        _tell(badge)


def _vouched_by(profile: Profile, now: datetime) -> list[Profile]:
    """Those whose badge rests on her word, once she is not verified any more herself."""
    if queries.is_verified_beyond_vouches(profile, now=now):
        return []
    return [vouch.vouched for vouch in profile.vouches.select_related("vouched__account")]


def _tell(badge: Badge) -> None:
    title = badge_words.title(badge.route, badge.shows)
    because = badge_words.ended_because(badge.withdrawn_because)
    letter = Letter(
        subject=_("A badge of yours was withdrawn"),
        paragraphs=(
            _("This badge is not shown any more: %(title)s.") % {"title": title},
            _("The reason: %(because)s.") % {"because": because},
        ),
        button=Button(
            label=_("See what else you can do"), url=letters.address_of_page("verification")
        ),
        why=letters.to_member(badge.profile.handle),
    )
    letters.tell(letter, to=badge.profile.account.email)
