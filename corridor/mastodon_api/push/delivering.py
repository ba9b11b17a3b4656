"""Apps are woken: each that wants to hear of a notification gets a message of its own."""

from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import QuerySet
from django.utils.text import Truncator

from corridor.kernel import outbound_http, sealing
from corridor.kernel.compiled import Compiled
from corridor.mastodon_api.entities.account import avatar_of
from corridor.mastodon_api.models import PushSubscription
from corridor.mastodon_api.notifications.entity import TYPES
from corridor.mastodon_api.push.messages import Receiver, message
from corridor.notifications import queries as notices
from corridor.notifications.wording import sentence
from corridor.people import queries as people

if TYPE_CHECKING:
    from corridor.notifications.models import Notification

PURPOSE = "push"
LONGEST = 140
GONE = {404, 410}
LATER = {408, 429}
REFUSED, FAILED = 300, 500


class TryAgain(Exception):
    """The push service did not take it, but may later."""


def subscriptions_of(profile_id: int, *, now: datetime) -> list[int]:
    """Of apps that may be woken for somebody: ids."""
    return [pk for (pk,) in _subscriptions().rows({"profile": profile_id, "now": now})]


@cache
def _subscriptions() -> Compiled:
    def build(profile: int, now: datetime) -> QuerySet[Any, Any]:
        found = PushSubscription.objects.filter(
            token__user__profile=profile, token__expires__gt=now, token__user__is_active=True
        )
        return found.order_by("pk").values_list("pk")

    return Compiled(build, profile=int, now=datetime)


def deliver(subscription_id: int, notification_id: int, *, now: datetime) -> bool:
    """Whether it went out. What is gone or not wanted any more is not sent.

    A subscription that the push service does not know any more is removed. Raises TryAgain.
    """
    found = PushSubscription.objects.select_related("token__user__profile")
    subscription = found.filter(pk=subscription_id, token__expires__gt=now).first()
    if subscription is None or subscription.token.user is None:
        return False
    viewer = people.profile_of(subscription.token.user)
    rows = notices.notifications(0 if viewer is None else viewer.pk, now=now)
    one = rows.filter(pk=notification_id).select_related("by", "post").first()
    if one is None or not _is_wanted(subscription, one):
        return False
    return _send(subscription, _payload(subscription, one), now)


def _is_wanted(subscription: PushSubscription, one: "Notification") -> bool:
    if TYPES[one.kind] not in subscription.alerts.split():
        return False
    pairs = {
        "followed": (one.recipient_id, one.by_id),
        "follower": (one.by_id, one.recipient_id),
    }
    if subscription.policy not in pairs:
        return subscription.policy == "all"
    follow = people.follow_between(*pairs[subscription.policy])
    return follow is not None and follow.accepted_at is not None


def _payload(subscription: PushSubscription, one: "Notification") -> Mapping[str, object]:
    """https://docs.joinmastodon.org/methods/push/: the notification as apps expect it."""
    said = "" if one.post is None else one.post.content_note or one.post.text
    return {
        "access_token": sealing.unseal(
            bytes(subscription.sealed_token), purpose=PURPOSE, place=str(subscription.token_id)
        ),
        "preferred_locale": settings.LANGUAGE_CODE,
        "notification_id": one.pk,
        "notification_type": TYPES[one.kind],
        "icon": avatar_of(one.by),
        "title": sentence(one, who=one.by.display_name),
        "body": Truncator(said).chars(LONGEST),
    }


def _send(subscription: PushSubscription, payload: Mapping[str, object], now: datetime) -> bool:
    receiver = Receiver(
        endpoint=subscription.endpoint,
        p256dh=subscription.p256dh,
        auth=subscription.auth,
        is_standard=subscription.is_standard,
    )
    made = message(payload, receiver, now=now)
    try:
        answer = outbound_http.post(receiver.endpoint, body=made.body, headers=made.headers)
    except outbound_http.AddressNotAllowed:
        subscription.delete()
        return False
    except outbound_http.NotReached as error:
        raise TryAgain from error
    if answer.code in GONE:
        subscription.delete()
    if answer.code in LATER or answer.code >= FAILED:
        raise TryAgain
    return answer.code < REFUSED
