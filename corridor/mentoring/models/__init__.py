from corridor.mentoring.models.agreement import AgreementVersion, RoleEntry, RoleWish
from corridor.mentoring.models.goal import (
    STUCK_AFTER,
    CoachingStep,
    Goal,
    GoalComment,
    GoalStep,
)
from corridor.mentoring.models.move import PrivateNote, RelationshipMove, Thanks, Wait
from corridor.mentoring.models.plan import Plan, PlanAttestation
from corridor.mentoring.models.relationship import OPEN, Relationship, RoleSpan

__all__ = [
    "OPEN",
    "STUCK_AFTER",
    "AgreementVersion",
    "CoachingStep",
    "Goal",
    "GoalComment",
    "GoalStep",
    "Plan",
    "PlanAttestation",
    "PrivateNote",
    "Relationship",
    "RelationshipMove",
    "RoleEntry",
    "RoleSpan",
    "RoleWish",
    "Thanks",
    "Wait",
]
