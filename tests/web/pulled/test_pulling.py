"""From the menu of a post to its sealed copy, over HTTP."""

import io
import json
import zipfile
from datetime import timedelta

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from corridor.posts.actions import NewPost, publish_post
from corridor.posts.models import Draft, Post, PulledPost

SAID = "Everybody saw the chart on the screen behind me"


def read(response):
    html5lib.HTMLParser(strict=True).parse(response.text)
    return response.text


@pytest.fixture
def client(signed_in, amara):
    return signed_in(amara)


@pytest.fixture
def post(amara):
    return publish_post(NewPost(text=SAID), by=amara, now=timezone.now())


def test_while_it_is_on_hold_one_button_takes_it_back(client, signed_in, mallory, post):
    page = read(client.get(f"/@amara_nwosu/{post.pk}/"))
    assert "You can still take it back for good, for " in page
    assert "You can still" not in signed_in(mallory).get(f"/@amara_nwosu/{post.pk}/").text

    answer = client.post(f"/posts/{post.pk}/pull/", follow=True)

    assert "this server told no other of it" in read(answer)
    assert not Post.objects.exists()
    assert client.get(f"/@amara_nwosu/{post.pk}/").status_code == 404


def test_after_its_hold_the_page_does_not_promise_it(client, amara):
    earlier = timezone.now() - timedelta(minutes=6)
    post = publish_post(NewPost(text=SAID), by=amara, now=earlier)

    assert "You can still" not in read(client.get(f"/@amara_nwosu/{post.pk}/"))


def test_it_says_first_what_nobody_can_call_back(client, signed_in, dr_osei, post, amara):
    signed_in(dr_osei).post(f"/posts/{post.pk}/kudos/")
    signed_in(dr_osei).post(f"/posts/{post.pk}/boost/")
    mine = publish_post(NewPost(text="@kwame_osei look"), by=amara, now=timezone.now())

    page = read(client.get(f"/posts/{post.pk}/pull/"))
    assert "1 person boosted it" in page
    assert "Nobody was told of it" in page
    assert SAID in page
    assert Post.objects.filter(pk=post.pk).exists()
    assert "1 person was told of it" in read(client.get(f"/posts/{mine.pk}/pull/"))


def test_the_copy_is_downloaded_written_again_and_deleted(client, post):
    client.post(f"/posts/{post.pk}/pull/")
    pulled = PulledPost.objects.get()
    at = f"/you/pulled/{pulled.pk}/"
    assert SAID in read(client.get(at))
    assert at in read(client.get("/you/pulled/"))

    answer = client.get(f"{at}download/")
    packed = zipfile.ZipFile(io.BytesIO(answer.content))
    assert json.loads(packed.read("post.json"))["text"] == SAID
    assert packed.read("post.json.sha256").decode() == f"{pulled.digest}  post.json\n"
    assert answer["Cache-Control"].startswith("max-age=0, no-cache, no-store")

    assert SAID in read(client.post(f"{at}again/", follow=True))
    assert Draft.objects.get().words["text"] == SAID
    assert "sealed copy is gone" in read(client.post(f"{at}end/", follow=True))
    assert not PulledPost.objects.exists()
    assert "In the menu of each post" in read(client.get("/you/pulled/"))


def test_for_others_neither_the_way_nor_the_copy_is_there(client, signed_in, mallory, post):
    other = signed_in(mallory)
    assert "Pull it from everywhere" not in other.get(f"/@amara_nwosu/{post.pk}/").text
    assert other.get(f"/posts/{post.pk}/pull/").status_code == 404
    assert other.post(f"/posts/{post.pk}/pull/").status_code == 404
    assert Post.objects.exists()

    client.post(f"/posts/{post.pk}/pull/")
    at = f"/you/pulled/{PulledPost.objects.get().pk}/"
    for path in (at, f"{at}download/"):
        assert other.get(path).status_code == 404
    for path in (f"{at}again/", f"{at}end/"):
        assert other.post(path).status_code == 404
    assert PulledPost.objects.exists()


def test_the_list_takes_as_many_queries_however_long(client, amara):
    counts = []
    for _ in range(2):
        for _ in range(3):
            post = publish_post(NewPost(text=SAID), by=amara, now=timezone.now())
            client.post(f"/posts/{post.pk}/pull/")
        with CaptureQueriesContext(connection) as made:
            client.get("/you/pulled/")
        counts.append(len(made))

    assert counts[0] == counts[1] <= 6
