"""What the two read and do in a relationship, over HTTP; nobody else finds any of it."""

import re
from datetime import timedelta

import pytest

from corridor.mentoring import actions, queries
from corridor.mentoring.actions import NewGoal, NewStep
from corridor.mentoring.choices import CoachingStage, Ending
from corridor.people.choices import Kind
from corridor.people.queries import works_with

pytestmark = pytest.mark.django_db

TERMS = {"goals": "A first paper", "meetings": "An hour a month"}


@pytest.fixture
def whole(begin, osei, amara, now):
    """Everything that a relationship can hold."""
    one = begin(at=now - timedelta(days=90))
    begin(role=Kind.COACHING, at=now - timedelta(days=60))
    actions.propose_agreement(one.pk, TERMS, after=0, by=amara, now=now)
    actions.sign_agreement(one.pk, number=1, by=osei, now=now)
    actions.propose_agreement(one.pk, {**TERMS, "meetings": "Two hours"}, after=1, by=osei, now=now)
    goal = NewGoal(title="First paper", why="To learn", steps=[NewStep(text="Write the methods")])
    actions.add_goal(one.pk, goal, by=amara, now=now - timedelta(days=30))
    actions.add_goal(one.pk, NewGoal(title="Say no", is_private=True), by=amara, now=now)
    said = actions.NewStage(stage=CoachingStage.PRINCIPLES, words="We are honest.")
    actions.write_coaching_step(one.pk, said, by=osei, now=now)
    actions.wish_role(one.pk, Kind.SPONSORSHIP, words="For the talk", by=amara, now=now)
    actions.keep_note(one.pk, "Ask about the visa", by=amara, now=now)
    actions.write_plan(
        {"short": "A paper", "actions": "Write on Fridays"}, owner=amara, is_revised=True, now=now
    )
    actions.show_plan(owner=amara, relationship_id=one.pk, now=now)
    span = one.roles.get(role=Kind.COACHING)
    actions.log_role(span.pk, {"what": "A block"}, on=now.date(), by=osei, now=now)
    return one


def pages(one, goal):
    start = f"/mentoring/{one.pk}/"
    return {
        "/mentoring/": "People you work with",
        start: "What is next",
        f"{start}roles/": "From the beginning",
        f"{start}agreement/": "Version 2",
        f"{start}agreement/new/": "How often, how long, and where",
        f"{start}goals/": "A goal",
        f"{start}goals/{goal.pk}/": "Write the methods",
        f"{start}coaching/": "We are honest.",
        f"{start}pause/": "What ",
        f"{start}end/": "Without a reason",
        f"{start}somebody-else/": "room",
        f"{start}wrong/": "take credit",
        "/you/plan/": "Your development plan",
    }


def test_each_page_says_what_the_two_came_for_and_is_not_there_for_others(
    whole, amara, osei, mallory, signed_in, client
):
    shared = next(one for one in queries.goals(whole, viewer=amara) if not one.is_private)
    found, hidden = {}, {}
    for address, words in pages(whole, shared).items():
        found[address] = [
            words in signed_in(who).get(address).content.decode() for who in (amara, osei)
        ]
        if f"/mentoring/{whole.pk}/" in address:
            hidden[address] = signed_in(mallory).get(address).status_code
            assert client.get(address).status_code == 302

    assert {address: both for address, both in found.items() if both != [True, True]} == {}
    assert set(hidden.values()) == {404}


def test_what_is_hers_alone_is_on_no_page_of_the_other(whole, amara, osei, signed_in):
    private = next(one for one in queries.goals(whole, viewer=amara) if one.is_private)
    hers, his = (
        signed_in(who).get(f"/mentoring/{whole.pk}/").content.decode() for who in (amara, osei)
    )

    assert "Ask about the visa" in hers
    assert "Say no" in hers
    assert "Ask about the visa" not in his
    assert "Say no" not in his
    address = f"/mentoring/{whole.pk}/goals/{private.pk}/"
    assert signed_in(osei).get(address).status_code == 404
    for end in ("end/", "comments/", "steps/", "words/"):
        assert signed_in(osei).post(address + end).status_code == 404


