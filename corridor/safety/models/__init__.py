from corridor.safety.models.correspondence import Correspondence, DeskMessage
from corridor.safety.models.desk import Appeal, CaseNote, Decision, Moderator
from corridor.safety.models.flags import A_PERSON, Case, Evidence, Flag
from corridor.safety.models.guidance import CardRead, PolicyVersion
from corridor.safety.models.log import LogEntry, LogHead
from corridor.safety.models.notices import OutsideFlag
from corridor.safety.models.second_readings import SecondReader, SecondReading
from corridor.safety.models.servers import ServerRule
from corridor.safety.models.shields import Held
from corridor.safety.models.surges import Contact, Surge, SurgeClock, UsualContact
from corridor.safety.models.unsealing import Unsealing
from corridor.safety.models.wordings import Wording

__all__ = [
    "A_PERSON",
    "Appeal",
    "CardRead",
    "Case",
    "CaseNote",
    "Contact",
    "Correspondence",
    "Decision",
    "DeskMessage",
    "Evidence",
    "Flag",
    "Held",
    "LogEntry",
    "LogHead",
    "Moderator",
    "OutsideFlag",
    "PolicyVersion",
    "SecondReader",
    "SecondReading",
    "ServerRule",
    "Surge",
    "SurgeClock",
    "Unsealing",
    "UsualContact",
    "Wording",
]
