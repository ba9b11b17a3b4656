"""The page that finds people, hashtags and posts."""

import html5lib
import pytest
from django.utils import timezone

from corridor.people.actions import block
from corridor.posts.actions import NewPost, publish_post


@pytest.fixture
def search(signed_in, amara):
    client = signed_in(amara)

    def page(q, **asked):
        answer = client.get("/search/", {"q": q} | asked)
        assert answer.status_code == 200
        text = answer.content.decode()
        html5lib.HTMLParser(strict=True).parse(text)
        return text

    return page


def test_people_hashtags_and_own_posts_are_on_one_page(search, amara, dr_osei):
    publish_post(NewPost(text="Kwame speaks on #KwameTalks"), by=amara, now=timezone.now())

    page = search("kwame")

    assert f'href="/@{dr_osei.handle}/"' in page
    assert 'href="/tags/kwametalks/"' in page
    assert "Kwame speaks on" in page


@pytest.mark.parametrize(
    ("kind", "has", "has_not"),
    [
        ("people", "Dr Kwame Osei", "speaks on"),
        ("posts", "speaks on", "Dr Kwame Osei"),
        ("hashtags", "#KwameTalks", "speaks on"),
        ("nonsense", "speaks on", "Nothing found"),
    ],
)
def test_one_kind_can_be_asked_for(search, amara, dr_osei, kind, has, has_not):
    del dr_osei
    publish_post(NewPost(text="Kwame speaks on #KwameTalks"), by=amara, now=timezone.now())

    page = search("kwame", **{"in": kind})

    assert has in page
    assert has_not not in page


def test_who_keeps_away_is_not_found(search, amara, dr_osei, now):
    block(blocker=dr_osei, blocked=amara, now=now)

    assert "Nothing found" in search("kwame")
    assert "Nobody found" in search("@kwame_osei", **{"in": "people"})


@pytest.mark.parametrize("typed", ["", "   ", "#", "<script>alert(1)</script>", "x" * 600])
def test_whatever_is_typed_is_answered_with_a_page(search, typed):
    assert "<script>alert" not in search(typed)


def test_older_posts_are_a_page_further(search, amara):
    for number in range(21):
        publish_post(NewPost(text=f"Block {number}"), by=amara, now=timezone.now())

    page = search("block", **{"in": "posts"})

    assert 'rel="next"' in page
    assert "q=block&amp;in=posts&amp;older=" in page


def test_visitors_sign_in_first(client, db):
    del db
    assert client.get("/search/?q=blocks").status_code == 302


def test_a_page_takes_the_same_queries_however_much_is_found(
    signed_in, amara, join, django_assert_max_num_queries
):
    client = signed_in(amara)
    for number in range(6):
        join(handle=f"block_{number}", display_name=f"Block Ade {number}")
        publish_post(NewPost(text=f"Block #Block{number}"), by=amara, now=timezone.now())

    with django_assert_max_num_queries(17):
        client.get("/search/?q=block")
