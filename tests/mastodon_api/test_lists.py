"""Lists of people through apps: who is on them, which replies, and whether Home goes without."""

import pytest

from corridor.people import actions as people
from corridor.posts.actions import NewPost, publish_post


def made(client, **said):
    answer = client.post("/api/v1/lists", {"title": "Anaesthesia"} | said)
    assert answer.status_code == 200, answer.content
    return answer.json()


def put(client, kept, *profiles):
    ids = {"account_ids[]": [profile.pk for profile in profiles]}
    return client.post(f"/api/v1/lists/{kept['id']}/accounts", ids)


def names(answer):
    return [one["username"] for one in answer.json()]


def words(client, address):
    return [one["content"] for one in client.get(address).json()]


def test_a_list_is_made_changed_and_ended(app, amara, mallory):
    mine = app(amara)
    kept = made(mine)
    assert kept == {
        "id": kept["id"],
        "title": "Anaesthesia",
        "replies_policy": "list",
        "exclusive": False,
    }
    address = f"/api/v1/lists/{kept['id']}"

    changed = mine.put(
        address,
        {"title": "Airways", "replies_policy": "none", "exclusive": True},
        content_type="application/json",
    ).json()

    assert (changed["title"], changed["replies_policy"], changed["exclusive"]) == (
        "Airways",
        "none",
        True,
    )
    assert mine.get("/api/v1/lists").json() == [changed] == [mine.get(address).json()]
    assert app(mallory).get(address).status_code == 404
    assert mine.delete(address).json() == {}
    assert mine.get("/api/v1/lists").json() == []


@pytest.mark.parametrize("said", [{"title": " "}, {"title": "x" * 61}, {"replies_policy": "all"}])
def test_what_is_no_list_is_refused_in_words(app, amara, said):
    refused = app(amara).post("/api/v1/lists", {"title": "Airways"} | said)

    assert (refused.status_code, "Validation failed" in refused.json()["error"]) == (422, True)


def test_anybody_she_sees_may_be_on_a_list(app, amara, dr_osei, mallory):
    mine = app(amara)
    kept = made(mine)
    address = f"/api/v1/lists/{kept['id']}/accounts"

    assert put(mine, kept, dr_osei, mallory).json() == {}

    assert set(names(mine.get(address))) == {dr_osei.handle, mallory.handle}
    assert set(names(mine.get(f"{address}?limit=0"))) == {dr_osei.handle, mallory.handle}
    assert len(names(mine.get(f"{address}?limit=1"))) == 1
    assert [one["id"] for one in mine.get(f"/api/v1/accounts/{dr_osei.pk}/lists").json()] == [
        kept["id"]
    ]
    assert mine.delete(f"{address}?account_ids[]={dr_osei.pk}").json() == {}
    assert names(mine.get(address)) == [mallory.handle]


def test_who_keeps_away_cannot_be_listed_and_is_not_on_it(app, amara, dr_osei, mallory, now):
    mine = app(amara)
    kept = made(mine)
    put(mine, kept, mallory)
    people.block(blocker=dr_osei, blocked=amara, now=now)

    assert put(mine, kept, dr_osei).status_code == 404
    assert put(mine, kept, amara).status_code == 422

    assert names(mine.get(f"/api/v1/lists/{kept['id']}/accounts")) == [mallory.handle]


@pytest.fixture
def talk(amara, dr_osei, mallory, join, now):
    """Dr Osei answers Mallory, who is on the list, Noor, whom Amara follows, and Ravi."""
    noor = join(handle="noor_haddad", display_name="Noor Haddad")
    ravi = join(handle="ravi_menon", display_name="Ravi Menon")
    people.follow(follower=amara, followed=noor, now=now)
    for who, name in ((mallory, "Mallory"), (noor, "Noor"), (ravi, "Ravi")):
        post = publish_post(NewPost(text="A question"), by=who, now=now)
        answer = NewPost(text=f"To {name}", in_reply_to=post.pk)
        publish_post(answer, by=dr_osei, now=now)


@pytest.mark.parametrize(
    ("policy", "answers"),
    [
        ("none", set()),
        ("list", {"<p>To Mallory</p>"}),
        ("followed", {"<p>To Noor</p>"}),
    ],
)
@pytest.mark.usefixtures("talk")
def test_a_list_shows_the_replies_it_is_set_to(app, amara, dr_osei, mallory, policy, answers):
    mine = app(amara)
    kept = made(mine, replies_policy=policy)
    put(mine, kept, dr_osei, mallory)

    shown = words(mine, f"/api/v1/timelines/list/{kept['id']}")

    assert set(shown) == {"<p>A question</p>", *answers}


def test_who_is_read_on_a_list_apart_leaves_home_until_it_ends(app, amara, dr_osei, now):
    people.follow(follower=amara, followed=dr_osei, now=now)
    publish_post(NewPost(text="Before"), by=dr_osei, now=now)
    mine = app(amara)
    kept = made(mine, exclusive="true")
    assert words(mine, "/api/v1/timelines/home") == ["<p>Before</p>"]

    put(mine, kept, dr_osei)
    publish_post(NewPost(text="Meanwhile"), by=dr_osei, now=now)

    assert words(mine, "/api/v1/timelines/home") == []
    assert len(words(mine, f"/api/v1/timelines/list/{kept['id']}")) == 2
    mine.put(f"/api/v1/lists/{kept['id']}", {"exclusive": False}, content_type="application/json")
    assert words(mine, "/api/v1/timelines/home") == ["<p>Meanwhile</p>", "<p>Before</p>"]
