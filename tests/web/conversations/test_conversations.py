"""Posts for named people, as conversations on pages."""

from datetime import timedelta

import html5lib
import pytest
from django.test import Client
from django.utils import timezone

from corridor.people.actions import block, mute
from corridor.posts.actions import NewPost, publish_post
from corridor.posts.choices import Audience


@pytest.fixture(autouse=True)
def _they_are_no_strangers(amara, dr_osei, mallory, know_each_other):
    know_each_other(amara, dr_osei, mallory)


@pytest.fixture
def writes(db):
    def write(author, text, *, minutes=5, **more):
        now = timezone.now() - timedelta(minutes=minutes)
        new = NewPost(text=text, audience=Audience.NAMED, **more)
        return publish_post(new, by=author, now=now)

    return write


@pytest.fixture
def asked(writes, amara):
    return writes(amara, "@kwame_osei, may I ask?", minutes=30)


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer.text


def unread(client):
    return client.get("/conversations/unread/").json()["count"]


def test_both_find_it_and_only_the_other_finds_it_new(signed_in, amara, dr_osei, asked):
    hers, his = signed_in(amara), signed_in(dr_osei)

    assert "<bdi>Dr Kwame Osei</bdi>" in read(hers, "/conversations/")
    assert "<bdi>Amara Nwosu</bdi>" in read(his, "/conversations/")
    assert '<span class="new">' not in read(hers, "/conversations/")
    assert '<span class="new">' in read(his, "/conversations/")
    assert (unread(hers), unread(his)) == (0, 1)


def test_to_open_it_is_to_read_it(signed_in, dr_osei, asked):
    client = signed_in(dr_osei)

    assert "may I ask?" in read(client, f"/conversations/{asked.thread}/")

    assert unread(client) == 0
    assert '<span class="new">' not in read(client, "/conversations/")


def test_an_answer_is_for_the_same_people_and_comes_back_here(signed_in, amara, dr_osei, asked):
    client = signed_in(dr_osei)
    path = f"/conversations/{asked.thread}/"
    page = read(client, path)
    assert '<option value="named" selected>' in page
    assert f'name="reply" value="{asked.pk}"' in page

    words = {"text": "@amara_nwosu Of course", "audience": "named", "reply": asked.pk}
    assert client.post("/compose/", words | {"next": path}).url == path

    page = read(signed_in(amara), path)
    assert page.index("may I ask?") < page.index("Of course")
    assert unread(signed_in(dr_osei)) == 0


def test_what_was_said_to_one_of_them_alone_stays_with_her(
    signed_in, amara, dr_osei, mallory, asked, writes
):
    writes(dr_osei, "@mallory_crane, look at this", in_reply_to=asked.pk)

    assert "look at this" not in read(signed_in(amara), f"/conversations/{asked.thread}/")
    assert "may I ask?" not in read(signed_in(mallory), f"/conversations/{asked.thread}/")


def test_nobody_else_finds_it(signed_in, mallory, asked):
    client = signed_in(mallory)

    assert "No private posts yet" in read(client, "/conversations/")
    assert client.get(f"/conversations/{asked.thread}/").status_code == 404
    assert client.get(f"/conversations/{2**64}/").status_code == 404
    assert client.post(f"/conversations/{asked.thread}/end/").status_code == 404
    assert "/sign-in/" in Client().get("/conversations/").url


@pytest.mark.parametrize("keep_away", ["mute", "block"])
def test_who_is_kept_away_is_not_heard_here_either(
    signed_in, amara, dr_osei, asked, now, keep_away
):
    if keep_away == "mute":
        mute(muter=dr_osei, muted=amara, now=now)
    else:
        block(blocker=dr_osei, blocked=amara, now=now)

    assert "may I ask?" not in read(signed_in(dr_osei), "/conversations/")
    assert signed_in(dr_osei).get(f"/conversations/{asked.thread}/").status_code == 404


def test_what_she_removed_comes_back_with_new_words(signed_in, amara, dr_osei, asked, writes):
    client = signed_in(dr_osei)
    client.post(f"/conversations/{asked.thread}/end/")
    assert "may I ask?" not in read(client, "/conversations/")
    assert "may I ask?" in read(signed_in(amara), "/conversations/")

    writes(amara, "@kwame_osei Still there?", minutes=1, in_reply_to=asked.pk)

    assert "Still there?" in read(client, "/conversations/")
    assert "may I ask?" not in read(client, f"/conversations/{asked.thread}/")


def test_older_ones_are_a_link_away(signed_in, amara, dr_osei, writes):
    for number in range(21):
        writes(amara, f"@kwame_osei Question {number}.", minutes=60 - number)
    client = signed_in(dr_osei)

    page = read(client, "/conversations/")
    older = page.split('href="?older=')[1].split('"')[0]

    assert "Question 0." not in page
    assert "Question 0." in read(client, f"/conversations/?older={older}")


def test_writing_to_somebody_begins_for_nobody_else(signed_in, amara, dr_osei):
    client = signed_in(amara)
    assert "/compose/?audience=named&amp;text=%40kwame_osei%20" in read(client, "/@kwame_osei/")

    page = read(client, "/compose/?audience=named&text=%40kwame_osei%20")

    assert '<option value="named" selected>' in page
    assert "@kwame_osei </textarea>" in page


@pytest.mark.parametrize(("path", "queries"), [("", 12), ("one", 22), ("unread/", 8)])
def test_they_take_as_many_queries_however_many_there_are(
    signed_in, amara, dr_osei, writes, django_assert_max_num_queries, path, queries
):
    for number in range(8):
        asked = writes(amara, f"@kwame_osei Question {number}.", minutes=60 - number)
    for number in range(5):
        asked = writes(dr_osei, "@amara_nwosu Yes", minutes=9 - number, in_reply_to=asked.pk)
    client = signed_in(amara)
    client.get("/conversations/")

    with django_assert_max_num_queries(queries):
        client.get(f"/conversations/{asked.thread}/" if path == "one" else f"/conversations/{path}")
