"""Who runs a programme: asked, answered, changed, gone, and what is done for members."""

from corridor.programmes.actions.team.acting_for import (
    Acting,
    NotOfProgramme,
    ReasonNeeded,
    acting_for,
)
from corridor.programmes.actions.team.answer_invitation import (
    NotAsked,
    answer_invitation,
    withdraw_invitation,
)
from corridor.programmes.actions.team.ask_into_team import (
    AskedAlready,
    InTeamAlready,
    Part,
    ask_into_team,
)
from corridor.programmes.actions.team.change_part import (
    LastOwner,
    NotOfTeam,
    change_part,
    leave_team,
)
from corridor.programmes.actions.team.withdraw_for import NothingSent, withdraw_for

__all__ = [
    "Acting",
    "AskedAlready",
    "InTeamAlready",
    "LastOwner",
    "NotAsked",
    "NotOfProgramme",
    "NotOfTeam",
    "NothingSent",
    "Part",
    "ReasonNeeded",
    "acting_for",
    "answer_invitation",
    "ask_into_team",
    "change_part",
    "leave_team",
    "withdraw_for",
    "withdraw_invitation",
]
