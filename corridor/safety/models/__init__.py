from corridor.safety.models.desk import Appeal, CaseNote, Decision, Moderator
from corridor.safety.models.flags import A_PERSON, Case, Evidence, Flag
from corridor.safety.models.log import LogEntry, LogHead
from corridor.safety.models.shields import Held

__all__ = [
    "A_PERSON",
    "Appeal",
    "Case",
    "CaseNote",
    "Decision",
    "Evidence",
    "Flag",
    "Held",
    "LogEntry",
    "LogHead",
    "Moderator",
]
