"""What people do as helpers, and with helpers. Each raises by name what it refuses."""

from corridor.helping.actions.act import NoHelper, OutsideScope, hold_helper, write_down
from corridor.helping.actions.call_helpers import call_helpers
from corridor.helping.actions.guard import (
    NamesOthers,
    NotHerPost,
    NotOfThem,
    block_for,
    mute_for,
    note_look,
    reply_kindly,
)
from corridor.helping.actions.name_helper import (
    AskedTooOften,
    CannotHelpYourself,
    HelperAlready,
    HelpersEnough,
    NothingAsked,
    agree_to_help,
    ask_helper,
    change_scopes,
    end_helper,
    stop_helping,
)

__all__ = [
    "AskedTooOften",
    "CannotHelpYourself",
    "HelperAlready",
    "HelpersEnough",
    "NamesOthers",
    "NoHelper",
    "NotHerPost",
    "NotOfThem",
    "NothingAsked",
    "OutsideScope",
    "agree_to_help",
    "ask_helper",
    "block_for",
    "call_helpers",
    "change_scopes",
    "end_helper",
    "hold_helper",
    "mute_for",
    "note_look",
    "reply_kindly",
    "stop_helping",
    "write_down",
]
