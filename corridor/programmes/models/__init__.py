from corridor.programmes.models.answer_link import AnswerLink
from corridor.programmes.models.application import Application, ApplicationMove
from corridor.programmes.models.barrier_answer import BarrierAnswer
from corridor.programmes.models.circle import CircleOfRound
from corridor.programmes.models.conduct import Concern, ConductAcceptance, ConductText
from corridor.programmes.models.consequence import Appeal, Consequence, ConsequenceMove, Counted
from corridor.programmes.models.declared_relation import DeclaredRelation
from corridor.programmes.models.form import LONGEST_ANSWER, FormVersion, Question
from corridor.programmes.models.health_filter import LONGEST_NAME as LONGEST_FILTER_NAME
from corridor.programmes.models.health_filter import HealthFilter
from corridor.programmes.models.interest import Interest, NoAnswers
from corridor.programmes.models.invitation import RoundInvitation
from corridor.programmes.models.match import Match
from corridor.programmes.models.matching_job import MatchingJob
from corridor.programmes.models.matching_run import MatchingRun, RunRecord
from corridor.programmes.models.material import FinishedMaterial, Material
from corridor.programmes.models.next_best import NextBest
from corridor.programmes.models.override import LONGEST_TEXT, Override, OverrideIsFinal
from corridor.programmes.models.programme import PLACES, Programme
from corridor.programmes.models.proposal import Approval, Proposal, SwapRecord
from corridor.programmes.models.public_answer import PublicAnswer
from corridor.programmes.models.publication import Publication
from corridor.programmes.models.round import REVIEWED, Round
from corridor.programmes.models.round_message import NoRoundMessages, RoundMessage
from corridor.programmes.models.team import (
    DeedIsFinal,
    TeamDeed,
    TeamInvitation,
    TeamMember,
)
from corridor.programmes.models.texts import AgreementText, ProgrammeText

__all__ = [
    "LONGEST_ANSWER",
    "LONGEST_FILTER_NAME",
    "LONGEST_TEXT",
    "PLACES",
    "REVIEWED",
    "AgreementText",
    "AnswerLink",
    "Appeal",
    "Application",
    "ApplicationMove",
    "Approval",
    "BarrierAnswer",
    "CircleOfRound",
    "Concern",
    "ConductAcceptance",
    "ConductText",
    "Consequence",
    "ConsequenceMove",
    "Counted",
    "DeclaredRelation",
    "DeedIsFinal",
    "FinishedMaterial",
    "FormVersion",
    "HealthFilter",
    "Interest",
    "Match",
    "MatchingJob",
    "MatchingRun",
    "Material",
    "NextBest",
    "NoAnswers",
    "NoRoundMessages",
    "Override",
    "OverrideIsFinal",
    "Programme",
    "ProgrammeText",
    "Proposal",
    "PublicAnswer",
    "Publication",
    "Question",
    "Round",
    "RoundInvitation",
    "RoundMessage",
    "RunRecord",
    "SwapRecord",
    "TeamDeed",
    "TeamInvitation",
    "TeamMember",
]
