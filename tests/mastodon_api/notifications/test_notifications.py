"""Notifications as apps read them."""

import pytest

from corridor.notifications import actions
from corridor.notifications.choices import Treatment
from corridor.people import actions as people
from corridor.posts import actions as posts
from tests.posts.conftest import *  # noqa: F403 - pytest finds fixtures by name

ALL = "/api/v1/notifications"
GROUPS = "/api/v2/notifications"


@pytest.fixture
def post(amara, says):
    return says(amara, "First block placed")


@pytest.fixture
def news(amara, dr_osei, mallory, post, says, now):
    """Of Amara: kudos of two, a boost, a reply, a follower."""
    posts.give_kudos(post=post, by=dr_osei, now=now)
    posts.give_kudos(post=post, by=mallory, now=now)
    posts.boost_post(post=post, by=dr_osei, now=now)
    says(dr_osei, "Well done @amara_nwosu", in_reply_to=post.pk)
    people.follow(follower=dr_osei, followed=amara, now=now)


def types(answer):
    return [one["type"] for one in answer.json()]


def test_what_happened_is_told_newest_first(app, amara, news, post):
    told = app(amara).get(ALL)

    assert types(told) == ["follow", "mention", "reblog", "favourite", "favourite"]
    follow, mention, boost, *_ = told.json()
    assert "status" not in follow
    assert follow["account"]["username"] == "kwame_osei"
    assert mention["status"]["content"].startswith("<p>Well done")
    assert boost["status"]["id"] == str(post.pk)
    assert boost["created_at"] == "2026-03-20T09:00:00.000Z"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("types[]=mention&types[]=follow", ["follow", "mention"]),
        ("types=mention", ["mention"]),
        ("exclude_types[]=favourite&exclude_types[]=reblog", ["follow", "mention"]),
        ("types[]=admin.report", []),
        ("limit=2", ["follow", "mention"]),
    ],
)
def test_apps_choose_what_they_are_told(app, amara, news, asked, expected):
    assert types(app(amara).get(f"{ALL}?{asked}")) == expected


def test_apps_ask_for_what_one_person_did(app, amara, mallory, news):
    assert types(app(amara).get(f"{ALL}?account_id={mallory.pk}")) == ["favourite"]


def test_links_lead_through_all_of_them(app, amara, news):
    mine = app(amara)

    first = mine.get(f"{ALL}?limit=3")
    rest = mine.get(f"{ALL}?limit=3&max_id={first.json()[-1]['id']}")

    assert f"max_id={first.json()[-1]['id']}" in first.headers["Link"]
    assert types(rest) == ["favourite", "favourite"]


def test_a_page_of_them_takes_few_queries(app, amara, news, django_assert_num_queries):
    mine = app(amara)
    mine.get(ALL)

    with django_assert_num_queries(4):  # token, profile, notifications, accounts, posts, filters
        mine.get(ALL)


def test_one_is_read_and_dismissed(app, amara, mallory, news):
    mine = app(amara)
    number = mine.get(ALL).json()[0]["id"]

    assert mine.get(f"{ALL}/{number}").json()["type"] == "follow"
    assert app(mallory).get(f"{ALL}/{number}").status_code == 404
    assert app(mallory).post(f"{ALL}/{number}/dismiss").status_code == 404
    assert mine.post(f"{ALL}/{number}/dismiss").json() == {}
    assert mine.get(f"{ALL}/{number}").status_code == 404


def test_all_are_cleared(app, amara, news):
    mine = app(amara)

    mine.post(f"{ALL}/clear")

    assert mine.get(ALL).json() == []


def test_a_token_for_reading_clears_nothing(app, amara, news):
    assert app(amara, scopes="read").post(f"{ALL}/clear").status_code == 403
    assert len(app(amara).get(ALL).json()) == 5


def test_unread_ones_are_counted_from_the_place_she_has_read_to(app, amara, news):
    mine = app(amara)
    assert mine.get(f"{ALL}/unread_count").json() == {"count": 5}
    assert mine.get(f"{GROUPS}/unread_count").json() == {"count": 4}

    second = mine.get(ALL).json()[1]["id"]
    mine.post("/api/v1/markers", {"notifications[last_read_id]": second})

    assert mine.get(f"{ALL}/unread_count").json() == {"count": 1}


