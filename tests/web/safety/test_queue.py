"""The desk of moderators, over HTTP."""

import html5lib
import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corridor.safety import actions
from corridor.safety.choices import Deed, Measure, Reason
from corridor.safety.models import Appeal, Case, Decision, LogEntry


@pytest.fixture
def rosa(moderator):
    return moderator()


@pytest.fixture
def desk(signed_in, rosa):
    return signed_in(rosa)


def at(case, rest=""):
    return f"/queue/{case.pk}/{rest}"


def test_pages_are_html_without_mistakes(desk, case, moderator, decides, amara, mallory, now):
    open_case = case
    (decision,) = decides(
        actions.flag_person(
            actions.NewFlag(reason=Reason.SPAM, words="Sells"), person=mallory, by=amara, now=now
        ).case,
        moderator(),
        Measure.NUDGE,
    )
    appeal = actions.appeal(decision=decision, words="No", by=mallory, now=now)
    pages = (
        "/queue/",
        "/queue/?queue=spam",
        "/queue/?queue=envy",
        "/queue/closed/",
        "/queue/log/",
        "/queue/appeals/",
        f"/queue/appeals/{appeal.pk}/",
        at(open_case),
        at(decision.case),
        "/transparency/",
        "/you/decisions/",
    )

    for page in pages:
        answer = desk.get(page)
        assert answer.status_code == 200, page
        html5lib.HTMLParser(strict=True).parse(answer.text)


def test_for_everybody_else_the_queue_is_not_there(
    signed_in, case, decides, moderator, mallory, dr_osei, amara, now
):
    by = moderator()
    (decision,) = decides(case, by, Measure.NUDGE)
    appeal = actions.appeal(decision=decision, words="No", by=mallory, now=now)
    reads = [
        "/queue/",
        "/queue/closed/",
        "/queue/log/",
        "/queue/appeals/",
        f"/queue/appeals/{appeal.pk}/",
        at(case),
    ]
    writes = [
        "/queue/closing/",
        f"/queue/appeals/{appeal.pk}/",
        f"/queue/decisions/{decision.pk}/undoing/",
        *(at(case, rest) for rest in ("claim/", "release/", "notes/", "decision/")),
    ]
    body = {"measure": "suspend", "reason": "spam", "words": "x", "verdict": "grant", "answer": "y"}
    before = LogEntry.objects.count()

    for viewer in (dr_osei, mallory, amara):
        client = signed_in(viewer)
        assert {client.get(path).status_code for path in reads} == {404}
        assert {client.post(path, body).status_code for path in writes} == {404}

    assert LogEntry.objects.count() == before
    assert Decision.objects.count() == 1
    assert Appeal.objects.get().decided_at is None


def test_a_moderator_of_another_queue_gets_no_case(signed_in, moderator, case):
    client = signed_in(moderator("spam"))

    assert case.get_queue_display() not in client.get("/queue/").text.split("</nav>")[-1]
    assert client.get(at(case)).status_code == 404
    assert client.post(at(case, "decision/"), {"measure": "nothing"}).status_code == 404


def test_from_the_list_to_a_decision(desk, case, mallory):
    assert f'href="/queue/{case.pk}/"' in desk.get("/queue/").text
    page = desk.get(at(case))
    assert "I know when your shift ends" in page.text
    assert "@amara_nwosu" not in page.text
    assert "Nobody has this case yet" in page.text
    assert "The case is yours" in desk.post(at(case, "claim/"), follow=True).text
    assert (
        "Known before" in desk.post(at(case, "notes/"), {"words": "Known before"}, follow=True).text
    )

    body = {
        "measure": ["remove", "nudge"],
        "reason": "harassment",
        "beginning": "tone",
        "words": "Please stop.",
    }
    answer = desk.post(at(case, "decision/"), body, follow=True)

    assert "Decided. Whoever flagged it is told." in answer.text
    (letter,) = mail.outbox
    assert "The post goes at a person" in letter.body
    assert "Please stop." in letter.body
    closed = desk.get(at(case)).text
    assert "Take the post from everybody else" in closed
    decision = Decision.objects.get(measure="remove")
    assert "Undone" in desk.post(f"/queue/decisions/{decision.pk}/undoing/", follow=True).text


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "Choose what is to be done"),
        ({"measure": "envy", "reason": "spam"}, "Choose what is to be done"),
        ({"measure": "nudge", "reason": "envy"}, "Choose what is to be done"),
        ({"measure": "nudge", "reason": "spam"}, "Say why"),
        ({"measure": "freeze", "reason": "spam", "words": "x", "days": "soon"}, "between a day"),
        ({"measure": "freeze", "reason": "spam", "words": "x", "days": "99999"}, "between a day"),
    ],
)
def test_what_is_no_decision_is_said_and_nothing_lost(desk, case, body, told):
    answer = desk.post(at(case, "decision/"), body)

    assert answer.status_code == 422
    assert told in answer.text
    assert Case.objects.get(pk=case.pk).closed_at is None


