"""What notifications hold about one person, for her own archive."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from corridor.notifications import queries
from corridor.notifications.models import Notification, Permission, Policy
from corridor.people.higher_contexts import HigherContext, Section

if TYPE_CHECKING:
    from corridor.people.models import Profile

OTHERS = "She did it; whoever is told has it in hers."


def archive(profile: "Profile") -> Sequence[Section]:
    return [_notifications(profile), _permissions(profile), _policy(profile), _mail(profile)]


def _notifications(profile: "Profile") -> Section:
    rows = Notification.objects.filter(recipient=profile).order_by("id")
    return Section(
        key="notifications",
        title=_("What you were told of"),
        rows=[
            {"at": one.at, "what": one.get_kind_display(), "by": one.by.handle, "post": one.post_id}
            for one in rows.select_related("by")
        ],
        labels={"at": _("When"), "what": _("What"), "by": _("By"), "post": _("Post")},
    )


def _permissions(profile: "Profile") -> Section:
    rows = Permission.objects.filter(recipient=profile).order_by("pk").select_related("by")
    return Section(
        key="notification_permissions",
        title=_("Whose news always reaches you"),
        rows=[{"by": one.by.handle} for one in rows],
        labels={"by": _("By")},
    )


def _policy(profile: "Profile") -> Section:
    columns = {
        field.name: field.verbose_name
        for field in Policy._meta.concrete_fields
        if field.name.startswith("for_")
    }
    chosen = Policy.objects.filter(profile=profile)
    return Section(
        key="notification_policy",
        title=_("News from people whom you do not know"),
        rows=list(chosen.values(*columns)),
        labels=columns,
    )


def _mail(profile: "Profile") -> Section:
    wishes = queries.mail_wishes(profile.pk)
    return Section(
        key="notification_mail",
        title=_("What comes by mail, once a day"),
        rows=[
            {
                "mentions": wishes.mentions,
                "follow_requests": wishes.follow_requests,
                "flags": wishes.flags,
                "shields": wishes.shields,
                "notes": wishes.notes,
            }
        ],
        labels={
            "mentions": _("Replies and mentions"),
            "follow_requests": _("Who asks to follow you"),
            "flags": _("What came of your flags"),
            "shields": _("That a shield is offered to you, at once"),
            "notes": _("Context notes, and works that were retracted"),
        },
        is_one=True,
    )


ABOUT_PEOPLE = HigherContext(
    archive=archive,
    works_with=lambda _profile: frozenset(),
    forget=lambda _profile, _handle: None,
    holds={
        "notifications.MailWishes.profile": "notification_mail",
        "notifications.Notification.recipient": "notifications",
        "notifications.Permission.recipient": "notification_permissions",
        "notifications.Policy.profile": "notification_policy",
    },
    excuses={
        "notifications.Notification.by": OTHERS,
        "notifications.Permission.by": OTHERS,
    },
)
