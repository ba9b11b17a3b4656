"""Whether unusually many strangers turn to one person at once, and whether they mean harm.

What is promised, the formula and an example by hand: docs/algorithms/surge.md.
"""

from corridor.algorithms.surge.levels import Counts, Level, Reason, Surge, weigh
from corridor.algorithms.surge.usual import Usual
from corridor.algorithms.surge.watch import Watch
from corridor.algorithms.surge.window import Contact, Window

__all__ = ["Contact", "Counts", "Level", "Reason", "Surge", "Usual", "Watch", "Window", "weigh"]
