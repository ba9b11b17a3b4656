"""Writing to somebody for the first time: as far as she lets strangers, and not to very many."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from corridor.people import queries as people
from corridor.people.choices import FirstWords
from corridor.people.queries.profiles import automated_among
from corridor.posts.models import Post, ThreadPlace
from corridor.posts.queries.ties import strangers_among
from corridor.posts.queries.told import took_part

if TYPE_CHECKING:
    from corridor.people.models import Profile

A_DAY = timedelta(days=1)
MOST_NEAR, MOST_FAR = 10, 3
"""First messages of a day that nobody has answered yet: to people near her stage, and to those
more than two rungs above or below her who offer nothing."""


class NotForStrangers(Exception):
    """Somebody named in it reads first messages of no stranger, or of verified ones only."""


class NobodyReads(Exception):
    """For one of them a program speaks, and nobody reads what it gets."""


class TooManyFirstMessages(Exception):
    """So many wait for an answer already."""


def check_first_contact(
    named: Collection[int],
    *,
    thread: int | None,
    by: "Profile",
    now: datetime,
    besides: Collection[int] = (),
) -> None:
    """Of a post for the people named in it, or a message to them.

    `besides`: whom else she wrote to within a day, and who has not taken it in.
    Raises NobodyReads, NotForStrangers or TooManyFirstMessages.
    """
    if automated_among(named):
        raise NobodyReads
    strange = [
        pk
        for pk in sorted(set(named) - {by.pk})
        if strangers_among([by.pk], to=pk, now=now)
        if thread is None or not took_part(pk, thread)
    ]
    if not strange:
        return
    wishes = set(people.first_words_of(strange).values())
    if FirstWords.TIES in wishes:
        raise NotForStrangers
    if FirstWords.VERIFIED in wishes and not people.verified_among([by.pk], now=now):
        raise NotForStrangers
    waiting = _waiting(by, now) | set(strange) | set(besides)
    far = people.far_from(by, waiting)
    if len(far) > MOST_FAR or len(waiting - far) > MOST_NEAR:
        raise TooManyFirstMessages


def _waiting(by: "Profile", now: datetime) -> set[int]:
    """Whom she wrote to within a day, and who has not taken it in."""
    begun = Post.objects.filter(author=by, at__gt=now - A_DAY).order_by().values("thread")
    asked = ThreadPlace.objects.filter(thread__in=begun, is_request=True).exclude(profile=by)
    return set(asked.order_by().values_list("profile", flat=True))
