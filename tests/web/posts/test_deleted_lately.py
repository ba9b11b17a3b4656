"""What somebody deleted lately, on pages: undone, or forgotten for good."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from corridor.posts.actions import NewPost, give_kudos, keep_draft, publish_post
from corridor.posts.choices import Kind
from corridor.posts.models import DeletedPost, Draft, Post

LATELY = "/you/deleted/"


@pytest.fixture
def say():
    def publish(profile, text="Blocks on Thursday", **more):
        return publish_post(NewPost(text=text, **more), by=profile, now=timezone.now())

    return publish


@pytest.fixture
def deleted(say, signed_in):
    def delete(profile, text="Blocks on Thursday", **more):
        post = say(profile, text, **more)
        signed_in(profile).post(f"/posts/{post.pk}/deletion/")
        return post

    return delete


def test_undo_stands_on_the_page_after_deleting(signed_in, amara, dr_osei, say):
    post, client = say(amara, "Draft thoughts"), signed_in(amara)
    give_kudos(post=post, by=dr_osei, now=timezone.now())

    page = client.post(f"/posts/{post.pk}/deletion/", follow=True).content.decode()
    assert f'action="/you/deleted/{post.pk}/return/"' in page
    assert "for 30 days" in page

    back = client.post(f"/you/deleted/{post.pk}/return/", follow=True)
    assert back.redirect_chain[-1][0] == f"/@amara_nwosu/{post.pk}/"
    assert "The post is back" in back.content.decode()
    assert Post.objects.get().kudos_count == 1


def test_the_page_after_it_does_not_offer_what_was_undone(signed_in, amara, deleted):
    post, client = deleted(amara), signed_in(amara)
    client.post(f"/you/deleted/{post.pk}/return/")

    again = client.post(f"/you/deleted/{post.pk}/return/", follow=True).content.decode()

    assert "it is back, or gone" in again
    assert "/return/" not in client.get("/posts/deleted/").content.decode()


def test_what_was_deleted_lately_is_listed_for_its_author_alone(signed_in, amara, mallory, deleted):
    post = deleted(amara, "On rounds <b>today</b>", content_note="Exams")

    mine = signed_in(amara).get(LATELY).content.decode()
    theirs = signed_in(mallory).get(LATELY).content.decode()

    assert "On rounds &lt;b&gt;today&lt;/b&gt;" in mine
    assert "Exams" in mine
    assert "Nothing deleted lately" in theirs
    assert "On rounds" not in theirs
    client = signed_in(mallory)
    assert client.get(f"/you/deleted/{post.pk}/end/").status_code == 404
    client.post(f"/you/deleted/{post.pk}/end/")
    client.post(f"/you/deleted/{post.pk}/return/")
    assert DeletedPost.objects.filter(pk=post.pk).exists()


def test_it_is_asked_before_it_is_gone_for_good(signed_in, amara, deleted):
    post, client = deleted(amara, "On rounds today"), signed_in(amara)

    asked = client.get(f"/you/deleted/{post.pk}/end/").content.decode()
    assert "On rounds today" in asked
    assert DeletedPost.objects.exists()

    page = client.post(f"/you/deleted/{post.pk}/end/", follow=True).content.decode()

    assert "It is gone for good." in page
    assert not DeletedPost.objects.exists()


def test_the_list_takes_as_many_queries_for_one_as_for_many(signed_in, amara, deleted):
    client = signed_in(amara)
    counts = []
    for _ in range(2):
        deleted(amara)
        client.get(LATELY)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            client.get(LATELY)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_a_deleted_draft_comes_back(signed_in, amara):
    draft = keep_draft({"text": "Half a thought"}, by=amara, now=timezone.now())
    client = signed_in(amara)

    page = client.post(f"/you/drafts/{draft.pk}/end/", follow=True).content.decode()
    assert 'action="/you/drafts/return/"' in page
    assert not Draft.objects.exists()

    page = client.post("/you/drafts/return/", follow=True).content.decode()
    assert "The draft is back." in page
    assert Draft.objects.get().words == {"text": "Half a thought"}

    page = client.post("/you/drafts/return/", follow=True).content.decode()
    assert "There is no draft to bring back." in page
    assert Draft.objects.count() == 1


def test_its_words_lie_sealed_in_the_session_and_go_with_it_for_good(signed_in, amara, say):
    post, client = say(amara, "Zebrafish on Thursday"), signed_in(amara)
    client.post(f"/posts/{post.pk}/deletion/")
    assert "ebrafish" not in str(dict(client.session.items()))
    assert "Write it again" in client.get("/posts/deleted/").content.decode()

    client.post(f"/you/deleted/{post.pk}/end/")

    assert "Write it again" not in client.get("/posts/deleted/").content.decode()
    assert client.post("/posts/deleted/again/").url == "/compose/"
    assert not Draft.objects.exists()


def test_whoever_signs_in_after_her_does_not_write_it_again(signed_in, amara, mallory, say):
    post, client = say(amara, "Zebrafish on Thursday"), signed_in(amara)
    client.post(f"/posts/{post.pk}/deletion/")
    kept = client.session["deleted-post"]
    other = signed_in(mallory)
    session = other.session
    session["deleted-post"] = kept
    session.save()

    assert "Write it again" not in other.get("/posts/deleted/").content.decode()


def test_of_what_ends_by_itself_no_thirty_days_are_promised(signed_in, amara, say):
    ends_at = timezone.now() + timedelta(hours=24)
    story, post = say(amara, kind=Kind.STORY, expires_at=ends_at), say(amara)
    client = signed_in(amara)

    asked = [client.get(f"/posts/{one.pk}/deletion/").content.decode() for one in (story, post)]

    assert ["until it would have ended" in page for page in asked] == [True, False]
