"""The way in: a choice, then a few short screens for each thing somebody came for."""

from collections.abc import Collection

CHOICE = "choice"
SEEKS, GIVES, DIRECTS = "seeks", "gives", "directs"
PATHS = {
    SEEKS: ("now", "goals", "tags"),
    GIVES: ("room", "hours"),
    DIRECTS: ("programme",),
}
"""What somebody comes for -> its screens."""
PRIVACY = "privacy"
"""No screen of the way in: she looked at who sees her, on the page for it."""
STEPS = (CHOICE, *(step for steps in PATHS.values() for step in steps), PRIVACY)


def plan(chosen: Collection[str]) -> list[str]:
    """The screens of whoever chose these, in order; the choice comes first."""
    return [CHOICE, *(step for path, steps in PATHS.items() if path in chosen for step in steps)]
