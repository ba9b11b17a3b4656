"""The pages of two people who work together; how it ends is in `tests/journeys`."""

from datetime import timedelta

import pytest

from corridor.mentoring import actions
from corridor.mentoring.actions import NewGoal, NewStep
from corridor.mentoring.choices import CoachingStage
from corridor.people.choices import Kind
from tests.web.browser import flaws

pytestmark = pytest.mark.django_db(transaction=True)


def test_pages_are_accessible(open_page, begin, amara, osei, now):
    one = begin(at=now - timedelta(days=90))
    begin(role=Kind.COACHING, at=now - timedelta(days=30))
    terms = {"goals": "A first paper"}
    actions.propose_agreement(one.pk, terms, after=0, by=amara, now=now)
    actions.sign_agreement(one.pk, number=1, by=osei, now=now)
    actions.propose_agreement(one.pk, {"goals": "Two papers"}, after=1, by=osei, now=now)
    new = NewGoal(title="First paper", steps=[NewStep(text="Methods"), NewStep(text="Submit")])
    goal = actions.add_goal(one.pk, new, by=amara, now=now - timedelta(days=30))
    said = actions.NewStage(stage=CoachingStage.PRINCIPLES, words="We are honest.")
    actions.write_coaching_step(one.pk, said, by=osei, now=now)
    actions.wish_role(one.pk, Kind.SPONSORSHIP, by=osei, now=now)
    actions.write_plan({"short": "A paper", "actions": "Fridays"}, owner=amara, now=now)
    proof = actions.attest_plan(owner=amara, now=now)
    start = f"/mentoring/{one.pk}/"
    page = open_page("/mentoring/", viewer=amara)
    found = {}
    for address in (
        "/mentoring/",
        start,
        f"{start}roles/",
        f"{start}agreement/",
        f"{start}agreement/new/",
        f"{start}goals/",
        f"{start}goals/{goal.pk}/",
        f"{start}coaching/",
        f"{start}pause/",
        f"{start}end/",
        f"{start}somebody-else/",
        f"{start}wrong/",
        "/you/plan/",
        f"/attestations/{proof.token}/",
    ):
        page.goto(address)
        found[address] = flaws(page)

    assert {address: wrong for address, wrong in found.items() if wrong} == {}
