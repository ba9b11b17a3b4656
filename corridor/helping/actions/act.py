"""A helper does something for somebody: allowed as of this moment, and written down.

Whoever acts holds the row of the helper until all of it is done. Ending it waits for that row, or
was first; so nothing is done after it was ended, and everything before stands in the list.
"""

from datetime import datetime
from typing import TYPE_CHECKING

from corridor.helping.choices import Deed, Scope
from corridor.helping.events import HelperActed
from corridor.helping.models import Helper, HelperDeed
from corridor.kernel import events
from corridor.people import policies as people

if TYPE_CHECKING:
    from corridor.people.models import Profile

FIRST_WORDS = 120
QUIET = frozenset({Deed.ACCEPTED, Deed.LOOKED})
"""She is not told of these besides: the one has news of its own, the other would disturb her."""


class NoHelper(Exception):
    """She does not help her, or not any more."""


class OutsideScope(Exception):
    """She helps her, but was not asked to do this."""


def hold_helper(helper_id: int, *, by: "Profile", scope: Scope | None, now: datetime) -> Helper:
    """In a transaction; locked until it ends. Raises NoHelper or OutsideScope."""
    rows = Helper.objects.select_for_update(of=("self",)).select_related("owner__account", "helper")
    held = rows.filter(pk=helper_id, helper=by, ended_at=None).exclude(agreed_at=None).first()
    if held is None or _is_away(held, now):
        raise NoHelper
    if scope is not None and scope not in held.scopes:
        raise OutsideScope
    return held


def write_down(
    deed: Deed, *, held: Helper, now: datetime, who: str = "", words: str = ""
) -> HelperDeed:
    """In the transaction of what it tells of."""
    made = HelperDeed(owner=held.owner, helper=held.helper, deed=deed, at=now)
    made.about = {"helper": held.helper.handle, "who": who, "words": words[:FIRST_WORDS]}
    made.save(force_insert=True)
    if deed not in QUIET:
        events.publish(HelperActed(owner_id=held.owner_id, helper_id=held.helper_id, at=now))
    return made


def _is_away(held: Helper, now: datetime) -> bool:
    """A block ends it as well, whoever blocked; and nobody acts for somebody who is leaving."""
    account = held.owner.account
    is_gone = not account.is_active or hasattr(account, "departure")
    return is_gone or people.are_apart(held.owner, held.helper, today=now.date())