def test_a_refused_decision_shows_the_evidence_and_that_is_written_down(desk, case, rosa):
    answer = desk.post(at(case, "decision/"), {})

    assert "I know when your shift ends" in answer.text
    looks = LogEntry.objects.filter(deed=Deed.OPENED, by_number=rosa.pk, case_number=case.pk)
    assert looks.count() == 1


def test_several_are_closed_at_once(desk, case, says, flags, amara, join):
    other = flags(amara, says(join(handle="kofi", display_name="Kofi")), Reason.SPAM).case

    answer = desk.post(
        "/queue/closing/", {"case": [case.pk, other.pk, "x"], "reason": "other"}, follow=True
    )
    assert "2 cases are closed." in answer.text
    assert "Choose cases" in desk.post("/queue/closing/", {}, follow=True).text


def test_the_page_of_a_case_takes_few_queries(desk, case, django_assert_max_num_queries):
    with django_assert_max_num_queries(49):
        desk.get(at(case))


def test_a_list_takes_as_many_queries_for_many_cases(
    desk, says, flags, amara, join, django_assert_num_queries, case
):
    desk.get("/queue/")
    with CaptureQueriesContext(connection) as one:
        desk.get("/queue/")
    for number in range(5):
        author = join(handle=f"author_{number}", display_name=f"Author {number}")
        flags(amara, says(author), Reason.SPAM)
    with django_assert_num_queries(len(one)):
        desk.get("/queue/")


def test_she_reads_the_reasons_and_appeals(signed_in, case, moderator, decides, amara, mallory):
    (decision,) = decides(case, moderator(), Measure.FREEZE, days=3)
    client, path = signed_in(mallory), f"/you/decisions/{decision.pk}/appeal/"

    assert "You can read, but not post or answer." in client.get("/you/decisions/").text
    assert "It goes at a person." in client.get(path).text
    assert signed_in(amara).get(path).status_code == 404
    assert client.post(path, {"words": ""}).status_code == 422
    answer = client.post(path, {"words": "It was a joke"}, follow=True)

    assert "Somebody else looks again" in answer.text
    assert Appeal.objects.get().said["words"] == "It was a joke"


def test_whoever_is_suspended_appeals_by_the_link_in_the_mail(
    client, case, moderator, decides, mallory
):
    decides(case, moderator(), Measure.SUSPEND)
    (letter,) = mail.outbox
    path = next(word for word in letter.body.split() if "/appeals/" in word).split("8000")[-1]

    assert "Your account is closed." in client.get(path).text
    answer = client.post(path, {"words": "It was not me"}, follow=True)

    assert "You appealed" in answer.text
    assert client.get("/appeals/made-up/").status_code == 404


def test_whoever_is_frozen_reads_and_protects_herself(
    signed_in, app, case, moderator, decides, amara, mallory, dr_osei
):
    client, mine = signed_in(mallory), app(mallory)
    by = moderator()
    (decision,) = decides(case, by, Measure.FREEZE)

    frozen = client.post("/compose/", {"text": "Hello"})
    assert frozen.status_code == 403
    assert "You can read only" in frozen.text
    assert client.get("/home/").status_code == 200
    assert client.post("/@kwame_osei/follow/").status_code == 403
    assert client.post("/@kwame_osei/mute/").status_code == 302
    statuses = {
        "post": mine.post("/api/v1/statuses", {"status": "Hello"}).status_code,
        "follow": mine.post(f"/api/v1/accounts/{dr_osei.pk}/follow").status_code,
        "block": mine.post(f"/api/v1/accounts/{dr_osei.pk}/block").status_code,
        "home": mine.get("/api/v1/timelines/home").status_code,
    }
    assert statuses == {"post": 403, "follow": 403, "block": 200, "home": 200}

    actions.undo_decision(decision=decision, by=by, now=decision.at)
    assert mine.post("/api/v1/statuses", {"status": "Hello"}).status_code == 200
