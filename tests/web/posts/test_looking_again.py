"""The composer shows what might identify a patient, with words to take instead."""

import html5lib

from corridor.posts.actions import NewPost, publish_post
from corridor.posts.models import Post

OLD = "I saw a 94-year-old lighthouse keeper from Aberdovey last Tuesday, septic."
WORDS = {"text": OLD, "audience": "public", "language": "en"}


def read(response):
    page = response.content.decode()
    html5lib.HTMLParser(strict=True).parse(page)
    return page


def test_it_says_what_and_why_and_loses_nothing(client):
    answer = client.post("/compose/", WORDS)

    assert answer.status_code == 422
    page = read(answer)
    assert "<mark>94-year-old</mark> Possible age of 90 or more" in page
    assert OLD in page
    assert not Post.objects.exists()


def test_one_suggestion_is_taken_and_the_rest_is_asked_again(client):
    start = OLD.index("94-year-old")

    take = f"text:{start}:{start + len('94-year-old')}"
    page = read(client.post("/compose/", {**WORDS, "take": take}))

    assert "nineties lighthouse keeper from Aberdovey" in page
    assert "<mark>Aberdovey</mark>" in page
    assert "<mark>94-year-old</mark>" not in page


def test_all_suggestions_are_taken_at_once_and_it_can_be_posted(client):
    answer = client.post("/compose/", {**WORDS, "take": "all"})

    assert answer.status_code == 200
    text = answer.context["form"]["text"].value()
    assert "Aberdovey" not in text
    client.post("/compose/", {**WORDS, "text": text, "deed": "publish"})
    assert Post.objects.get().text == text


def test_it_is_kept_with_a_reason_only(client):
    assert client.post("/compose/", {**WORDS, "kept_because": ""}).status_code == 422

    client.post("/compose/", {**WORDS, "kept_because": "invented"})

    assert Post.objects.get().text == OLD


def test_a_record_number_has_no_such_way(client):
    text = "My patient, MRN 12345678, is septic."

    page = read(client.post("/compose/", {**WORDS, "text": text, "kept_because": "agreed"}))

    assert "Leave them out to go on." in page
    assert "kept_because" not in page


def test_other_consents_are_remembered_meanwhile(client):
    page = read(client.post("/compose/", {**WORDS, "sure": "1"}))

    assert '<input type="hidden" name="sure" value="1">' in page


def test_an_edit_is_looked_at_in_the_same_way(client, amara, now):
    post = publish_post(NewPost(text="Blocks"), by=amara, now=now)
    path = f"/posts/{post.pk}/edit/"

    assert "<mark>Aberdovey</mark>" in read(client.post(path, {"text": OLD}))
    taken = client.post(path, {"text": OLD, "take": "all"})
    assert "Aberdovey" not in taken.context["form"]["text"].value()
    client.post(path, {"text": OLD, "kept_because": "agreed"})

    assert Post.objects.get().text == OLD


def test_a_story_is_looked_at_in_the_same_way(client):
    story = {"text": OLD, "audience": "verified", "ends": "7", "repliers": "everyone"}

    assert "<mark>Aberdovey</mark>" in read(client.post("/compose/story/", story))
    client.post("/compose/story/", {**story, "kept_because": "agreed"})

    assert Post.objects.get().text == OLD
