"""The smallest step: somebody finds the work of a mentor helpful, and says so."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.kernel import events
from corridor.mentoring.events import WorkLiked
from corridor.mentoring.models import Like
from corridor.mentoring.policies import may_work_together
from corridor.people import actions as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

A_WEEK = timedelta(days=7)
MOST_A_WEEK = 20


class CannotLike(Exception):
    """Herself, somebody who offers nothing, or who is kept apart from her."""


class TooManyLikes(Exception):
    """So many in a week say nothing."""


@transaction.atomic
def like_work(*, mentor: "Profile", by: "Profile", shows_name: bool, now: datetime) -> None:
    """Twice is once, with the newer wish for the name. Raises CannotLike or TooManyLikes."""
    is_there = may_work_together(mentor, by, today=now.date())
    if mentor.pk == by.pk or not is_there or not mentor.offers.exists():
        raise CannotLike
    people.hold_profile(by)
    lately = Like.objects.filter(by=by, at__gt=now - A_WEEK).exclude(mentor=mentor)
    if lately.count() >= MOST_A_WEEK:
        raise TooManyLikes

    _, is_new = Like.objects.update_or_create(
        by=by,
        mentor=mentor,
        defaults={"shows_name": shows_name},
        create_defaults={"shows_name": shows_name, "at": now},
    )
    if is_new:
        events.publish(WorkLiked(mentor_id=mentor.pk, at=now))


def take_back_like(*, mentor: "Profile", by: "Profile") -> None:
    """Twice is once: nothing is left either way."""
    Like.objects.filter(by=by, mentor=mentor).delete()
