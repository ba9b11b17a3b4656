"""Somebody answers a poll; and polls end."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from corridor.kernel import events
from corridor.posts import policies
from corridor.posts.events import PollClosed
from corridor.posts.models import Poll, PollOption, Vote

if TYPE_CHECKING:
    from corridor.people.models import Profile


class PollOver(Exception):
    """It has closed."""


class OwnPoll(Exception):
    """Whoever asks does not answer."""


class AlreadyVoted(Exception):
    """An answer stands."""


class UnknownAnswer(Exception):
    """None was chosen, or one that is not among the answers."""


class OneAnswerOnly(Exception):
    """Several were chosen where one may be."""


@transaction.atomic
def vote(*, poll: Poll, choices: Sequence[int], by: "Profile", now: datetime) -> None:
    """`choices`: places of answers, from 0; of a poll in a post that she may read.

    Raises PollOver, OwnPoll, AlreadyVoted, UnknownAnswer or OneAnswerOnly.
    """
    asked = Poll.objects.select_for_update(of=("self",)).select_related("post").get(pk=poll.pk)
    if policies.owns(by, asked.post):
        raise OwnPoll
    if asked.closes_at is not None and asked.closes_at <= now:
        raise PollOver
    if Vote.objects.filter(option__poll=asked, profile=by).exists():
        raise AlreadyVoted
    wanted = set(choices)
    chosen = list(PollOption.objects.filter(poll=asked, position__in=wanted))
    if not chosen or len(chosen) < len(wanted):
        raise UnknownAnswer
    if len(chosen) > 1 and not asked.is_multiple:
        raise OneAnswerOnly

    Vote.objects.bulk_create(Vote(option=option, profile=by, at=now) for option in chosen)
    PollOption.objects.filter(pk__in=[one.pk for one in chosen]).update(votes=F("votes") + 1)
    Poll.objects.filter(pk=asked.pk).update(voters=F("voters") + 1)


@transaction.atomic
def close_polls(*, now: datetime) -> int:
    """Those that are over are announced, each once; answers how many."""
    over = Poll.objects.filter(closes_at__lte=now, closed_at=None)
    due = list(over.select_for_update(skip_locked=True).order_by("closes_at", "pk"))
    Poll.objects.filter(pk__in=[poll.pk for poll in due]).update(closed_at=now)
    for poll in due:
        events.publish(PollClosed(post_id=poll.post_id))
    return len(due)
