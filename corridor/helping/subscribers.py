"""What follows when unusually many turn to somebody: helpers hear of it, if she said so."""

from datetime import datetime
from typing import Protocol

from corridor.helping import actions


class Surge(Protocol):
    """Her shield was raised, or safety offers one: both say whose, and when."""

    @property
    def profile_id(self) -> int: ...

    @property
    def at(self) -> datetime: ...


def call_on_surge(event: Surge) -> None:
    actions.call_helpers(event.profile_id, now=event.at)
