"""Whether a post says that its author looks for a mentor, coach or sponsor, or would be one."""

from corridor.algorithms.intents.reading import LONGEST_TEXT, Intent, intents

__all__ = ["LONGEST_TEXT", "Intent", "intents"]
