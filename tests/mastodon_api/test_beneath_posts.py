"""What stands beneath a post, as apps read it: the author's words stay hers."""

import pytest

from corridor.context_notes import actions
from corridor.library.actions import import_retractions
from corridor.library.retraction_file import ListedNotice, read_notices
from corridor.mastodon_api.models import StreamEvent
from corridor.posts.actions import NewPost, publish_post
from tests.context_notes.conftest import *  # noqa: F403 - pytest finds fixtures by name

HEAD = "OriginalPaperDOI,OriginalPaperPubMedID,RetractionNature,RetractionDate,Reason"


@pytest.fixture
def note(writer, mallory, says, notes, now):
    made = notes(writer, says(mallory), is_open=True)
    actions.answer_note("I had <b>read</b> another one.", note=made, by=mallory, now=now)
    actions.rank_notes(now=now)
    return made


def status(app, who, post_id):
    return app(who).get(f"/api/v1/statuses/{post_id}").json()


def test_a_note_is_a_card_and_a_field_beside_unchanged_words(app, note, amara, settings):
    said = status(app, amara, note.post_id)

    assert said["content"] == "<p>Steroids save lives in every sepsis.</p>"
    (told,) = said["corridor"]["context_notes"]
    assert told["id"] == str(note.pk)
    assert told["url"] == f"{settings.PUBLIC_URL}/notes/{note.pk}/"
    assert "no difference in mortality" in told["content"]
    assert told["answer"] == "<p>I had &lt;b&gt;read&lt;/b&gt; another one.</p>"
    assert (told["standing"], told["field"]) == ("signed", "internal-medicine")
    assert told["signed_by"] == "hanh_tran"
    assert told["references"] == [
        {
            "label": "doi:10.1056/nejmoa1411087",
            "url": "https://doi.org/10.1056/nejmoa1411087",
        }
    ]
    card = said["card"]
    assert card["title"] == "Context by Hanh Tran, verified, Internal medicine"
    assert card["url"] == told["url"]
    assert card["type"] == "link"
    assert "no difference in mortality" in card["description"]


def test_the_card_is_gone_with_the_note_and_apps_hear_of_it(app, note, writer, amara, now):
    assert status(app, amara, note.post_id)["card"]
    StreamEvent.objects.all().delete()

    actions.withdraw_note(note=note, by=writer, now=now)

    said = status(app, amara, note.post_id)
    assert said["card"] is None
    assert "context_notes" not in said["corridor"]
    assert [(one.kind, one.subject) for one in StreamEvent.objects.all()] == [
        ("changed", note.post_id)
    ]


def test_a_retracted_work_is_told_of_and_is_the_card_where_no_note_is(app, dr_osei, amara, now):
    post = publish_post(NewPost(text="See PMID 9500320"), by=dr_osei, now=now)
    assert status(app, amara, post.pk)["card"] is None
    rows = [HEAD, ",9500320,Retraction,2/6/2010 0:00,+Misconduct by Author;"]
    notices = [one for one in read_notices(rows) if isinstance(one, ListedNotice)]

    import_retractions(notices, is_whole=False, now=now)

    said = status(app, amara, post.pk)
    assert said["corridor"]["questioned_works"] == [
        {
            "label": "PMID 9500320",
            "url": "https://pubmed.ncbi.nlm.nih.gov/9500320/",
            "nature": "retraction",
            "on": "2010-02-06",
            "reason": "Misconduct by Author",
        }
    ]
    assert said["card"]["title"] == "Retracted 2010: PMID 9500320"
    assert said["card"]["description"] == "Misconduct by Author"
    later = publish_post(NewPost(text="Again PMID 9500320"), by=dr_osei, now=now)
    assert status(app, amara, later.pk)["corridor"]["questioned_works"]


def test_apps_are_not_told_of_notes_in_words_that_they_do_not_have(app, note, writer, mallory):
    for who in (writer, mallory):
        told = app(who).get("/api/v1/notifications").json()
        assert told == []
        assert app(who).get("/api/v2/notifications").json()["notification_groups"] == []
