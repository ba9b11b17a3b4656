"""A helper tends what lies apart for somebody, on her behalf: allowed now, and written down."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import transaction

from corridor.helping import actions as helping
from corridor.helping.choices import Deed, Scope
from corridor.safety import queries
from corridor.safety.actions.answer_held import (
    NothingHeld,
    block_senders,
    let_through,
    mute_senders,
    put_away,
)
from corridor.safety.actions.flag import CannotFlagYourself, NewFlag, flag_post

if TYPE_CHECKING:
    from corridor.helping.models import Helper
    from corridor.people.models import Profile
    from corridor.posts.models import Post
    from corridor.safety.models import Held

MOST_NAMED = 5


@dataclass(frozen=True, kw_only=True)
class _Way:
    scope: Scope
    do: Callable[..., Any]


WAYS: Mapping[Deed, _Way] = {
    Deed.LET: _Way(scope=Scope.READ, do=let_through),
    Deed.PUT_AWAY: _Way(scope=Scope.READ, do=put_away),
    Deed.MUTED: _Way(scope=Scope.GUARD, do=mute_senders),
    Deed.BLOCKED: _Way(scope=Scope.GUARD, do=block_senders),
}


@transaction.atomic
def tend_for(
    held_ids: Collection[int], *, deed: Deed, helper_id: int, by: "Profile", now: datetime
) -> None:
    """Raises NoHelper, OutsideScope, or as the action that it is."""
    way = WAYS[deed]
    helper = helping.hold_helper(helper_id, by=by, scope=way.scope, now=now)
    rows = _waiting(held_ids, helper, now)
    way.do(rows, actor=by, now=now)
    _write(deed, helper, rows, now)


@transaction.atomic
def flag_held_for(
    new: NewFlag, *, held_ids: Collection[int], helper_id: int, by: "Profile", now: datetime
) -> None:
    """Under the helper's own name. Raises NoHelper, OutsideScope, or as `flag_post`."""
    helper = helping.hold_helper(helper_id, by=by, scope=Scope.FLAG, now=now)
    rows = [one for one in _waiting(held_ids, helper, now) if one.by_id != by.pk]
    if not rows:
        raise CannotFlagYourself
    for one in rows:
        flag_post(new, post=one.post, by=by, now=now)
    _write(Deed.FLAGGED, helper, rows, now)


@transaction.atomic
def flag_for(new: NewFlag, *, post: "Post", helper_id: int, by: "Profile", now: datetime) -> None:
    """One that the helper may read. Raises NoHelper, OutsideScope, or as `flag_post`."""
    helper = helping.hold_helper(helper_id, by=by, scope=Scope.FLAG, now=now)
    flag_post(new, post=post, by=by, now=now)
    helping.write_down(Deed.FLAGGED, held=helper, now=now, who=post.author.handle, words=post.text)


def _waiting(ids: Collection[int], helper: "Helper", now: datetime) -> "list[Held]":
    """Raises OutsideScope or NothingHeld."""
    if Scope.READ not in helper.scopes:
        raise helping.OutsideScope
    found = queries.held_of(ids, profile_id=helper.owner_id, now=now)
    # First messages of people who may be friends are none of a helper's business.
    rows = [one for one in found if not one.is_request]
    if not rows:
        raise NothingHeld
    return rows


def _write(deed: Deed, helper: "Helper", rows: "list[Held]", now: datetime) -> None:
    handles = list(dict.fromkeys(one.by.handle for one in rows))
    helping.write_down(
        deed,
        held=helper,
        now=now,
        who=", ".join(handles[:MOST_NAMED]),
        words=rows[0].post.text if len(rows) == 1 else "",
    )