def test_pages_ask_the_database_little(whole, amara, signed_in, django_assert_max_num_queries):
    her = signed_in(amara)
    her.get("/mentoring/")
    with django_assert_max_num_queries(19):
        her.get("/mentoring/")
    with django_assert_max_num_queries(38):
        her.get(f"/mentoring/{whole.pk}/")
    assert works_with(amara)


def test_two_people_agree_and_a_change_needs_both_again(together, amara, osei, signed_in):
    address = f"/mentoring/{together.pk}/agreement/"
    her, his = signed_in(amara), signed_in(osei)
    her.post(f"{address}new/", {**TERMS, "after": "0"})
    half = his.get(address).content.decode()
    his.post(f"{address}signature/", {"number": "1"})
    in_force = queries.agreement_in_force(queries.agreements(together))
    stale = her.post(f"{address}new/", {"goals": "Mine", "after": "0"})
    his.post(f"{address}new/", {**TERMS, "meetings": "Two hours", "after": "1"})
    changed = her.get(address).content.decode()
    her.post(f"{address}signature/", {"number": "1"})

    assert "not signed" in half
    assert in_force.number == 1
    assert stale.status_code == 422
    assert "changed meanwhile" in stale.content.decode()
    assert 'value="Mine"' in stale.content.decode() or ">\nMine" in stale.content.decode()
    assert "<del" in changed
    assert "<ins" in changed
    assert queries.agreement_in_force(queries.agreements(together)).number == 1


def test_the_reason_is_read_by_nobody_else(together, amara, osei, signed_in, mailoutbox):
    shown = signed_in(amara).post(
        f"/mentoring/{together.pk}/end/",
        {"ending": "stopped", "line": "You taught me much.", "reason": "Too slow", "look": "1"},
    )
    assert "You taught me much." in shown.content.decode()
    assert queries.relationship(together.pk, viewer=amara).is_open

    signed_in(amara).post(
        f"/mentoring/{together.pk}/end/",
        {"ending": "stopped", "line": "You taught me much.", "reason": "Too slow"},
    )

    hers, his = (
        signed_in(who).get(f"/mentoring/{together.pk}/").content.decode() for who in (amara, osei)
    )
    assert "You taught me much." in his
    assert "Too slow" in hers
    assert "Too slow" not in his
    told = [mail.to for mail in mailoutbox if "You taught me much." in mail.body]
    assert told == [[osei.account.email]]
    assert not any("Too slow" in mail.body for mail in mailoutbox)


def test_an_end_is_undone_from_the_page(together, amara, signed_in):
    her = signed_in(amara)
    her.post(f"/mentoring/{together.pk}/end/", {"ending": "finished"})
    page = her.get(f"/mentoring/{together.pk}/").content.decode()
    her.post(f"/mentoring/{together.pk}/end/undo/")

    assert "Take the end back" in page
    assert queries.relationship(together.pk, viewer=amara).is_open


def test_the_link_proves_a_day_and_nothing_of_the_plan(amara, client, signed_in, now):
    her = signed_in(amara)
    her.post("/you/plan/", {"short": "A paper", "actions": "Write on Fridays"})
    her.post("/you/plan/attestations/")
    (link,) = queries.attestations(amara)

    page = client.get(f"/attestations/{link.token}/").content.decode()
    her.post(f"/you/plan/attestations/{link.pk}/end/")
    withdrawn = client.get(f"/attestations/{link.token}/")

    assert amara.display_name in page
    assert "Fridays" not in page
    assert "A paper" not in page
    assert withdrawn.status_code == 404
    assert amara.display_name not in withdrawn.content.decode()


def test_a_plan_is_read_by_one_mentor_as_long_as_they_work_together(
    whole, amara, osei, mallory, signed_in, now
):
    address = f"/mentoring/{whole.pk}/plan/"
    while_shown = [signed_in(who).get(address).status_code for who in (osei, amara, mallory)]
    actions.end_relationship(whole.pk, by=osei, ending=Ending.FINISHED, now=now)

    assert while_shown == [200, 404, 404]
    assert signed_in(osei).get(address).status_code == 404


