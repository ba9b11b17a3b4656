from corridor.safety.models.flags import Case, Evidence, Flag

__all__ = ["Case", "Evidence", "Flag"]
