"""Context notes, over HTTP."""

import html5lib
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from corridor.context_notes import actions
from corridor.context_notes.models import ContextNote, NoteRating
from corridor.posts.actions import NewPost, publish_post
from tests.context_notes.conftest import WORDS


@pytest.fixture
def note(writer, mallory, says, notes):
    return notes(writer, says(mallory), is_open=True)


def valid(answer):
    html5lib.HTMLParser(strict=True).parse(answer.text)
    return answer


def test_from_the_menu_of_a_post_to_a_note_under_it(signed_in, client, writer, mallory, says, now):
    post = says(mallory)
    address = f"/@{mallory.handle}/{post.pk}/"
    writing = signed_in(writer)
    assert f"/posts/{post.pk}/notes/" in writing.get(address).text
    assert "No notes yet" in valid(writing.get(f"/posts/{post.pk}/notes/")).text

    answer = valid(writing.post(f"/posts/{post.pk}/notes/", {"text": WORDS}, follow=True))
    assert "The author of the post may answer first" in answer.text
    assert "no difference in mortality" not in client.get(address).text

    (note,) = ContextNote.objects.all()
    author = signed_in(mallory)
    assert "You may answer first" in valid(author.get(f"/notes/{note.pk}/")).text
    answered = author.post(f"/notes/{note.pk}/answer/", {"text": "Fair."}, follow=True)
    assert "Your answer stands beside the note." in answered.text
    actions.rank_notes(now=now)

    shown = valid(client.get(address)).text
    assert "Readers added context" in shown
    assert "no difference in mortality" in shown
    assert "Signed by" in shown
    assert "Fair." in shown
    why = valid(client.get(f"/notes/{note.pk}/")).text
    assert "Why this note is shown" in why
    assert "Fewer than 40 people rate notes here" in why


def test_words_that_may_identify_a_patient_are_asked_about(signed_in, writer, mallory, says):
    post = says(mallory)
    words = f"Yesterday in Duluth I saw a 94-year-old man with it. {WORDS}"

    answer = valid(signed_in(writer).post(f"/posts/{post.pk}/notes/", {"text": words}))

    assert answer.status_code == 422
    assert "could identify a patient" in answer.text
    assert not ContextNote.objects.exists()
    taken = signed_in(writer).post(f"/posts/{post.pk}/notes/", {"text": words, "take": "all"})
    assert "94-year-old" not in taken.text
    assert not ContextNote.objects.exists()


@pytest.mark.parametrize(
    ("text", "says_why"),
    [
        ("", "Write something first."),
        ("Everybody knows that this is not so.", "Add at least one reference"),
        ("10.1056/NEJMoa1411087", "Say in a sentence of your own"),
        ("x" * 601, "at most 600 characters"),
    ],
)
def test_what_makes_no_note_is_said(signed_in, writer, mallory, says, text, says_why):
    post = says(mallory)

    answer = valid(signed_in(writer).post(f"/posts/{post.pk}/notes/", {"text": text}))

    assert answer.status_code == 422
    assert says_why in answer.text
    assert not ContextNote.objects.exists()


def test_whoever_may_not_write_reads_why(signed_in, client, amara, mallory, clinician, says):
    post = says(mallory, "In dermatology nobody needs sunscreen.")

    assert "showed that they are" in signed_in(amara).get(f"/posts/{post.pk}/notes/").text
    assert "This is your own post" in signed_in(mallory).get(f"/posts/{post.pk}/notes/").text
    surgeon = clinician("a_surgeon", specialty="surgery")
    page = signed_in(surgeon).get(f"/posts/{post.pk}/notes/").text
    assert "This post is about Dermatology" in page
    assert client.get(f"/posts/{post.pk}/notes/").headers["Location"].startswith("/sign-in/")


