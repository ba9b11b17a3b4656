"""What each move is called, and where an appeal stands: on pages and in archives."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from corridor.programmes.states_of_consequences import GRANTED, REFUSED, TAKEN_BACK, WAITING

if TYPE_CHECKING:
    from corridor.programmes.models import ConsequenceMove

MOVES: Mapping[str, Promise] = {
    "notice": _("A first notice"),
    "warn": _("A second notice"),
    "rest": _("A break began"),
    "rest_again": _("A break began, by a decision of the team"),
    "resume": _("The break ended"),
    "look": _("Put before the team"),
    "let_be": _("Settled"),
    "ease": _("Undone: something does not count any more"),
    "forgive": _("Over: too little is left that counts"),
    "grant": _("An appeal was granted"),
}
APPEALS: Mapping[str, Promise] = {
    WAITING: _("Waits"),
    GRANTED: _("Granted"),
    REFUSED: _("It stayed as it was"),
    TAKEN_BACK: _("Taken back"),
}


def told_moves(
    moves: "Iterable[ConsequenceMove]",
) -> "list[tuple[ConsequenceMove, Promise]]":
    return [(one, MOVES[one.name]) for one in moves]
