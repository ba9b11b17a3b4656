"""States and the moves between them, declared once and read by code, docs and tests.

A machine is checked where it is made: every state is reached, and from every state that is not
an end each person who is bound by it has a way out.
"""

from collections.abc import Iterator
from dataclasses import dataclass


class MoveImpossible(Exception):
    """There is no such move from this state, or not by this person."""


class MachineIncomplete(ValueError):
    """It cannot be lived with: a state is out of reach, or somebody is caught in one."""


@dataclass(frozen=True, kw_only=True)
class Move:
    name: str
    starts: tuple[str, ...]
    end: str
    by: tuple[str, ...]
    """Who may make it, such as ``mentee`` or ``clock``."""
    leaves: bool = False
    """Whoever makes it is free of the matter afterwards."""


@dataclass(frozen=True, kw_only=True)
class StateMachine:
    name: str
    start: str
    ends: tuple[str, ...]
    bound: tuple[str, ...]
    """Who needs a way out of each state that is no end."""
    moves: tuple[Move, ...]

    def __post_init__(self) -> None:
        """Raises MachineIncomplete."""
        if unreached := self.states - _reached(self):
            raise MachineIncomplete(f"{self.name}: nothing leads to {sorted(unreached)}")
        for state in sorted(self.states - set(self.ends)):
            for who in self.bound:
                if not any(move.leaves for move in self.open_to(who, state=state)):
                    raise MachineIncomplete(f"{self.name}: {who} cannot leave {state}")

    @property
    def states(self) -> set[str]:
        named = {state for move in self.moves for state in (*move.starts, move.end)}
        return {self.start, *self.ends} | named

    def open_to(self, who: str, *, state: str) -> list[Move]:
        """In the order of the declaration."""
        return [move for move in self.moves if state in move.starts and who in move.by]

    def after(self, state: str, move: str, *, by: str) -> str:
        """The state that follows. Raises MoveImpossible."""
        for one in self.open_to(by, state=state):
            if one.name == move:
                return one.end
        raise MoveImpossible(f"{self.name}: no {move} by {by} from {state}")

    def diagram(self) -> str:
        """As Mermaid draws it: https://mermaid.js.org/syntax/stateDiagram.html"""
        return "\n".join(("stateDiagram-v2", *self._lines()))

    def _lines(self) -> Iterator[str]:
        yield f"    [*] --> {self.start}"
        for move in self.moves:
            for start in move.starts:
                yield f"    {start} --> {move.end}: {move.name} ({', '.join(move.by)})"
        for end in self.ends:
            yield f"    {end} --> [*]"


def _reached(machine: StateMachine) -> set[str]:
    reached, before = {machine.start}, set[str]()
    while reached != before:
        before = set(reached)
        reached |= {move.end for move in machine.moves if reached & set(move.starts)}
    return reached
