"""Readings of flags and cases. Whoever asks says who is looking."""

from corridor.safety.queries.own_flags import OwnFlag, own_flag, own_flags

__all__ = ["OwnFlag", "own_flag", "own_flags"]
