"""Who somebody is, and who is to do with whom, as apps read it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corridor.people import actions as people
from corridor.people.choices import EvaluationKind, Visibility
from corridor.posts.actions import NewPost, boost_post, pin_post, publish_post


def names(answer):
    assert answer.status_code == 200, answer.content
    return [one["username"] for one in answer.json()]


def words(answer):
    assert answer.status_code == 200, answer.content
    return [(one["reblog"] or one)["content"] for one in answer.json()]


def test_an_account_is_found_by_number_and_by_handle(app, amara, dr_osei):
    mine = app(amara)

    by_number = mine.get(f"/api/v1/accounts/{dr_osei.pk}").json()

    assert by_number["acct"] == dr_osei.handle
    for acct in (dr_osei.handle, f"@{dr_osei.handle.upper()}", f"{dr_osei.handle}@localhost:8000"):
        assert mine.get("/api/v1/accounts/lookup", {"acct": acct}).json()["id"] == by_number["id"]
    assert mine.get("/api/v1/accounts/lookup", {"acct": "nobody_here"}).status_code == 404


def test_several_accounts_come_in_one_answer(app, amara, dr_osei, mallory):
    told = app(amara).get(f"/api/v1/accounts?id[]={mallory.pk}&id[]={dr_osei.pk}&id[]=9999999")

    assert set(names(told)) == {dr_osei.handle, mallory.handle}


def test_visitors_see_nobody_whose_profile_is_for_members(client, dr_osei):
    assert client.get(f"/api/v1/accounts/{dr_osei.pk}").status_code == 200
    dr_osei.visibility = Visibility.MEMBERS
    dr_osei.save(update_fields=["visibility"])

    assert client.get(f"/api/v1/accounts/{dr_osei.pk}").status_code == 404
    assert client.get(f"/api/v1/accounts/{dr_osei.pk}/statuses").status_code == 404


WAYS = (
    "/api/v1/accounts/{id}",
    "/api/v1/accounts/{id}/statuses",
    "/api/v1/accounts/{id}/followers",
    "/api/v1/accounts/{id}/following",
    "/api/v1/accounts/{id}/featured_tags",
    "/api/v1/accounts/{id}/endorsements",
    "/api/v1/accounts/{id}/lists",
    "/api/v1/accounts/lookup?acct={handle}",
)
DEEDS = (
    "follow",
    "unfollow",
    "block",
    "unblock",
    "mute",
    "unmute",
    "note",
    "pin",
    "unpin",
    "remove_from_followers",
)


@pytest.fixture(params=["blocked", "evaluated"])
def kept_away(request, amara, dr_osei, now):
    """Dr Osei keeps away from Amara, who does not know."""
    people.follow(follower=amara, followed=dr_osei, now=now)
    if request.param == "blocked":
        people.block(blocker=dr_osei, blocked=amara, now=now)
    else:
        people.declare_evaluation(
            profile=dr_osei, other=amara, kind=EvaluationKind.EVALUATED_BY_ME, now=now
        )


@pytest.mark.usefixtures("kept_away")
def test_whoever_keeps_away_answers_like_nobody(app, amara, dr_osei):
    mine = app(amara)

    for way in WAYS:
        told = mine.get(way.format(id=dr_osei.pk, handle=dr_osei.handle))
        nobody = mine.get(way.format(id=9_999_999, handle="nobody_here"))
        assert (told.status_code, told.content) == (nobody.status_code, nobody.content), way
    for deed in DEEDS:
        told = mine.post(f"/api/v1/accounts/{dr_osei.pk}/{deed}")
        assert (told.status_code, told.json()) == (404, {"error": "Record not found"}), deed
    assert mine.get(f"/api/v1/accounts/relationships?id[]={dr_osei.pk}").json() == []
    assert names(mine.get("/api/v1/accounts/search", {"q": dr_osei.handle})) == []


def test_whom_she_blocked_herself_is_found_by_the_whole_handle(app, amara, dr_osei, now):
    """An app looks for somebody before it ends the block."""
    people.block(blocker=amara, blocked=dr_osei, now=now)
    mine = app(amara)

    assert mine.get(f"/api/v1/accounts/lookup?acct={dr_osei.handle}").json()["id"] == str(
        dr_osei.pk
    )
    for typed in (dr_osei.handle, f"@{dr_osei.handle}"):
        assert names(mine.get("/api/v1/accounts/search", {"q": typed})) == [dr_osei.handle]
    assert names(mine.get("/api/v1/accounts/search", {"q": "ose"})) == []
    assert mine.get(f"/api/v1/accounts/{dr_osei.pk}/statuses").status_code == 404


def test_posts_and_boosts_of_somebody_come_together_newest_first(app, amara, dr_osei, mallory, now):
    for number in range(3):
        publish_post(NewPost(text=f"Mine {number}"), by=dr_osei, now=now)
        theirs = publish_post(NewPost(text=f"Theirs {number}"), by=mallory, now=now)
        boost_post(post=theirs, by=dr_osei, now=now)
    mine, address = app(amara), f"/api/v1/accounts/{dr_osei.pk}/statuses"

    first = mine.get(f"{address}?limit=4")

    assert words(first) == [
        f"<p>{text}</p>" for text in ("Theirs 2", "Mine 2", "Theirs 1", "Mine 1")
    ]
    onward = mine.get(f"{address}?limit=4&max_id={first.json()[-1]['id']}")
    assert words(onward) == ["<p>Theirs 0</p>", "<p>Mine 0</p>"]
    back = mine.get(f"{address}?limit=2&min_id={onward.json()[0]['id']}")
    assert words(back) == ["<p>Theirs 1</p>", "<p>Mine 1</p>"]
    assert f"max_id={first.json()[-1]['id']}" in first.headers["Link"]
    only = mine.get(f"{address}?exclude_reblogs=true")
    assert words(only) == ["<p>Mine 2</p>", "<p>Mine 1</p>", "<p>Mine 0</p>"]


def test_some_of_the_posts_of_somebody_can_be_asked_for(app, amara, dr_osei, picture_of, now):
    plain = publish_post(NewPost(text="Plain"), by=dr_osei, now=now)
    tagged = publish_post(NewPost(text="On #Airways"), by=dr_osei, now=now)
    theirs = publish_post(NewPost(text="A question"), by=amara, now=now)
    reply = publish_post(NewPost(text="Yes", in_reply_to=theirs.pk), by=dr_osei, now=now)
    pictured = publish_post(
        NewPost(text="Look", attachments=[picture_of(dr_osei)]), by=dr_osei, now=now
    )
    pin_post(post=plain, by=dr_osei, now=now)
    mine = app(amara)

    def numbers(**asked):
        told = mine.get(f"/api/v1/accounts/{dr_osei.pk}/statuses", asked)
        return {int(one["id"]) for one in told.json()}

    assert numbers() == {plain.pk, tagged.pk, reply.pk, pictured.pk}
    assert numbers(exclude_replies="true") == {plain.pk, tagged.pk, pictured.pk}
    assert numbers(only_media="1") == {pictured.pk}
    assert numbers(pinned="true") == {plain.pk}
    assert numbers(tagged="airways") == {tagged.pk}


def test_follows_of_somebody_are_for_members(app, client, amara, dr_osei, mallory, now):
    people.follow(follower=mallory, followed=dr_osei, now=now)
    people.follow(follower=dr_osei, followed=amara, now=now)

    mine = app(amara)

    assert names(mine.get(f"/api/v1/accounts/{dr_osei.pk}/followers")) == [mallory.handle]
    assert names(mine.get(f"/api/v1/accounts/{dr_osei.pk}/following")) == [amara.handle]
    assert names(client.get(f"/api/v1/accounts/{dr_osei.pk}/followers")) == []


def test_lists_of_people_lead_onward(app, amara, dr_osei, join, now):
    for number in range(3):
        person = join(handle=f"person_{'abc'[number]}", display_name="Somebody")
        people.follow(follower=person, followed=dr_osei, now=now)
    mine, address = app(amara), f"/api/v1/accounts/{dr_osei.pk}/followers"

    first = mine.get(f"{address}?limit=2")

    assert names(first) == ["person_c", "person_b"]
    onward = first.headers["Link"].split(">")[0].removeprefix("<http://localhost:8000")
    assert names(mine.get(onward)) == ["person_a"]


def test_people_are_found_by_name_and_by_what_they_say(app, amara, dr_osei, mallory):
    mine = app(amara)

    assert names(mine.get("/api/v1/accounts/search", {"q": f"@{dr_osei.handle}"})) == [
        dr_osei.handle
    ]
    assert dr_osei.handle in names(mine.get("/api/v1/accounts/search", {"q": "ose"}))
    assert mallory.handle not in names(mine.get("/api/v1/accounts/search", {"q": "ose"}))
    assert names(mine.get("/api/v1/accounts/search", {"q": "ose", "following": "true"})) == []


def test_people_found_come_in_pieces_by_one_statement(app, amara, dr_osei, mallory):
    mine, address = app(amara), "/api/v1/accounts/search"
    everybody = names(mine.get(address, {"q": "m"}))
    with CaptureQueriesContext(connection) as queries:
        pieces = [
            names(mine.get(address, {"q": "m", "limit": 1, "offset": place}))
            for place in range(len(everybody) + 1)
        ]

    asked = {one["sql"] for one in queries if "people_directory" in one["sql"]}
    assert pieces == [*([one] for one in everybody), []]
    assert (len(everybody) > 1, len(asked)) == (True, 1)


def test_who_is_not_listed_is_found_by_the_whole_handle(app, amara, dr_osei, now):
    people.set_privacy(
        profile=dr_osei,
        settings=people.PrivacySettings(
            visibility=Visibility.MEMBERS,
            is_listed=False,
            is_pseudonymous=False,
            approves_followers=False,
        ),
        by=dr_osei,
        now=now,
    )
    mine = app(amara)

    assert names(mine.get("/api/v1/accounts/search", {"q": "ose"})) == []
    assert names(mine.get("/api/v1/accounts/search", {"q": dr_osei.handle})) == [dr_osei.handle]


def test_familiar_followers_are_those_whom_she_follows(app, amara, dr_osei, mallory, join, now):
    noor = join(handle="noor_haddad", display_name="Noor Haddad")
    people.follow(follower=amara, followed=mallory, now=now)
    people.follow(follower=mallory, followed=dr_osei, now=now)
    people.follow(follower=noor, followed=dr_osei, now=now)

    told = app(amara).get(f"/api/v1/accounts/familiar_followers?id[]={dr_osei.pk}").json()

    assert [(one["id"], [who["username"] for who in one["accounts"]]) for one in told] == [
        (str(dr_osei.pk), [mallory.handle])
    ]


@pytest.mark.parametrize("number", ["9223372036854775808", "99999999999999999999999"])
def test_numbers_that_no_database_keeps_are_nobodys(app, amara, number):
    mine = app(amara)

    for way in WAYS[:-1]:
        assert mine.get(way.format(id=number)).status_code == 404, way
