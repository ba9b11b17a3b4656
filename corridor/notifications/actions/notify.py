"""People are told of something, in the transaction in which it happened."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import QuerySet

from corridor.kernel import events
from corridor.kernel.ids import BITS, new_id
from corridor.notifications import policies
from corridor.notifications.choices import GROUPED, Kind, Treatment
from corridor.notifications.events import Notified
from corridor.notifications.models import Notification
from corridor.notifications.policies import News
from corridor.people import queries as people

AN_HOUR = 3_600_000
"""In the milliseconds that ids are made of."""


def notify(
    news: News,
    *,
    to: QuerySet[Any, Any] | Collection[int],
    but: Sequence[QuerySet[Any, Any]] = (),
) -> set[int]:
    """Those whom it concerns and who want to hear of it; told again, it is told anew."""
    recipients = people.who_hear(to, of=news.by, now=news.at, but=but)
    if news.kind != Kind.POLL:
        recipients -= {news.by}
    if not recipients:
        return recipients
    treatments = policies.treatments(news, recipients)
    telling = [pk for pk in sorted(recipients) if treatments.get(pk) != Treatment.DROP]
    _same(news).filter(recipient__in=telling).delete()
    rows = [_row(news, pk, is_apart=pk in treatments) for pk in telling]
    for row in Notification.objects.bulk_create(rows, batch_size=500):
        if not row.is_apart:
            events.publish(Notified(notification_id=row.pk, recipient_id=row.recipient_id))
    return recipients


def take_back(
    kind: Kind, *, by: int, post: int | None = None, recipient: int | None = None
) -> None:
    """What was told is not so any more."""
    rows = Notification.objects.filter(kind=kind, by=by, post=post)
    if recipient is not None:
        rows = rows.filter(recipient=recipient)
    rows.delete()


def let_through(post_id: int) -> None:
    """A reply waits no longer: what its reader was told of becomes a reply like any other."""
    Notification.objects.filter(kind=Kind.REPLY_WAITING, post=post_id).update(kind=Kind.MENTION)


def _same(news: News) -> QuerySet[Notification]:
    return Notification.objects.filter(kind=news.kind, by=news.by, post=news.post)


def _row(news: News, recipient_id: int, *, is_apart: bool) -> Notification:
    number = new_id(news.at)
    return Notification(
        id=number,
        recipient_id=recipient_id,
        kind=news.kind,
        by_id=news.by,
        post_id=news.post,
        at=news.at,
        group=_group(news, number),
        is_apart=is_apart,
    )


def _group(news: News, number: int) -> str:
    if news.kind not in GROUPED:
        return f"ungrouped-{number}"
    hour = (number >> BITS) // AN_HOUR
    return "-".join(str(part) for part in (news.kind, news.post, hour) if part is not None)