def test_odd_input_is_answered_with_words(whole, amara, signed_in):
    her, start = signed_in(amara), f"/mentoring/{whole.pk}/"
    answers = {
        "roles": her.post(f"{start}roles/", {"role": "queen"}).status_code,
        "end of no role": her.post(f"{start}roles/queen/end/").status_code,
        "log of nothing": her.post(f"{start}roles/999999/log/").status_code,
        "number": her.post(f"{start}agreement/signature/", {"number": "x" * 99}).status_code,
        "after": her.post(f"{start}agreement/new/", {"goals": "x", "after": "-1"}).status_code,
        "goal": her.post(f"{start}goals/", {"title": ""}).status_code,
        "pause": her.post(f"{start}pause/", {"until": "2001-01-01"}).status_code,
        "no day": her.post(f"{start}pause/", {"until": "soon"}).status_code,
        "ending": her.post(f"{start}end/", {"ending": "left"}).status_code,
        "stage": her.post(f"{start}coaching/", {"stage": "9", "words": ""}).status_code,
        "readers": her.post("/you/plan/readers/", {"relationship": "9" * 17}).status_code,
        "long note": her.post(f"{start}notes/", {"text": "x" * 10_001}).status_code,
        "no goal": her.get(f"{start}goals/999999/").status_code,
        "no page": her.get("/mentoring/999999999999/").status_code,
        "template": her.get(f"{start}goals/?template=choose-specialty").status_code,
    }

    assert answers == {
        "roles": 422,
        "end of no role": 404,
        "log of nothing": 404,
        "number": 302,
        "after": 422,
        "goal": 422,
        "pause": 422,
        "no day": 422,
        "ending": 422,
        "stage": 422,
        "readers": 302,
        "long note": 422,
        "no goal": 404,
        "no page": 404,
        "template": 200,
    }


def test_a_block_says_what_becomes_of_their_work_and_leaves_a_way_to_flag(
    together, amara, osei, mallory, signed_in
):
    her = signed_in(amara)
    told = her.post(f"/@{osei.handle}/block/", follow=True).content.decode()
    of_nobody = her.post(f"/@{mallory.handle}/block/", follow=True).content.decode()

    assert "What you have in mentoring rests" in told
    assert "What you have in mentoring rests" not in of_nobody
    his = signed_in(osei)
    assert "Paused" in his.get(f"/mentoring/{together.pk}/").content.decode()
    assert his.get(f"/@{amara.handle}/flag/?reason=mentoring").status_code == 200
    assert signed_in(mallory).get(f"/@{amara.handle}/flag/").status_code == 404


def test_a_relationship_leads_to_the_messages_of_the_two(signed_in, whole, amara, osei, now):
    link = 'href="/messages/new/?to=kwame_osei"'
    client = signed_in(amara)
    assert link in client.get(f"/mentoring/{whole.pk}/").text

    actions.end_relationship(whole.pk, by=amara, ending=Ending.FINISHED, now=now)

    assert link not in client.get(f"/mentoring/{whole.pk}/").text


def test_one_agrees_to_the_words_she_read(signed_in, whole, amara, osei, now):
    client, page = signed_in(amara), f"/mentoring/{whole.pk}/coaching/"
    step = whole.coaching.get()
    agree = f"{page}{step.pk}/yes/"
    (seen,) = set(re.findall('name="seen" value="([^"]+)"', client.get(page).text))
    said = actions.NewStage(
        stage=CoachingStage.PRINCIPLES, words="We are honest, and kind.", seen=step.at
    )
    actions.write_coaching_step(whole.pk, said, by=osei, now=now + timedelta(minutes=1))

    assert "changed it meanwhile" in client.post(agree, {"seen": seen}, follow=True).text
    (seen,) = set(re.findall('name="seen" value="([^"]+)"', client.get(page).text))
    client.post(agree, {"seen": seen})

    step.refresh_from_db()
    assert step.agreed_at is not None


