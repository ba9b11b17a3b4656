import pytest
from hypothesis import given
from hypothesis import strategies as st

from corridor.algorithms.state_machines import (
    MachineIncomplete,
    Move,
    MoveImpossible,
    StateMachine,
)

ASK = Move(name="answer", starts=("asked",), end="answered", by=("mentor",), leaves=True)
WITHDRAW = Move(name="withdraw", starts=("asked",), end="withdrawn", by=("mentee",), leaves=True)


def machine(*moves: Move, ends: tuple[str, ...] = ("answered", "withdrawn")) -> StateMachine:
    return StateMachine(
        name="question", start="asked", ends=ends, bound=("mentor", "mentee"), moves=moves
    )


def test_a_move_leads_where_its_declaration_says():
    question = machine(ASK, WITHDRAW)

    assert question.after("asked", "answer", by="mentor") == "answered"


@pytest.mark.parametrize(
    ("state", "move", "by"),
    [("asked", "answer", "mentee"), ("answered", "answer", "mentor"), ("asked", "burn", "mentor")],
)
def test_no_other_move_is_possible(state, move, by):
    question = machine(ASK, WITHDRAW)

    with pytest.raises(MoveImpossible):
        question.after(state, move, by=by)


def test_whoever_is_bound_has_a_way_out_of_every_state():
    with pytest.raises(MachineIncomplete, match="mentee cannot leave asked"):
        machine(ASK, ends=("answered",))


def test_every_state_is_reached():
    lost = Move(name="return", starts=("lost",), end="asked", by=("mentee",), leaves=True)

    with pytest.raises(MachineIncomplete, match=r"nothing leads to \['lost'\]"):
        machine(ASK, WITHDRAW, lost)


def test_the_diagram_names_states_moves_and_who_makes_them():
    assert machine(ASK, WITHDRAW).diagram().splitlines() == [
        "stateDiagram-v2",
        "    [*] --> asked",
        "    asked --> answered: answer (mentor)",
        "    asked --> withdrawn: withdraw (mentee)",
        "    answered --> [*]",
        "    withdrawn --> [*]",
    ]


@given(st.lists(st.sampled_from(["answer", "withdraw"]), max_size=4))
def test_no_sequence_of_moves_leaves_an_end(names):
    question, state = machine(ASK, WITHDRAW), "asked"
    for name in names:
        try:
            state = question.after(state, name, by="mentor" if name == "answer" else "mentee")
        except MoveImpossible:
            assert state in question.ends
