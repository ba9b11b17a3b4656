from corridor.programmes.models.application import Application, ApplicationMove
from corridor.programmes.models.declared_relation import DeclaredRelation
from corridor.programmes.models.match import Match
from corridor.programmes.models.matching_run import MatchingRun, RunRecord
from corridor.programmes.models.override import LONGEST_TEXT, Override, OverrideIsFinal
from corridor.programmes.models.programme import Programme
from corridor.programmes.models.proposal import Approval, Proposal
from corridor.programmes.models.round import REVIEWED, Round

__all__ = [
    "LONGEST_TEXT",
    "REVIEWED",
    "Application",
    "ApplicationMove",
    "Approval",
    "DeclaredRelation",
    "Match",
    "MatchingRun",
    "Override",
    "OverrideIsFinal",
    "Programme",
    "Proposal",
    "Round",
    "RunRecord",
]
