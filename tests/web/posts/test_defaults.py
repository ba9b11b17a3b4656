"""How somebody's posts begin, here and in her apps."""

import html5lib
import pytest
from django.utils import timezone

from corridor.posts import queries
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.choices import Audience
from corridor.posts.models import Post

WISHES = {
    "audience": "followers",
    "quoters": "nobody",
    "language": "",
    "content_note": "Exams",
    "is_sensitive": "on",
}


def read(client, path, **asked):
    page = client.get(path, asked).content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def test_posts_begin_as_she_wishes(client):
    assert (
        "Kept. Your next post begins so."
        in client.post("/you/posting/", WISHES | {"language": "de"}, follow=True).content.decode()
    )

    for path in ("/compose/", "/"):
        page = read(client, path)
        assert '<option value="followers" selected>' in page
        assert '<option value="de" selected>' in page
        assert 'value="Exams"' in page
    assert '<option value="followers" selected>' in read(client, "/you/posting/")


def test_what_she_says_while_writing_counts(client):
    client.post("/you/posting/", WISHES)

    client.post("/compose/", {"text": "For all", "audience": "public"})

    assert Post.objects.get().audience == Audience.PUBLIC
    assert Post.objects.get().content_note == ""


@pytest.mark.parametrize(
    ("answered", "usual", "proposed"),
    [
        ("public", "quiet", "quiet"),
        ("quiet", "public", "quiet"),
        ("quiet", "followers", "followers"),
        ("public", "public", "public"),
        ("followers", "public", "named"),
    ],
)
def test_a_reply_is_for_no_more_people_than_either(
    client, amara, dr_osei, answered, usual, proposed
):
    client.post("/you/posting/", WISHES | {"language": "", "audience": usual})
    new = NewPost(text="@amara_nwosu Which block?", audience=Audience(answered))
    asked = publish_post(new, by=dr_osei, now=timezone.now())

    page = read(client, "/compose/", reply=asked.pk)

    assert f'<option value="{proposed}" selected>' in page


@pytest.mark.parametrize(
    "wrong", [{"audience": "named"}, {"audience": "all"}, {"quoters": "x"}, {"language": "xx-y"}]
)
def test_what_is_no_wish_is_refused(client, amara, wrong):
    assert client.post("/you/posting/", WISHES | wrong).status_code == 422

    assert queries.posting_defaults(amara.pk).audience == Audience.PUBLIC


def test_she_is_asked_before_a_post_is_for_everybody_where_she_wants_it(client):
    client.post("/you/posting/", WISHES | {"language": "", "asks_first": "on"})
    words = {"text": "Blocks on Thursday", "audience": "public"}

    asked = client.post("/compose/", words)

    assert asked.status_code == 422
    assert "For everybody on the open web?" in asked.content.decode()
    assert not Post.objects.exists()
    client.post("/compose/", words | {"audience": "quiet"})
    client.post("/compose/", words | {"sure": "1"})
    assert list(Post.objects.order_by("pk").values_list("audience", flat=True)) == [
        "quiet",
        "public",
    ]


def test_nobody_else_is_asked(client):
    client.post("/compose/", {"text": "Blocks on Thursday", "audience": "public"})

    assert Post.objects.exists()
