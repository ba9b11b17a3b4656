"""People are told of something, in the transaction in which it happened."""

from collections.abc import Iterable, Sequence
from functools import cache

from corridor.kernel import events
from corridor.kernel.compiled import Compiled, CompiledSeveral, Insert, Statement, deleting
from corridor.kernel.ids import BITS, new_id
from corridor.notifications import policies, queries
from corridor.notifications.choices import GROUPED, NOT_FOR_APPS, OF_HER_OWN, Kind, Treatment
from corridor.notifications.events import Notified
from corridor.notifications.models import Notification
from corridor.notifications.policies import News

_notifications = Insert(Notification)
AN_HOUR = 3_600_000
"""In the milliseconds that ids are made of."""


def notify(news: News, *, to: Iterable[int], anew: bool = True) -> set[int]:
    """Those whom it concerns and who want to hear of it.

    `anew`: whoever was told before is told again; else she is left out.
    """
    wishing = queries.who_hear(news, to, anew=anew)
    if news.kind not in OF_HER_OWN:
        wishing.pop(news.by, None)
    if not wishing:
        return set()
    treatments = policies.treatments(news, {pk for pk, has_wishes in wishing.items() if has_wishes})
    telling = [pk for pk in sorted(wishing) if treatments.get(pk) != Treatment.DROP]
    if anew:
        _told_before(has_post=news.post is not None).run(
            telling, kind=news.kind, by=news.by, post=news.post
        )
    rows = [_row(news, pk, is_apart=pk in treatments) for pk in telling]
    _notifications.write(rows)
    for row in rows:
        if not row.is_apart and row.kind not in NOT_FOR_APPS:
            events.publish(Notified(notification_id=row.pk, recipient_id=row.recipient_id))
    return set(wishing)


def take_back(
    kind: Kind, *, by: int, post: int | None = None, recipient: int | None = None
) -> None:
    """What was told is not so any more."""
    told = _taken_back(has_post=post is not None, has_recipient=recipient is not None)
    told.run(kind=kind, by=by, post=post, recipient=recipient)


def let_through(post_id: int) -> None:
    """A reply waits no longer: what its reader was told of becomes a reply like any other."""
    Notification.objects.filter(kind=Kind.REPLY_WAITING, post=post_id).update(kind=Kind.MENTION)


@cache
def _told_before(*, has_post: bool) -> CompiledSeveral[Notification]:
    def build(ids: Sequence[int], kind: str, by: int, post: int | None = None) -> Statement:
        return deleting(Notification.objects.filter(kind=kind, by=by, post=post, recipient__in=ids))

    of_post: dict[str, type] = {"post": int} if has_post else {}
    return CompiledSeveral(Compiled, build, int, kind=str, by=int, **of_post)


@cache
def _taken_back(*, has_post: bool, has_recipient: bool) -> Compiled:
    def build(kind: str, by: int, post: int | None = None, **recipient: int) -> Statement:
        return deleting(Notification.objects.filter(kind=kind, by=by, post=post, **recipient))

    named = {"post": has_post, "recipient": has_recipient}
    return Compiled(build, kind=str, by=int, **{name: int for name, has in named.items() if has})


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
