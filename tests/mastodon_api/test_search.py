"""Search as apps ask for it."""

import pytest

from corridor.posts.actions import NewPost, publish_post


@pytest.fixture
def search(app, amara):
    mine = app(amara)

    def ask(q, version=2, **asked):
        answer = mine.get(f"/api/v{version}/search", {"q": q} | asked)
        assert answer.status_code == 200, answer.content
        return answer.json()

    return ask


def test_one_word_finds_people_hashtags_and_posts(search, amara, dr_osei, now):
    publish_post(NewPost(text="Kwame speaks on #KwameTalks"), by=amara, now=now)

    told = search("kwame")

    assert [one["username"] for one in told["accounts"]] == [dr_osei.handle]
    assert [one["name"] for one in told["hashtags"]] == ["KwameTalks"]
    assert len(told["statuses"]) == 1
    assert search("kwame", version=1)["hashtags"] == ["KwameTalks"]


def test_a_kind_can_be_asked_for(search, amara, dr_osei, now):
    publish_post(NewPost(text="Kwame speaks on #KwameTalks"), by=amara, now=now)

    for kind in ("accounts", "hashtags", "statuses"):
        told = search("kwame", type=kind)
        assert [name for name, found in told.items() if found] == [kind]


def test_hashtags_are_found_by_their_beginning_whatever_their_case(search, amara, now):
    publish_post(NewPost(text="#Airways #AirwaysFirst #FairWays"), by=amara, now=now)

    assert [one["name"] for one in search("#airw")["hashtags"]] == ["Airways", "AirwaysFirst"]


def test_posts_come_in_pieces(search, amara, dr_osei, now):
    posts = [publish_post(NewPost(text=f"Block {n}"), by=amara, now=now) for n in range(4)]

    def ids(**asked):
        return [int(one["id"]) for one in search("block", type="statuses", **asked)["statuses"]]

    assert ids(limit=2) == [posts[3].pk, posts[2].pk]
    assert ids(limit=2, offset=2) == [posts[1].pk, posts[0].pk]
    assert ids(max_id=posts[1].pk) == [posts[0].pk]
    assert ids(min_id=posts[2].pk) == [posts[3].pk]
    assert ids(account_id=dr_osei.pk) == []
    assert len(ids(account_id=amara.pk)) == 4


def test_an_address_of_ours_is_what_it_leads_to(search, amara, dr_osei, now):
    post = publish_post(NewPost(text="Blocks"), by=dr_osei, now=now)
    base = "http://localhost:8000/@kwame_osei"

    assert [one["id"] for one in search(f"{base}/{post.pk}/", resolve="true")["statuses"]] == [
        str(post.pk)
    ]
    assert [one["username"] for one in search(base)["accounts"]] == ["kwame_osei"]
    assert search(f"{base}/1/") == {"accounts": [], "statuses": [], "hashtags": []}
    assert search("https://elsewhere.example/@kwame_osei/1")["statuses"] == []


def test_search_is_for_members_whose_app_may(app, client, amara):
    assert client.get("/api/v2/search?q=blocks").status_code == 401
    assert app(amara, scopes="read:statuses").get("/api/v2/search?q=blocks").status_code == 403
    assert app(amara).get("/api/v2/search?q=blocks&type=everything").status_code == 422


def test_it_takes_few_queries_however_much_is_found(
    search, amara, dr_osei, join, now, django_assert_num_queries
):
    """A token, a profile; hashtags with uses, follows, featured; people and posts: twice each."""
    publish_post(NewPost(text="Kwame on #KwameTalks"), by=amara, now=now)
    search("kwame")
    for number in range(5):
        join(handle=f"kwame_{number}", display_name="Kwame Somebody")
        publish_post(NewPost(text=f"Kwame on #Kwame{number}"), by=amara, now=now)
    search("kwame")

    with django_assert_num_queries(10):
        told = search("kwame")

    assert [len(told[what]) for what in ("accounts", "hashtags", "statuses")] == [6, 6, 6]