def test_of_two_tabs_the_later_overwrites_nothing_unseen(signed_in, whole, osei):
    client, page = signed_in(osei), f"/mentoring/{whole.pk}/coaching/"
    (seen,) = set(re.findall('name="seen" value="([^"]+)"', client.get(page).text))
    form = {"stage": "principles", "seen": seen}

    client.post(page, form | {"words": "We are honest, and on time."})
    second = client.post(page, form | {"words": "We are brief."})

    assert second.status_code == 422
    assert "We are honest, and on time." in second.text
    assert "We are brief." in second.text
    assert whole.coaching.get().words == "We are honest, and on time."
    (newer,) = re.findall('name="seen" value="([^"]+)"', second.text)
    client.post(page, form | {"words": "We are brief.", "seen": newer})
    assert whole.coaching.get().words == "We are brief."


def test_a_step_that_was_not_there_when_she_began_is_read_first(signed_in, whole, amara):
    page = f"/mentoring/{whole.pk}/coaching/"

    answer = signed_in(amara).post(page, {"stage": "principles", "words": "Mine"})

    assert answer.status_code == 422
    assert whole.coaching.get().words == "We are honest."


def test_an_answer_that_is_missing_is_no_no(whole, osei, signed_in):
    (wish,) = queries.role_wishes(whole)
    his, address = signed_in(osei), f"/mentoring/{whole.pk}/roles/{wish.pk}/answer/"

    assert [his.post(address, said).status_code for said in ({}, {"answer": "maybe"})] == [400, 400]
    assert queries.role_wishes(whole) == [wish]


@pytest.mark.parametrize("said", [{}, {"how": "no"}])
def test_a_goal_is_not_dropped_and_no_step_taken_back_by_a_missing_answer(
    whole, amara, signed_in, said
):
    goal = next(one for one in queries.goals(whole, viewer=amara) if not one.is_private)
    step, start = goal.steps.get(), f"/mentoring/{whole.pk}/goals/{goal.pk}/"
    her = signed_in(amara)
    her.post(f"{start}steps/{step.pk}/", {"how": "done"})

    codes = [her.post(f"{start}{part}", said).status_code for part in ("end/", f"steps/{step.pk}/")]

    goal, step = queries.goal(goal.pk, viewer=amara), goal.steps.get()
    assert codes == [400, 400]
    assert (goal.is_open, step.done_at is not None) == (True, True)


def test_no_step_that_was_written_is_left_out(whole, amara, signed_in):
    her, address = signed_in(amara), f"/mentoring/{whole.pk}/goals/"
    steps = [f"Step {number}" for number in range(31)]

    refused = her.post(address, {"title": "Much", "steps": "\n".join(steps)})
    her.post(address, {"title": "Less", "steps": "\n".join(steps[:30])})

    assert (refused.status_code, "Step 30" in refused.text) == (422, True)
    assert "thirty" in refused.text
    kept = {one.words["title"]: one.steps.count() for one in queries.goals(whole, viewer=amara)}
    assert (kept.get("Much"), kept["Less"]) == (None, 30)


def test_goals_are_read_page_by_page_open_ones_first(together, amara, now, signed_in, monkeypatch):
    monkeypatch.setattr("corridor.web.mentoring.whole.GOALS_ON_A_PAGE", 2)
    for number, title in enumerate(("Dropped goal", "Older goal", "Newer goal")):
        at = now + timedelta(minutes=number)
        made = actions.add_goal(together.pk, NewGoal(title=title), by=amara, now=at)
        if title == "Dropped goal":
            actions.end_goal(made.pk, is_reached=False, by=amara, now=at)
    her, path = signed_in(amara), f"/mentoring/{together.pk}/"

    first, second = (her.get(f"{path}?goals={page}").content.decode() for page in (1, 2))

    assert first.index("Older goal") < first.index("Newer goal")
    assert "Dropped goal" not in first.partition('id="goals"')[2].partition("</section>")[0]
    assert "Dropped goal" in second.partition('id="goals"')[2].partition("</section>")[0]
    assert 'href="?goals=2#goals" rel="next"' in first
    assert 'href="?goals=1#goals" rel="prev"' in second
