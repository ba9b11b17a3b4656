"""Who is told of something: those who want to hear of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import QuerySet

from corridor.kernel.compiled import CompiledRows, CompiledSeveral
from corridor.notifications.models import Notification
from corridor.notifications.policies import News
from corridor.people import queries as people
from corridor.posts import queries as posts


def who_hear(news: News, ids: Iterable[int], *, anew: bool) -> dict[int, bool]:
    """Of these profiles: id -> whether she has wishes of her own for news of people.

    `anew`: those who were told of the same before are among them.
    """
    values = {"by": news.by, "at": news.at}
    if news.thread is not None:
        values["thread"] = news.thread
    if not anew:
        values |= {"kind": news.kind, "post": news.post}
    asked = _hearing(in_thread=news.thread is not None, anew=anew)
    return {pk: policy is not None for pk, policy in asked.told(ids, **values)}


@cache
def _hearing(*, in_thread: bool, anew: bool) -> CompiledSeveral[Any]:
    def build(ids: Sequence[int], by: int, at: datetime, **of: Any) -> QuerySet[Any, Any]:
        but: list[QuerySet[Any, Any]] = []
        if in_thread:
            but.append(posts.muters_of_thread(of["thread"]))
        if not anew:
            told = Notification.objects.filter(kind=of["kind"], post=of["post"])
            but.append(told.order_by().values("recipient"))
        hearing = people.who_hear(ids, of=by, now=at, but=but)
        return hearing.values_list("pk", "notification_policy__pk")

    kinds: dict[str, type] = {"thread": int} if in_thread else {}
    if not anew:
        kinds |= {"kind": str, "post": int}
    return CompiledSeveral(CompiledRows, build, int, by=int, at=datetime, **kinds)
