"""Two people who work together, on a phone and without scripts."""

from datetime import timedelta

import pytest

from corridor.mentoring import actions, queries
from corridor.mentoring.actions import NewGoal, NewStep
from corridor.mentoring.choices import CoachingStage
from corridor.people.choices import Kind
from tests.web.browser import flaws, follow

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_match_ends_well(open_page, together, amara, osei):
    start = f"/mentoring/{together.pk}/"
    hers = open_page(start, viewer=amara, width=390, scripts=False)
    his = open_page("/mentoring/", viewer=osei, width=390, scripts=False)

    agree(hers, his)
    hers.goto(address(hers, start))
    assert hers.get_by_text("Both signed on").is_visible()
    reach_a_goal(hers)
    hers.goto(address(hers, start))
    part(hers)

    his.goto(address(his, start))
    assert his.get_by_text("You did what you set out to do.").is_visible()
    assert his.get_by_text("Thank you for the nights.").is_visible()
    assert queries.places_left(osei, Kind.MENTORSHIP) == 2


def address(page, path):
    return page.url.split("/mentoring/")[0] + path


def agree(hers, his):
    follow(hers.get_by_role("link", name="Write it down").first)
    hers.get_by_label("Goals").fill("A first paper")
    follow(hers.get_by_role("button", name="Keep and sign"))
    his.reload()
    follow(his.get_by_role("link", name="Amara Nwosu"))
    follow(his.get_by_role("link", name="Read it").first)
    follow(his.get_by_role("button", name="Sign this version"))
    assert his.get_by_text("Signed.").is_visible()


def reach_a_goal(hers):
    follow(hers.get_by_role("link", name="Choose a goal"))
    follow(hers.get_by_role("link", name="Finish a first paper"))
    follow(hers.get_by_role("button", name="Keep"))
    follow(hers.get_by_role("button", name="Done: Write the methods"))
    follow(hers.get_by_role("button", name="Reached"))
    assert hers.get_by_text("Well done").is_visible()


def part(hers):
    follow(hers.get_by_role("link", name="End", exact=True))
    hers.get_by_label("We did what we set out to do").check()
    hers.get_by_label("A line of your own").fill("I have my place.")
    follow(hers.get_by_role("button", name="Show it as it is now"))
    assert hers.get_by_text("“I have my place.”").is_visible()
    follow(hers.get_by_role("button", name="End it"))
    hers.get_by_label("A last word").fill("Thank you for the nights.")
    follow(hers.get_by_role("button", name="Say it"))


def test_a_match_ends_badly(open_page, begin, amara, osei, now):
    one = begin(at=now - timedelta(days=60))
    actions.wait_for_answer(one.pk, by=amara, now=now - timedelta(days=40))
    hers = open_page(f"/mentoring/{one.pk}/", viewer=amara, width=390, scripts=False)
    assert hers.get_by_text("No answer since").is_visible()
    follow(hers.get_by_role("link", name="Ask somebody else"))
    assert hers.get_by_text("it says nothing about you").is_visible()

    hers.go_back()
    follow(hers.get_by_role("link", name="Something is wrong here"))
    follow(hers.get_by_role("link", name="They take credit for my work, or for my ideas."))
    assert hers.get_by_role("radio", name="Harm in mentoring").is_checked()
    assert "take credit" in hers.get_by_label("In your own words").input_value()
    follow(hers.get_by_role("button", name="Flag it"))

    hers.goto(hers.url.split("/you/")[0].split("/flags/")[0] + f"/mentoring/{one.pk}/end/")
    hers.get_by_label("For yourself: why").fill("He took my draft.")
    follow(hers.get_by_role("button", name="End it"))
    assert hers.get_by_text("He took my draft.").is_visible()

    his = open_page(f"/mentoring/{one.pk}/", viewer=osei, width=390, scripts=False)
    assert his.get_by_text("It ended without anybody’s fault.").is_visible()
    assert his.get_by_text("He took my draft.").count() == 0


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