def test_kudos_of_an_hour_are_one_group(app, amara, dr_osei, mallory, news, post):
    told = app(amara).get(GROUPS).json()

    groups = told["notification_groups"]
    assert [one["type"] for one in groups] == ["follow", "mention", "reblog", "favourite"]
    kudos = groups[-1]
    assert kudos["notifications_count"] == 2
    assert kudos["sample_account_ids"] == [str(mallory.pk), str(dr_osei.pk)]
    assert kudos["status_id"] == str(post.pk)
    assert {one["username"] for one in told["accounts"]} == {"kwame_osei", "mallory_crane"}
    assert {one["id"] for one in told["statuses"]} == {kudos["status_id"], groups[1]["status_id"]}


def test_a_group_reaches_beyond_the_piece(app, amara, join, news, post, now):
    for number in range(3):
        name = "abc"[number]
        posts.give_kudos(post=post, by=join(handle=f"kofi_{name}", display_name="Kofi"), now=now)

    piece = app(amara).get(f"{GROUPS}?limit=2").json()["notification_groups"]

    assert [one["notifications_count"] for one in piece] == [5]


def test_what_an_app_does_not_group_is_told_one_by_one(app, amara, news):
    told = app(amara).get(f"{GROUPS}?grouped_types[]=reblog").json()["notification_groups"]

    assert [one["type"] for one in told].count("favourite") == 2
    assert told[-1]["group_key"].startswith("ungrouped-")


def test_a_group_is_read_and_dismissed(app, amara, mallory, news):
    mine = app(amara)
    key = mine.get(GROUPS).json()["notification_groups"][-1]["group_key"]

    one = mine.get(f"{GROUPS}/{key}").json()
    accounts = mine.get(f"{GROUPS}/{key}/accounts").json()
    assert app(mallory).get(f"{GROUPS}/{key}").status_code == 404
    mine.post(f"{GROUPS}/{key}/dismiss")

    assert one["notification_groups"][0]["notifications_count"] == 2
    assert [account["username"] for account in accounts] == ["mallory_crane", "kwame_osei"]
    assert mine.get(f"{GROUPS}/{key}").status_code == 404


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_the_policy_is_read_and_set(app, amara, version):
    mine = app(amara)
    place = f"/api/{version}/notifications/policy"
    before = mine.get(place).json()

    after = mine.patch(
        place, "for_not_following=filter", content_type="application/x-www-form-urlencoded"
    ).json()

    assert before["for_not_following"] == "accept"
    assert after["for_not_following"] == "filter"
    assert after["for_new_accounts"] == "accept"
    assert after["summary"] == {"pending_requests_count": 0, "pending_notifications_count": 0}


@pytest.fixture
def request_of_mallory(amara, mallory, says, now):
    actions.set_policy({"for_not_following": Treatment.FILTER}, by=amara.pk)
    says(mallory, "Hello @amara_nwosu")


def test_what_lies_apart_is_a_request(app, amara, mallory, request_of_mallory):
    mine = app(amara)

    told = mine.get(f"{ALL}/requests").json()

    assert mine.get(ALL).json() == []
    assert types(mine.get(f"{ALL}?include_filtered=true")) == ["mention"]
    assert [one["account"]["username"] for one in told] == ["mallory_crane"]
    assert told[0]["notifications_count"] == "1"
    assert "Hello" in told[0]["last_status"]["content"]
    assert mine.get(f"{ALL}/requests/{mallory.pk}").json() == told[0]
    assert mine.get(f"{ALL}/policy").json()["summary"]["pending_requests_count"] == 1


def test_an_accepted_request_is_told(app, amara, mallory, request_of_mallory):
    mine = app(amara)

    assert mine.post(f"{ALL}/requests/{mallory.pk}/accept").json() == {}

    assert types(mine.get(ALL)) == ["mention"]
    assert mine.get(f"{ALL}/requests").json() == []
    assert mine.post(f"{ALL}/requests/{mallory.pk}/accept").status_code == 404


def test_a_dismissed_request_is_gone(app, amara, mallory, request_of_mallory):
    mine = app(amara)

    assert mine.post(f"{ALL}/requests/dismiss", {"id[]": mallory.pk}).json() == {}

    assert mine.get(f"{ALL}?include_filtered=true").json() == []


@pytest.mark.parametrize(
    "asked", ["limit=0", "max_id=soon", "account_id=99999999999999999999", "since_id=-1"]
)
def test_what_cannot_be_meant_is_refused(app, amara, asked):
    assert app(amara).get(f"{ALL}?{asked}").status_code == 422


@pytest.mark.parametrize("number", ["soon", "99999999999999999999999", "0", "²"])
def test_numbers_of_none_are_not_there(app, amara, number):
    assert app(amara).get(f"{ALL}/{number}").status_code == 404
