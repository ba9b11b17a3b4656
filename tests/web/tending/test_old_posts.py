"""Somebody looks after her old posts on pages; nothing is chosen for her."""

from datetime import timedelta

import pytest
from django.utils import timezone

from corridor.posts.actions import NewPost, publish_post
from corridor.posts.models import DeletionRule, LookedAt, Post


@pytest.fixture
def old_posts(amara):
    """Two public posts of 2024."""
    at = timezone.now().replace(year=2024, month=5, day=2)
    return [
        publish_post(NewPost(text=f"{word} #blocks"), by=amara, now=at + timedelta(hours=number))
        for number, word in enumerate(("Older", "Newer"))
    ]


def test_years_and_tags_are_offered(signed_in, amara, old_posts):
    page = signed_in(amara).get("/you/old-posts/").text

    assert "0 of 2 looked at" in page
    assert "#blocks" in page


def test_nothing_is_chosen_beforehand(signed_in, amara, old_posts):
    page = signed_in(amara).get("/you/old-posts/year/2024/").text

    assert page.index("Older") < page.index("Newer")
    assert page.count('<option value="">Decide later</option>') == 2
    assert "selected" not in page


def test_what_is_chosen_is_done_and_the_rest_comes_again(signed_in, amara, old_posts):
    older, _newer = old_posts

    page = (
        signed_in(amara)
        .post("/you/old-posts/year/2024/", {f"post-{older.pk}": "quiet"}, follow=True)
        .text
    )

    assert "1 post looked after." in page
    assert "Newer" in page
    assert "Older" not in page
    older.refresh_from_db()
    assert older.audience == "quiet"


def test_deleting_is_asked_about_once_more(signed_in, amara, old_posts):
    older, newer = old_posts
    client = signed_in(amara)
    chosen = {f"post-{older.pk}": "delete", f"post-{newer.pk}": "keep"}

    page = client.post("/you/old-posts/tag/blocks/", chosen).text
    assert "Delete this post?" in page
    assert Post.objects.count() == 2

    client.post("/you/old-posts/tag/blocks/", chosen | {"sure": "yes"})

    assert list(Post.objects.all()) == [newer]
    assert LookedAt.objects.get().post == newer


def test_posts_of_others_are_not_there(signed_in, mallory, amara, old_posts):
    older, _newer = old_posts

    signed_in(mallory).post(
        "/you/old-posts/year/2024/", {f"post-{older.pk}": "delete", "sure": "yes"}
    )

    assert Post.objects.count() == 2


@pytest.mark.parametrize("path", ["year/0/", "year/99999999999999999999/", "tag/%00/", "tag/'/"])
def test_odd_addresses_break_nothing(signed_in, amara, path):
    assert signed_in(amara).get(f"/you/old-posts/{path}").status_code in {200, 400, 404}


def test_a_rule_is_looked_at_before_it_is_kept(signed_in, amara, old_posts):
    client = signed_in(amara)
    words = {"days": "365", "keeps_pinned": "on"}

    page = client.post("/you/old-posts/rule/", words | {"deed": "look"}).text
    assert "It would delete 2 posts now" in page
    assert DeletionRule.objects.count() == 0

    client.post("/you/old-posts/rule/", words | {"deed": "begin"})
    assert DeletionRule.objects.get().days == 365
    client.post("/you/old-posts/rule/end/")

    assert DeletionRule.objects.count() == 0


def test_a_page_of_old_posts_states_its_queries(
    signed_in, amara, old_posts, django_assert_num_queries
):
    client = signed_in(amara)

    with django_assert_num_queries(8):
        client.get("/you/old-posts/year/2024/")
