"""The next step that the log of a meeting names becomes a step of a goal."""

from datetime import timedelta

import pytest

from corridor.mentoring.actions import NewGoal, NewStep, add_goal, end_goal, pause_relationship
from corridor.mentoring.actions import meetings as actions
from corridor.mentoring.actions.meetings import NewLog
from tests.mentoring.meetings.arranging import TUESDAY


@pytest.fixture
def goal(together, amara, now):
    new = NewGoal(title="First paper", steps=[NewStep(text="Methods")])
    return add_goal(together.pk, new, by=amara, now=now)


def steps(goal):
    return [one.text for one in goal.steps.order_by("position", "pk")]


def test_the_next_step_of_a_log_becomes_a_step_of_a_goal_by_one_press(signed_in, held, goal, osei):
    his, address = signed_in(osei), f"/meetings/{held.pk}/next-step/"
    assert "First paper" in his.get(f"/meetings/{held.pk}/").text

    led = his.post(address, {"goal": str(goal.pk)})
    again = his.post(address, {"goal": str(goal.pk)}, follow=True)

    assert led.url == f"/mentoring/{held.relationship_id}/goals/{goal.pk}/"
    assert steps(goal) == ["Methods", "Send outline"]
    assert "It is a step of that goal already." in again.text


def test_each_line_is_a_step_of_its_own(signed_in, held, goal, amara):
    log = NewLog(was_held=True, next_step="Send outline\n\nAsk the librarian")
    actions.log_meeting(held.pk, log, by=amara, now=TUESDAY + timedelta(hours=2))

    signed_in(amara).post(f"/meetings/{held.pk}/next-step/", {"goal": str(goal.pk)})

    assert steps(goal) == ["Methods", "Send outline", "Ask the librarian"]


def test_a_step_goes_to_no_goal_of_others_or_that_is_over(
    signed_in, held, goal, together, begin, amara, osei, mallory, now
):
    elsewhere = begin(mallory)
    theirs = add_goal(elsewhere.pk, NewGoal(title="Not hers"), by=mallory, now=now)
    secret = add_goal(together.pk, NewGoal(title="His", is_private=True), by=osei, now=now)
    end_goal(goal.pk, is_reached=True, by=amara, now=now)
    hers, address = signed_in(amara), f"/meetings/{held.pk}/next-step/"

    for one in (theirs, secret, goal):
        hers.post(address, {"goal": str(one.pk)})
    codes = [hers.post(address, {"goal": odd}).status_code for odd in ("", "x", "9" * 400, "²")]

    assert [steps(one) for one in (theirs, secret, goal)] == [[], [], ["Methods"]]
    assert codes == [400, 400, 400, 400]
    assert signed_in(mallory).post(address, {"goal": str(theirs.pk)}).status_code == 404


def test_words_for_the_agenda_stand_beside_the_refusal(signed_in, together, amara, osei, now):
    pause_relationship(together.pk, by=osei, now=now)

    after = signed_in(amara).post(
        f"/mentoring/{together.pk}/agenda/", {"words": "Electives in Leeds"}, follow=True
    )

    assert "This relationship is paused or over" in after.text
    assert "You wrote: “Electives in Leeds”" in after.text