def test_rating_from_the_queue(signed_in, note, clinician):
    rater = clinician("a_rater")
    client = signed_in(rater)
    queue = valid(client.get("/notes/"))
    assert "no difference in mortality" in queue.text
    assert f"/notes/{note.pk}/#rate" in queue.text

    refused = valid(client.post(f"/notes/{note.pk}/rating/", {"reasons": ["clear"]}))
    assert refused.status_code == 422
    assert "Choose one of the three." in refused.text
    unfit = client.post(f"/notes/{note.pk}/rating/", {"answer": "not", "reasons": ["clear"]})
    assert "do not go with that answer" in unfit.text
    assert not NoteRating.objects.exists()

    rated = client.post(
        f"/notes/{note.pk}/rating/",
        {"answer": "helpful", "reasons": ["clear", "fair"], "next": "/notes/"},
        follow=True,
    )
    assert "it counts when notes are ranked next" in rated.text
    assert "Nothing waits for you" in rated.text
    assert "Change the rating" in client.get(f"/notes/{note.pk}/").text
    client.post(f"/notes/{note.pk}/rating/end/")
    assert not NoteRating.objects.exists()


def test_no_rating_leads_to_another_server(signed_in, note, clinician):
    answer = signed_in(clinician("a_rater")).post(
        f"/notes/{note.pk}/rating/", {"answer": "helpful", "next": "https://evil.example/"}
    )

    assert answer.headers["Location"] == f"/notes/{note.pk}/"


def test_who_may_see_what_becomes_of_a_note(
    signed_in, client, writer, mallory, amara, dr_osei, says, notes, now, moderator
):
    waiting = notes(writer, says(mallory))

    def seen():
        viewers = {"writer": writer, "author": mallory, "member": amara}
        codes = {
            name: signed_in(who).get(f"/notes/{waiting.pk}/").status_code
            for name, who in viewers.items()
        }
        return codes | {"visitor": client.get(f"/notes/{waiting.pk}/").status_code}

    assert seen() == {"writer": 200, "author": 200, "member": 404, "visitor": 404}
    actions.let_note_be_read(note=waiting, by=mallory, now=now)
    assert seen() == {"writer": 200, "author": 200, "member": 200, "visitor": 404}
    actions.rank_notes(now=now)
    assert seen() == dict.fromkeys(("writer", "author", "member", "visitor"), 200)
    actions.flag_note("Wrong", note=waiting, by=amara, now=now)
    actions.judge_note(note=waiting, is_withheld=True, words="So", by=moderator(), now=now)
    assert seen() == {"writer": 200, "author": 404, "member": 404, "visitor": 404}
    for path in ("edit", "withdrawal", "answer", "opening", "rating", "flag", "appeal"):
        assert signed_in(dr_osei).post(f"/notes/{waiting.pk}/{path}/").status_code == 404


def test_editing_and_withdrawing_ones_own(signed_in, note, writer, amara):
    client = signed_in(writer)
    page = valid(client.get(f"/notes/{note.pk}/edit/"))
    assert "no difference in mortality" in page.text
    client.post(f"/notes/{note.pk}/edit/", {"text": f"Better. {WORDS}"})
    note.refresh_from_db()
    assert note.text.startswith("Better.")
    stranger = signed_in(amara)
    assert (
        "Only who wrote the note" in stranger.post(f"/notes/{note.pk}/edit/", {"text": WORDS}).text
    )
    stranger.post(f"/notes/{note.pk}/withdrawal/")
    note.refresh_from_db()
    assert note.withdrawn_at is None

    gone = valid(client.post(f"/notes/{note.pk}/withdrawal/", follow=True))

    assert "Your note is gone from the post." in gone.text
    assert "Withdrawn by who wrote it" in gone.text
    assert "Notes a day" in gone.text


