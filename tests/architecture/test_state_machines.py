"""The page about state machines draws each of them as the code declares it."""

from pathlib import Path

import pytest

from corridor.mentoring.circle_states import CIRCLE, SEAT
from corridor.mentoring.meeting_states import MEETING
from corridor.mentoring.states import RELATIONSHIP
from corridor.mentoring.states_of_contacts import FIRST_CONTACT
from corridor.programmes.states import MATCH, ROUND
from corridor.programmes.states_of_applications import APPLICATION

MACHINES = [APPLICATION, FIRST_CONTACT, MATCH, MEETING, RELATIONSHIP, ROUND, CIRCLE, SEAT]
PAGE = Path("docs/developing/state-machines.md")


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_the_page_draws_what_the_code_declares(machine):
    drawn = f"```mermaid\n{machine.diagram()}\n```"

    assert drawn in PAGE.read_text(), f"{PAGE} lacks:\n{drawn}"
