"""The pages about state machines draw each of them as the code declares it."""

from pathlib import Path

import pytest

from corridor.library.answer_states import KEPT_ANSWER
from corridor.mentoring.circle_states import CIRCLE, SEAT
from corridor.mentoring.meeting_states import MEETING
from corridor.mentoring.office_states import OFFICE_HOURS, SITTING, TURN
from corridor.mentoring.states import RELATIONSHIP
from corridor.mentoring.states_of_contacts import FIRST_CONTACT
from corridor.programmes.states import MATCH, ROUND
from corridor.programmes.states_of_applications import APPLICATION
from corridor.programmes.states_of_consequences import APPEAL, CONSEQUENCE

MACHINES = [
    APPEAL,
    APPLICATION,
    CIRCLE,
    CONSEQUENCE,
    FIRST_CONTACT,
    KEPT_ANSWER,
    MATCH,
    MEETING,
    OFFICE_HOURS,
    RELATIONSHIP,
    ROUND,
    SEAT,
    SITTING,
    TURN,
]
PAGES = sorted(Path("docs/developing").glob("state-machines*.md"))


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine.name)
def test_a_page_draws_what_the_code_declares(machine):
    drawn = f"```mermaid\n{machine.diagram()}\n```"

    assert any(drawn in page.read_text() for page in PAGES), f"no page has:\n{drawn}"
