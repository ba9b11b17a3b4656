"""Who is told of something: those who want to hear of it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from django.db.models import Case, OuterRef, Q, QuerySet, When

from corridor.kernel.compiled import CompiledRows, CompiledSeveral
from corridor.notifications.models import Notification
from corridor.notifications.policies import News
from corridor.people import queries as people
from corridor.posts import queries as posts
from corridor.safety import queries as safety


def who_hear(news: News, ids: Iterable[int], *, anew: bool) -> dict[int, bool]:
    """Of these profiles: id -> whether to ask what is done with it, by her wishes or her shield.

    `anew`: those who were told of the same before are among them.
    """
    values = {"by": news.by, "at": news.at}
    if news.post is not None:
        values["post"] = news.post
    if news.thread is not None:
        values["thread"] = news.thread
    if not anew:
        values |= {"kind": news.kind}
    asked = _hearing(in_thread=news.thread is not None, has_post=news.post is not None, anew=anew)
    return dict(asked.told(ids, **values))


@cache
def _hearing(*, in_thread: bool, has_post: bool, anew: bool) -> CompiledSeveral[Any]:
    def build(ids: Sequence[int], by: int, at: datetime, **of: Any) -> QuerySet[Any, Any]:
        but: list[QuerySet[Any, Any]] = []
        if in_thread:
            but.append(posts.muters_of_thread(of["thread"]))
        if not anew:
            told = Notification.objects.filter(kind=of["kind"], post=of.get("post"))
            but.append(told.order_by().values("recipient"))
        hearing = people.who_hear(ids, of=by, now=at, but=but)
        asks: Any = Q(notification_policy__pk__isnull=False) | people.is_shielded(OuterRef("pk"))
        if has_post:
            asks |= safety.is_held(OuterRef("pk"), of["post"])
        return hearing.annotate(asks=Case(When(asks, then=True), default=False)).values_list(
            "pk", "asks"
        )

    kinds: dict[str, type] = {"thread": int} if in_thread else {}
    if has_post:
        kinds["post"] = int
    if not anew:
        kinds["kind"] = str
    return CompiledSeveral(CompiledRows, build, int, by=int, at=datetime, **kinds)
