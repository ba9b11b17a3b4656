"""What a programme answered where everybody reads along, and which account it does that with."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from corridor.posts import queries as posts
from corridor.programmes.models import Programme, PublicAnswer

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_SHOWN = 100


@dataclass(frozen=True, kw_only=True)
class ShownAnswer:
    handle: str
    name: str
    post_number: int
    at: datetime


def answers_shown(programme: Programme, *, viewer: "Profile", now: datetime) -> list[ShownAnswer]:
    """Those that stand, newest first, under posts that the viewer reads herself."""
    answers = programme.public_answers.filter(taken_back_at=None).select_related("profile")
    newest = list(answers.order_by("-at", "-pk")[:MOST_SHOWN])
    read = posts.readable(viewer.pk, now=now).filter(pk__in=[one.post_number for one in newest])
    numbers = set(read.order_by().values_list("pk", flat=True))
    return [_shown(one) for one in newest if one.post_number in numbers]


def _shown(answer: PublicAnswer) -> ShownAnswer:
    return ShownAnswer(
        handle=answer.profile.handle,
        name=answer.profile.display_name,
        post_number=answer.post_number,
        at=answer.at,
    )


def programme_of_account(profile: "Profile") -> Programme | None:
    """The one that speaks with this account."""
    return Programme.objects.filter(account=profile).first()
