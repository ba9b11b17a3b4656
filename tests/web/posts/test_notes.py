"""What a colleague would quietly point out, beside the composer."""

import html5lib
import pytest

from corridor.posts.actions import NewPost, publish_post
from corridor.posts.models import DismissedNote, Post

PRAISE = "Sugammadex changed my practice overnight."
WORDS = {"audience": "public", "language": "en"}


def shown(response):
    html5lib.HTMLParser(strict=True).parse(response.text)
    return [one.note for one in response.context["notes"] if one.is_shown]


@pytest.fixture
def at(monkeypatch, now):
    """The hour of the day in London that it is."""

    def set_hour(hour):
        later = now.replace(hour=hour)
        monkeypatch.setattr("corridor.web.viewer.timezone.now", lambda: later)
        return later

    return set_hour


def test_a_note_stands_there_and_holds_nothing_up(client):
    preview = client.post("/compose/", {**WORDS, "text": PRAISE, "deed": "preview"})
    assert "interest" in shown(preview)
    assert "Do you have an interest in it?" in preview.text

    client.post("/compose/", {**WORDS, "text": PRAISE})

    assert Post.objects.get().text == PRAISE


def test_dismissed_it_is_gone_for_good_and_the_text_stays(client):
    words = {**WORDS, "text": PRAISE}
    answer = client.post("/compose/", {**words, "deed": "quiet-interest"})

    assert "interest" not in {one.note for one in answer.context["notes"]}
    assert PRAISE in answer.text
    assert not Post.objects.exists()
    again = client.post("/compose/", {**words, "deed": "preview"})
    assert "interest" not in {one.note for one in again.context["notes"]}

    assert "Praise of a product" in client.get("/you/posting/").text
    client.post("/you/posting/notes/")
    assert "interest" in shown(client.post("/compose/", {**words, "deed": "preview"}))
    assert "Praise of a product" not in client.get("/you/posting/").text


def test_no_button_dismisses_what_is_no_note(client):
    client.post("/compose/", {**WORDS, "text": PRAISE, "deed": "quiet-everything"})

    assert not DismissedNote.objects.exists()


def test_before_the_first_post_for_everybody_in_a_month_it_asks(client, amara, at):
    noon = at(12)
    assert "future" in shown(client.get("/compose/"))
    assert "future" not in shown(client.get("/compose/?audience=followers"))

    publish_post(NewPost(text="Hello"), by=amara, now=noon)

    assert "future" not in shown(client.get("/compose/"))


@pytest.mark.parametrize(("hour", "asks"), [(23, True), (4, True), (5, False), (22, False)])
def test_late_where_she_is_it_asks(client, amara, now, at, hour, asks):
    publish_post(NewPost(text="Hello"), by=amara, now=now.replace(hour=1))
    amara.time_zone = "Etc/UTC"
    amara.save(update_fields=["time_zone"])
    at(hour)

    assert ("future" in shown(client.get("/compose/"))) == asks


def test_advice_is_noted_in_a_reply_to_somebody_who_is_not_verified(client, mallory, now):
    post = publish_post(NewPost(text="My chest is tight"), by=mallory, now=now)
    text = "You should stop taking your statins"

    answer = client.post("/compose/", {**WORDS, "text": text, "reply": post.pk, "deed": "preview"})
    assert "advice" in shown(answer)
    alone = client.post("/compose/", {**WORDS, "text": text, "deed": "preview"})
    assert "advice" not in {one.note for one in alone.context["notes"]}
