"""What takes the place of something goes to a second reader, too."""

from dataclasses import replace

from corridor.library import queries as library
from corridor.posts.actions import Edit, NewPost, delete_post, edit_post, publish_post
from corridor.posts.models import Post
from corridor.safety import actions
from corridor.safety.models import SecondReading
from corridor.safety.what_is_read import About
from tests.library.conftest import drafts, rewrite
from tests.safety.reading import AGREED, CLEAN, RECORD, answers, asks, rosa, state

__all__ = ["answers", "asks", "drafts", "rosa"]


def test_what_changed_since_it_was_read_does_not_pass(asks, answers, amara, drafts, now):
    """An edit of what was edited since, a thread that says something else now, a post that left."""
    post = publish_post(NewPost(text=CLEAN), by=amara, now=now)
    edit = asks(wish=replace(AGREED, about=About(post=post)))
    edit_post(Edit(text="Sepsis hides."), post=post, by=amara, now=now)
    version = drafts(amara, "One", RECORD)
    thread = actions.ask_second_reader(
        library.said_in(version),
        replace(AGREED, about=About(version=version)),
        by=amara,
        now=now,
    )
    rewrite(version, now=now, texts={1: "Her name is Mary Nonesuch."})
    gone = publish_post(NewPost(text=CLEAN), by=amara, now=now)
    of_gone = asks(wish=replace(AGREED, about=About(post=gone)))
    delete_post(post=gone, by=amara, now=now)

    for reading in (edit, thread):
        answers(actions.let_pass, reading)

    assert [state(edit), state(thread)] == ["change", "change"]
    assert not SecondReading.objects.filter(pk=of_gone.pk).exists()
    assert set(Post.objects.values_list("text", flat=True)) == {"Sepsis hides."}


def test_an_edit_sent_again_is_about_the_same_post(asks, answers, amara, now):
    post = publish_post(NewPost(text=CLEAN), by=amara, now=now)
    reading = asks(wish=replace(AGREED, about=About(post=post)))
    edit_post(Edit(text="Sepsis hides."), post=post, by=amara, now=now)
    answers(actions.let_pass, reading)

    again = asks(reading=reading)
    answers(actions.let_pass, again)

    post.refresh_from_db()
    assert post.text == RECORD
    assert Post.objects.count() == 1
