"""From the composer to a second reader and back, over HTTP."""

import html5lib
import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corridor.library.models import Part, Tutorial
from corridor.posts.models import Draft, Post
from corridor.safety.models import LogEntry, SecondReading

RECORD = "My patient, MRN 12345678, is septic."
WORDS = {"text": RECORD, "audience": "public", "language": "en"}
ASKED = {
    "deed": "ask",
    "ask_sent": "1",
    "ask_grounds": "agreed",
    "ask_words": "Form in the record, signed 3 March, for this site",
}


def read(response):
    html5lib.HTMLParser(strict=True).parse(response.text)
    return response.text


@pytest.fixture
def reading(client, rosa):
    client.post("/compose/", {**WORDS, **ASKED})
    return SecondReading.objects.get()


def own(reading, rest=""):
    return f"/you/second-readings/{reading.pk}/{rest}"


def at(reading):
    return f"/second-readings/{reading.pk}/"


def test_the_composer_leads_from_a_stop_to_a_reader(client, rosa, amara):
    page = read(client.post("/compose/", WORDS))
    assert 'value="ask">Ask a second reader' in page

    asked = client.post("/compose/", {**WORDS, "deed": "ask"})
    assert asked.status_code == 422
    page = read(asked)
    assert "Why it may be posted" in page
    assert RECORD in page
    assert not SecondReading.objects.exists()

    answer = client.post("/compose/", {**WORDS, **ASKED})
    reading = SecondReading.objects.get()
    assert answer.headers["Location"] == own(reading)
    assert (reading.state, reading.is_held, reading.author_id) == ("waiting", True, amara.pk)
    assert "comes back to you" in read(client.get(own(reading)))
    assert not Post.objects.exists()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"ask_grounds": ""}, "Choose why it may be posted."),
        ({"ask_words": "yes"}, "Say what the reader can go by"),
        ({"ask_grounds": "unsure"}, "Select a valid choice"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(client, rosa, said, words):
    answer = client.post("/compose/", {**WORDS, **ASKED, **said})

    page = read(answer)
    assert answer.status_code == 422
    assert words in page
    assert RECORD in page
    assert not SecondReading.objects.exists()


def test_a_draft_is_no_draft_any_more_once_it_is_sent(client, rosa):
    client.post("/compose/", {**WORDS, "deed": "keep"})
    draft = Draft.objects.get()

    client.post("/compose/", {**WORDS, **ASKED, "draft": draft.pk})

    assert SecondReading.objects.count() == 1
    assert not Draft.objects.exists()


def test_somebody_may_be_asked_of_ones_own_accord(client, rosa, signed_in):
    fine = {**WORDS, "text": "Sepsis hides in those who look well."}
    page = read(client.post("/compose/", {**fine, "deed": "ask"}))
    assert "A second reader of this server" in page

    client.post("/compose/", {**fine, "deed": "ask", "ask_sent": "1", "ask_wanted": ""})

    reading = SecondReading.objects.get()
    assert not reading.is_held
    assert "would like your opinion" in signed_in(rosa).get("/second-readings/").text


def test_where_nobody_could_read_it_that_is_said(client):
    fine = {**WORDS, "text": "Sepsis hides in those who look well."}

    assert "has no second reader" in read(client.post("/compose/", {**fine, "deed": "ask"}))
    refused = client.post("/compose/", {**WORDS, **ASKED})
    assert "Nobody here is a second reader" in read(refused)


def test_the_reader_sees_what_was_found_and_lets_it_pass(client, signed_in, rosa, reading, amara):
    desk = signed_in(rosa)
    assert "Amara Nwosu" in read(desk.get("/second-readings/"))

    page = read(desk.get(at(reading)))
    assert '<mark title="Possible record number' in page
    assert "signed 3 March" in page
    assert LogEntry.objects.filter(by_number=rosa.pk, deed="reading").count() == 1

    desk.post(at(reading), {"seen": 1, "deed": "pass", "words": "Fine with that form"})

    post = Post.objects.get()
    page = read(client.get(own(reading)))
    assert "Fine with that form" in page
    assert f"/@amara_nwosu/{post.pk}/" in page
    assert "12345678" in signed_in(rosa).get(f"/@amara_nwosu/{post.pk}/").text
    assert not desk.get("/second-readings/").context["readings"]


def test_an_answer_without_reasons_is_asked_for_them(signed_in, rosa, reading):
    desk = signed_in(rosa)

    answer = desk.post(at(reading), {"seen": 1, "deed": "decline", "words": ""})
    assert answer.status_code == 422
    assert "Say what to change, or why not" in read(answer)
    assert desk.post(at(reading), {"seen": 1, "deed": "publish"}).status_code == 422
    assert desk.post(at(reading), {"seen": "x", "deed": "pass"}).status_code == 422
    assert not Post.objects.exists()


def test_asked_for_a_change_its_author_changes_it_and_posts_it_herself(
    client, signed_in, rosa, reading
):
    words = {"seen": 1, "deed": "change", "words": "The number has to go"}
    signed_in(rosa).post(at(reading), words)
    page = read(client.get(own(reading)))
    assert "The number has to go" in page
    assert "signed 3 March" in page  # what was said to the reader need not be said again

    still_held = client.post(own(reading), {"text": RECORD, "deed": "publish"})
    assert still_held.status_code == 422
    assert "leads to one person" in read(still_held)
    taken = client.post(own(reading), {"text": RECORD, "take": "all"})
    text = taken.context["said"]["text"].value()
    assert "12345678" not in text

    answer = client.post(own(reading), {"text": text, "deed": "publish"}, follow=True)

    assert "Your post is published." in read(answer)
    assert Post.objects.get().text == text
    assert not SecondReading.objects.exists()


def test_it_is_changed_and_sent_again(client, signed_in, rosa, reading):
    words = {"seen": 1, "deed": "change", "words": "Less"}
    signed_in(rosa).post(at(reading), words)

    client.post(own(reading), {"text": f"{RECORD} Fine now.", **ASKED})

    reading.refresh_from_db()
    assert (reading.state, reading.times) == ("waiting", 2)
    assert "Fine now." in signed_in(rosa).get(at(reading)).text


def test_it_is_taken_back_and_deleted(client, signed_in, rosa, reading):
    read(client.post(own(reading, "withdrawal/"), follow=True))
    assert signed_in(rosa).get(at(reading)).status_code == 404

    assert "nothing of it is kept" in read(client.post(own(reading, "end/"), follow=True))
    assert not SecondReading.objects.exists()


def test_for_everybody_else_it_is_not_there(client, signed_in, rosa, reading, mallory):
    other = signed_in(mallory)

    for address in ("/second-readings/", at(reading), own(reading)):
        assert other.get(address).status_code == 404
    for address in (at(reading), own(reading), own(reading, "withdrawal/"), own(reading, "end/")):
        assert other.post(address, {"deed": "pass", "seen": 1}).status_code == 404
    assert client.get(at(reading)).status_code == 404  # nobody reads her own
    assert not Post.objects.exists()
    assert "Second readings" not in other.get("/you/").text
    assert "Second readings" in signed_in(rosa).get("/you/").text


def test_empty_pages_say_what_would_stand_there(client, signed_in, rosa):
    assert "Have it read first" in read(client.get("/you/second-readings/"))
    assert "Nothing waits for you" in read(signed_in(rosa).get("/second-readings/"))


def test_a_story_can_be_read_first_too(client, rosa):
    story = {"text": RECORD, "audience": "verified", "ends": 7, "repliers": "everyone"}
    assert "Ask a second reader" in read(client.post("/compose/story/", story))

    client.post("/compose/story/", {**story, **ASKED})

    assert SecondReading.objects.get().said["post"]["kind"] == "story"


def test_an_edit_takes_its_place_once_a_reader_lets_it_pass(client, rosa, signed_in):
    client.post("/compose/", {**WORDS, "text": "Blocks"})
    post, said = Post.objects.get(), {"text": RECORD, "language": "en"}
    edit, desk = f"/posts/{post.pk}/edit/", signed_in(rosa)
    assert 'value="ask">Ask a second reader' in read(client.post(edit, said))
    assert "Why it may be posted" in read(client.post(edit, {**said, "deed": "ask"}))

    sent = client.post(edit, {**said, **ASKED})

    reading = SecondReading.objects.get()
    assert sent.headers["Location"] == own(reading)
    assert "See the post as it is" in read(client.get(own(reading)))
    post.refresh_from_db()
    assert post.text == "Blocks"
    assert "An edit: it takes the place" in read(desk.get(at(reading)))
    desk.post(at(reading), {"deed": "pass", "seen": "1"})
    post.refresh_from_db()
    assert post.text == RECORD
    assert Post.objects.count() == 1
    assert [one.text for one in post.revisions.all()] == ["Blocks"]


def test_a_thread_is_read_as_a_whole_and_published_when_it_passes(client, rosa, signed_in):
    url = client.post(
        "/compose/thread/", {"title": "Sepsis", "text": f"One\r\n---\r\n{RECORD}"}
    ).url
    first, second = Part.objects.order_by("position")
    typed = {"title": "Sepsis", f"text-{first.pk}": "One", f"text-{second.pk}": RECORD}
    assert 'value="ask">Ask a second reader' in read(client.post(url, {**typed, "deed": "publish"}))
    assert "Why it may be posted" in read(client.post(url, {**typed, "deed": "ask"}))

    client.post(url, {**typed, **ASKED})

    reading, desk = SecondReading.objects.get(), signed_in(rosa)
    assert "A second reader has it" in read(client.get(url))
    assert "Go to the thread" in read(client.get(own(reading)))
    page = read(desk.get(at(reading)))
    assert "A whole thread" in page
    assert "1/2" in page
    assert "<mark" in page
    desk.post(at(reading), {"deed": "pass", "seen": "1"})
    assert Post.objects.count() == 2
    assert Tutorial.objects.get().published == 1
    assert "See the post" in read(client.get(own(reading)))


def test_a_thread_with_something_missing_is_not_sent(client, rosa):
    url = client.post("/compose/thread/", {"title": "Sepsis", "text": RECORD}).url
    (part,) = Part.objects.all()

    answer = client.post(url, {"title": "", f"text-{part.pk}": RECORD, **ASKED})

    assert answer.status_code == 422
    assert not SecondReading.objects.exists()


def test_mails_lead_to_the_pages(client, rosa, signed_in, reading):
    assert "/second-readings/" in mail.outbox[-1].body

    signed_in(rosa).post(at(reading), {"seen": 1, "deed": "decline", "words": "No"})

    assert own(reading) in mail.outbox[-1].body


def test_pages_take_as_many_queries_however_much_waits(client, signed_in, rosa, reading):
    desk = signed_in(rosa)
    counts = []
    for _ in range(2):
        for page in (client, "/you/second-readings/"), (desk, "/second-readings/"):
            with CaptureQueriesContext(connection) as made:
                page[0].get(page[1])
            counts.append(len(made))
        client.post("/compose/", {**WORDS, **ASKED})

    assert counts[:2] == counts[2:]
    assert max(counts) <= 12


def test_what_is_held_is_read_with_a_second_step_only(signed_in, rosa, reading, settings):
    settings.DESK_SECOND_STEP = True

    for path in ("/second-readings/", at(reading)):
        answer = signed_in(rosa).get(path)
        assert answer.status_code == 403
        assert "12345678" not in answer.text
    answer = signed_in(rosa).post(at(reading), {"seen": 1, "deed": "pass"})
    assert answer.status_code == 403
    assert not Post.objects.exists()
