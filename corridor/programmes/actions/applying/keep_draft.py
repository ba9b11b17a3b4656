"""What she has typed so far is kept, right or wrong."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from corridor.programmes.actions.applying.own import NotYourApplication, hold_own
from corridor.programmes.models import Application

if TYPE_CHECKING:
    from corridor.people.models import Profile

Typed = Mapping[str, Sequence[str]]
LONGEST_TYPED = 200_000
"""Letters in all: far more than any form asks for."""


class TypedTooMuch(Exception):
    """More than a form can hold; nothing of it was kept."""


@transaction.atomic
def keep_draft(*, application: Application, typed: Typed, by: "Profile") -> None:
    """What was sent before stays in force until it is sent again.

    Raises NotYourApplication or TypedTooMuch.
    """
    held = hold_own(application, by=by)
    if held.state in {held.State.WITHDRAWN, held.State.DECLINED}:
        raise NotYourApplication
    if sum(len(word) for words in typed.values() for word in words) > LONGEST_TYPED:
        raise TypedTooMuch

    held.form = {**held.written, "typed": {key: list(words) for key, words in typed.items()}}
    held.save(update_fields=["sealed_form"])
