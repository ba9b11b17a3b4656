from corridor.mentoring.models.relationship import OPEN, Relationship, RoleSpan

__all__ = ["OPEN", "Relationship", "RoleSpan"]