def test_from_a_flag_to_an_appeal_and_back(signed_in, note, writer, mallory, moderator, now):
    actions.rank_notes(now=now)
    author, first, second = signed_in(mallory), signed_in(moderator()), signed_in(moderator())
    asked = valid(
        author.post(f"/notes/{note.pk}/flag/", {"words": "About another drug."}, follow=True)
    )
    assert "A moderator looks at it" in asked.text
    assert "no difference in mortality" in valid(first.get("/queue/notes/")).text
    page = valid(first.get(f"/queue/notes/{note.pk}/"))
    assert "About another drug." in page.text
    assert "wrote the post" in page.text

    empty = valid(first.post(f"/queue/notes/{note.pk}/", {"verdict": "withhold", "words": ""}))
    assert empty.status_code == 422
    first.post(f"/queue/notes/{note.pk}/", {"verdict": "withhold", "words": "It is."})
    own = signed_in(writer)
    assert "It is." in valid(own.get(f"/notes/{note.pk}/")).text
    own.post(f"/notes/{note.pk}/appeal/", {"words": "It is not."})
    assert "It is not." not in first.get("/queue/notes/").text
    assert first.get(f"/queue/notes/appeals/{note.appeal.pk}/").status_code == 404
    looked = valid(second.get(f"/queue/notes/appeals/{note.appeal.pk}/"))
    assert "It is not." in looked.text
    second.post(f"/queue/notes/appeals/{note.appeal.pk}/", {"verdict": "grant", "words": "Indeed."})

    note.refresh_from_db()
    assert note.is_read
    assert "Moderators took the note away." in author.get("/you/notes/").text


def test_the_desk_is_there_for_moderators_alone(signed_in, note, amara, moderator):
    assert signed_in(amara).get("/queue/notes/").status_code == 404
    assert signed_in(amara).get(f"/queue/notes/{note.pk}/").status_code == 404
    page = signed_in(moderator("spam")).get("/queue/notes/")
    assert "Nothing is waiting" in page.text


def test_a_quoted_post_brings_the_way_to_its_note(client, note, dr_osei, now):
    actions.rank_notes(now=now)
    quoting = publish_post(NewPost(text="So?", quotes=note.post_id), by=dr_osei, now=now)

    page = client.get(f"/@{dr_osei.handle}/{quoting.pk}/").text

    assert "Readers added context to the quoted post" in page
    assert f"/notes/{note.pk}/" in page


def test_notes_cost_a_page_without_any_nothing(client, mallory, writer, says, notes, now):
    def queries_of(post):
        with CaptureQueriesContext(connection) as made:
            assert client.get(f"/@{mallory.handle}/{post.pk}/").status_code == 200
        return len(made)

    post, other = says(mallory), says(mallory)
    queries_of(post)
    before = queries_of(post)
    notes(writer, post, is_open=True)
    actions.rank_notes(now=now)

    assert queries_of(other) == before
    assert queries_of(post) - before == 4  # notes, numbers, references, notices


def test_hostile_words_are_words(client, signed_in, writer, mallory, says, notes, now):
    words = f"<script>alert(1)</script> <b onclick=x>bold</b> javascript:alert(1) {WORDS}"
    note = notes(writer, says(mallory), words, is_open=True)
    actions.answer_note("<img src=x onerror=alert(1)>", note=note, by=mallory, now=now)
    actions.rank_notes(now=now)

    for path in (f"/@{mallory.handle}/{note.post_id}/", f"/notes/{note.pk}/"):
        page = client.get(path).text
        assert "<script>alert" not in page
        assert "<b onclick" not in page
        assert "<img src=x" not in page
        assert "&lt;script&gt;" in page


def test_what_is_asked_about_notes_is_counted_in_the_navigation_of_their_moderators(
    signed_in, note, moderator, mallory, now
):
    judge, other = signed_in(moderator()), signed_in(moderator("spam"))
    assert judge.get("/queue/unread/").json() == {"count": 0}

    actions.flag_note("It is about another drug.", note=note, by=mallory, now=now)

    counts = [client.get("/queue/unread/").json()["count"] for client in (judge, other)]
    assert counts == [1, 0]
