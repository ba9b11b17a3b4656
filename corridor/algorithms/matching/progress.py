"""How a long run tells its caller how far it is."""

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Called with the name of the step and how much of it is done, 0 to 1."""
