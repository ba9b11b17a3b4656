"""Apps flag posts and people: Mastodon calls that a report."""

import pytest

from corridor.people import actions as people
from corridor.posts.actions import NewPost, publish_post
from corridor.safety import actions as safety
from corridor.safety.models import Case, Flag
from tests.mastodon_api.posting import said

REPORTS = "/api/v1/reports"


@pytest.fixture
def post(mallory, now):
    return publish_post(NewPost(text="Buy my course"), by=mallory, now=now)


def test_a_report_of_posts_is_a_flag_of_each(app, amara, mallory, post, now, settings):
    settings.RULES = ["Be kind", "No adverts"]
    other = publish_post(NewPost(text="Really, buy it"), by=mallory, now=now)
    body = {
        "account_id": str(mallory.pk),
        "status_ids[]": [str(post.pk), str(other.pk)],
        "comment": "Again and again",
        "category": "violation",
        "rule_ids[]": ["2"],
        "forward": "true",
    }

    answer = said(app(amara).post(REPORTS, body))

    first, second = Flag.objects.order_by("pk")
    assert [flag.case.post_number for flag in (first, second)] == [post.pk, other.pk]
    assert first.said == {"words": "Again and again", "rules": ["No adverts"]}
    assert answer.pop("target_account")["acct"] == "mallory_crane"
    assert answer.pop("created_at").endswith("Z")
    assert answer == {
        "id": str(first.pk),
        "action_taken": False,
        "action_taken_at": None,
        "category": "violation",
        "comment": "Again and again",
        "forwarded": False,
        "status_ids": [str(post.pk), str(other.pk)],
        "rule_ids": ["2"],
    }


@pytest.mark.parametrize(
    ("category", "reason"),
    [("spam", "spam"), ("legal", "law"), ("violation", "rules"), ("other", "other"), ("", "other")],
)
def test_a_report_of_a_person_alone(app, amara, mallory, category, reason):
    body = {"account_id": mallory.pk} | ({"category": category} if category else {})

    said(app(amara).post(REPORTS, body))

    flag = Flag.objects.get()
    assert (flag.reason, flag.case.about, flag.case.is_about_a_post) == (reason, mallory, False)


def test_naming_rules_says_that_they_are_broken(app, amara, mallory, settings):
    settings.RULES = ["Be kind"]

    answer = said(app(amara).post(REPORTS, {"account_id": mallory.pk, "rule_ids[]": ["1"]}))

    assert answer["category"] == "violation"


def test_what_cannot_be_reported(app, amara, dr_osei, mallory, post, now, settings):
    settings.RULES = ["Be kind"]
    hidden = publish_post(NewPost(text="For few", audience="named"), by=mallory, now=now)
    ours = publish_post(NewPost(text="Mine"), by=dr_osei, now=now)
    people.block(blocker=dr_osei, blocked=amara, now=now)
    who = str(mallory.pk)
    cases = {
        "nobody": {"account_id": "999"},
        "no number": {"account_id": "abc"},
        "nothing": {},
        "too large": {"account_id": str(2**70)},
        "blocks her": {"account_id": str(dr_osei.pk)},
        "herself": {"account_id": str(amara.pk)},
        "may not read": {"account_id": who, "status_ids[]": [str(post.pk), str(hidden.pk)]},
        "of another": {"account_id": who, "status_ids[]": [str(ours.pk)]},
        "many": {"account_id": who, "status_ids[]": [str(number) for number in range(21)]},
        "envy": {"account_id": who, "category": "envy"},
        "rule": {"account_id": who, "rule_ids[]": ["2"]},
        "rule none": {"account_id": who, "rule_ids[]": ["0"]},
        "long": {"account_id": who, "comment": "x" * 1001},
        "no text": {"account_id": who, "comment": "\0"},
    }

    statuses = {name: app(amara).post(REPORTS, body).status_code for name, body in cases.items()}

    assert statuses == {
        "nobody": 404,
        "no number": 422,
        "nothing": 422,
        "too large": 422,
        "blocks her": 404,
        "herself": 403,
        "may not read": 404,
        "of another": 404,
        "many": 422,
        "envy": 422,
        "rule": 422,
        "rule none": 422,
        "long": 422,
        "no text": 422,
    }
    assert not Case.objects.exists()


def test_who_may_report(app, client, amara, mallory):
    body = {"account_id": mallory.pk}

    statuses = {
        scope: app(amara, scope).post(REPORTS, body).status_code
        for scope in ("write:reports", "write", "read", "write:statuses")
    }

    assert statuses == {"write:reports": 200, "write": 200, "read": 403, "write:statuses": 403}
    assert client.post(REPORTS, body).status_code == 401


def test_a_flood_of_reports_ends(app, amara, mallory, monkeypatch):
    monkeypatch.setattr(safety.flag, "MOST_A_DAY", 2)
    body = {"account_id": mallory.pk}

    statuses = [app(amara).post(REPORTS, body).status_code for _ in range(3)]

    assert statuses == [200, 200, 429]
    assert Flag.objects.count() == 1
