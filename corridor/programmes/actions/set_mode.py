from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes import policies
from corridor.programmes.actions.review_rights import NotDirector
from corridor.programmes.models import Round
from corridor.programmes.policies import Right

if TYPE_CHECKING:
    from corridor.people.models import Profile

MOST_SUGGESTIONS = 5
BEFORE_PUBLICATION = ("planned", "open", "closed", "review")


class ModeIsSettled(Exception):
    """Its people are being matched, or have been told."""


class TooManySuggestions(Exception):
    """From 1 to 5."""


@dataclass(frozen=True, kw_only=True)
class HowMatched:
    mode: str
    suggestions: int = 3
    asks_before_next: bool = False


@transaction.atomic
def set_mode(*, round: Round, how: HowMatched, by: "Profile") -> Round:
    """Matches change when the matching runs again. Raises NotDirector, ModeIsSettled or
    TooManySuggestions.
    """
    if not policies.can(by, round.programme, Right.REVIEW):
        raise NotDirector
    held = Round.objects.select_for_update().get(pk=round.pk)
    if held.state not in BEFORE_PUBLICATION:
        raise ModeIsSettled
    if not 1 <= how.suggestions <= MOST_SUGGESTIONS:
        raise TooManySuggestions

    held.mode = Round.Mode(how.mode)
    held.suggestions = how.suggestions
    held.asks_before_next = how.asks_before_next
    held.save(update_fields=["mode", "suggestions", "asks_before_next"])
    return held
