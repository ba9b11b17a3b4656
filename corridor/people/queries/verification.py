"""Who has shown who they are, and what of it whom may know."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from corridor.algorithms.careers import BY_CODE
from corridor.people import badge_words
from corridor.people.choices import Route, Visibility
from corridor.people.models import Badge, Profile, Vouch
from corridor.people.queries.relations import kept_from


@dataclass(frozen=True, kw_only=True)
class ShownBadge:
    """A badge in words. Of somebody pseudonymous others get one that names a stage at most."""

    id: int | None
    """None where the badge is told of without saying which it is."""
    route: str
    title: str
    how: str | Promise
    limits: str | Promise
    by: str
    granted_at: datetime
    expires_at: datetime
    is_expired: bool
    stage: str
    """The stage that was shown with it, in words."""
    is_vague: bool = False
    """Says a month and no day, for somebody known by another name."""


def is_verified(profile: Profile, *, now: datetime) -> bool:
    return badges_in_force(now=now).filter(profile=profile).exists()


def is_verified_beyond_vouches(profile: Profile, *, now: datetime) -> bool:
    """As whoever vouches has to be."""
    held = badges_in_force(now=now).filter(profile=profile)
    return held.exclude(route=Route.VOUCHES).exists()


def badges_in_force(*, now: datetime) -> QuerySet[Badge]:
    return Badge.objects.filter(withdrawn_at=None, expires_at__gt=now).order_by(
        "-granted_at", "-pk"
    )


def badges_shown(
    profiles: Iterable[Profile], *, viewer: Profile | None, now: datetime
) -> dict[int, list[ShownBadge]]:
    """Id of each profile -> what the viewer sees of its badges, newest first.

    One query; another one or three where somebody is vouched for. Expired badges are shown to
    their owner only, withdrawn ones to nobody here.
    """
    by_id = {profile.pk: profile for profile in profiles}
    standing = Badge.objects.filter(profile__in=by_id, withdrawn_at=None).select_related("by")
    badges = [
        badge
        for badge in standing.order_by("-granted_at", "-pk")
        if badge.expires_at > now or _is_own(badge, viewer)
    ]
    names = _voucher_names(badges, viewer, now)
    shown: dict[int, list[ShownBadge]] = {pk: [] for pk in by_id}
    for badge in badges:
        profile = by_id[badge.profile_id]
        if not profile.is_pseudonymous or _is_own(badge, viewer):
            shown[profile.pk].append(in_words(badge, names.get(profile.pk, ()), now=now))
    for pk, profile in by_id.items():
        if profile.is_pseudonymous and not (viewer is not None and viewer.pk == pk):
            shown[pk] = _vaguely(profile, [one for one in badges if one.profile_id == pk])
    return shown


def in_words(badge: Badge, vouchers: Sequence[str] = (), *, now: datetime) -> ShownBadge:
    is_vouched = badge.route == Route.VOUCHES
    words = badge_words.ROUTES[badge.route]
    return ShownBadge(
        id=badge.pk,
        route=badge.route,
        title=badge_words.vouched_by(vouchers)
        if is_vouched
        else badge_words.title(badge.route, badge.shows),
        how=words.how,
        limits=words.limits,
        by=badge.by.display_name if badge.by else "",
        granted_at=badge.granted_at,
        expires_at=badge.expires_at,
        is_expired=badge.expires_at <= now,
        stage=BY_CODE[badge.stage].name if badge.stage in BY_CODE else "",
    )


def _is_own(badge: Badge, viewer: Profile | None) -> bool:
    return viewer is not None and badge.profile_id == viewer.pk


def _vaguely(profile: Profile, badges: Sequence[Badge]) -> list[ShownBadge]:
    """A stage where a badge shows the one she gives, else that she is verified and no more."""
    telling = [badge for badge in badges if badge.stage and badge.stage == profile.stage]
    if not badges:
        return []
    badge = (telling or list(badges))[0]
    stage = BY_CODE[profile.stage].name if telling else ""
    title = (
        _("Stage verified: %(stage)s") % {"stage": stage}
        if telling
        else _("Verified, by a way that says nothing of the stage")
    )
    return [
        ShownBadge(
            id=None,
            route="",
            title=title,
            how=_("How, where and by whom is not told: this member is known by another name."),
            limits=_("It shows what was so on that day."),
            by="",
            granted_at=badge.granted_at,
            expires_at=badge.expires_at,
            is_expired=False,
            stage=stage,
            is_vague=True,
        )
    ]


def _voucher_names(
    badges: Sequence[Badge], viewer: Profile | None, now: datetime
) -> dict[int, list[str]]:
    """Id of whom they vouch for -> names, empty where this viewer is not told a name."""
    vouched = {badge.profile_id for badge in badges if badge.route == Route.VOUCHES}
    if not vouched:
        return {}
    kept = kept_from(viewer, today=now.date())
    names: dict[int, list[str]] = {pk: [] for pk in vouched}
    vouches = Vouch.objects.filter(vouched__in=vouched).select_related("voucher")
    for vouch in vouches.order_by("at", "pk"):
        names[vouch.vouched_id].append(
            vouch.voucher.display_name if _may_be_named(vouch.voucher, viewer, kept) else ""
        )
    return names


def _may_be_named(voucher: Profile, viewer: Profile | None, kept: set[int]) -> bool:
    if voucher.is_pseudonymous or voucher.pk in kept:
        return False
    return viewer is not None or voucher.visibility == Visibility.PUBLIC
